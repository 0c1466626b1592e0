import { beforeEach, describe, expect, test } from 'vitest'
import { aSchool } from '@/prisma/seed/a-school'
import type { Ctx } from '@/lib/platform/context'
import { aRoster, edited, type RosterFiles } from './a-roster'
import { checked, imported } from './an-import.server'

let school: Awaited<ReturnType<typeof aSchool>>
let ctx: Ctx
beforeEach(async () => {
  school = await aSchool()
  ctx = await school.as('admin')
})

const file = (...rows: string[]) => `${rows.join('\r\n')}\r\n`
const users12 = 'sourcedId,status,dateLastModified,enabledUser,username,userIds,givenName,familyName,identifier,email,agentSourcedIds,grades,primaryOrgSourcedId,preferredGivenName'
/** A 1.2 set of users and roles on the usual school. */
const with12 = (users: string[], roles: string[] | null, more: RosterFiles = {}) => ({
  ...aRoster({ 'demographics.csv': null, 'enrollments.csv': null, 'manifest.csv': null }),
  'users.csv': file(users12, ...users),
  ...(roles ? { 'roles.csv': file('sourcedId,status,dateLastModified,userSourcedId,roleType,role,beginDate,endDate,orgSourcedId', ...roles) } : {}),
  ...more,
})

describe('people of 1.2', () => {
  test('are what roles.csv says; somebody may be staff and parent at once', async () => {
    await imported(ctx, with12(
      ['a,,,true,a,,Ann,Both,E9,,kid,,,', 'kid,,,true,k,,Kid,Both,K1,,,05,n,Kiddo', 'b,,,true,b,,Bo,Old,E8,,,,n,'],
      ['r1,,,a,primary,principal,,,n', 'r2,,,a,secondary,parent,,,n', 'r3,,,kid,primary,student,,,n', 'r4,,,b,primary,teacher,,2020-01-01,n', 'r5,,,b,secondary,counselor,,,s'],
    ))
    expect(await ctx.db.staff.findFirst({ where: { sourcedId: 'a' } })).toMatchObject({ staffType: 'director', employeeNumber: 'E9' })
    expect(await ctx.db.staff.findFirst({ where: { sourcedId: 'b' }, include: { campus: true } })).toMatchObject({ staffType: 'counselor', campus: { name: 'North' } })
    expect(await ctx.db.student.findFirst({ where: { sourcedId: 'kid' }, include: { guardians: true } })).toMatchObject({ preferredName: 'Kiddo', guardians: [{ fullName: 'Ann Both', relationship: 'other', sourcedId: 'a' }] })
    expect(await ctx.db.user.count({ where: { lastName: 'Both' } })).toBe(0)
  })
  test('without roles.csv are what their enrolments say, else refused with a word', async () => {
    const enrollments = String(aRoster()['enrollments.csv'])
    const batch = await imported(ctx, with12(['u1,,,true,a,,Tia,Teacher,E1,,,,n,', 'p1,,,true,b,,Sam,Student,N1,,,,n,', 'z,,,true,z,,Zed,Nobody,,,,,n,'], null, { 'enrollments.csv': enrollments }))
    expect(batch.summary.byCode).toMatchObject({ 'user-without-role': 1 })
    expect(await ctx.db.staff.count({ where: { sourcedId: 'u1', staffType: 'teacher' } })).toBe(1)
    expect(await ctx.db.student.count({ where: { sourcedId: 'p1' } })).toBe(1)
  })
})

describe('places', () => {
  test('a department belongs to its school; without one it becomes a campus, with a word', async () => {
    const orgs = file('sourcedId,status,dateLastModified,name,type,identifier,parentSourcedId', 'd,,,Lakeside,district,,', 'n,,,North,school,,d', 's,,,South,school,,d', 'm,,,Maths,department,,n', 'x,,,Lone,department,,')
    const batch = await imported(ctx, edited({ ...aRoster(), 'orgs.csv': orgs }, 'users.csv', ['u1,,,true,n', 'u1,,,true,m'], ['u2,,,true,n', 'u2,,,true,d']))
    expect(batch.summary.byCode).toMatchObject({ 'org-department-as-campus': 1, 'org-district-kept': 1, 'user-campus-assumed': 1 })
    expect(await ctx.db.staff.findFirst({ where: { sourcedId: 'u1' }, include: { campus: true } })).toMatchObject({ campus: { name: 'North' } })
    expect(await ctx.db.organization.findFirst({ where: { id: ctx.organization.id } })).toMatchObject({ name: ctx.organization.name })
    expect(await ctx.db.campus.count({ where: { name: 'Lone' } })).toBe(1)
  })
  test('a campus that is here already is taken over by its code', async () => {
    await imported(ctx, edited(aRoster(), 'orgs.csv', ['North,school,N1', `North,school,${school.north.code}`]))
    expect(await ctx.db.campus.findFirst({ where: { sourcedId: 'n' } })).toMatchObject({ id: school.north.id, mascot: 'Otters' })
  })
  test('a code that two schools give as theirs is neither’s, with a word for each', async () => {
    const batch = await imported(ctx, edited(aRoster(), 'orgs.csv', ['South,school,S1', 'South,school,n1']))
    expect(batch.summary.byCode).toMatchObject({ 'org-code-twice': 2 })
    expect(await ctx.db.campus.findMany({ where: { sourcedId: { in: ['n', 's'] } }, select: { code: true }, orderBy: { sourcedId: 'asc' } })).toEqual([{ code: 'n' }, { code: 's' }])
  })
  test('a student of no school is refused, with the class of that school', async () => {
    const batch = await checked(ctx, edited(edited(edited(aRoster(), 'users.csv', ['p2,,,true,n,', 'p2,,,true,?,']), 'enrollments.csv', ['e4,,,h,n,p2,student,,2025-08-15,\r\n', '']), 'classes.csv', ['homeroom,R1,n,', 'homeroom,R1,?,']))
    expect(batch.summary.byCode).toMatchObject({ 'user-campus-unknown': 1, 'reference-missing': 3 })
  })
})

describe('years and classes', () => {
  const sessions = (...rows: string[]) => file('sourcedId,status,dateLastModified,title,type,startDate,endDate,parentSourcedId,schoolYear', ...rows)
  test('terms without a year find it by their school year, or get one made of their dates', async () => {
    const bySchoolYear = await imported(ctx, aRoster({ 'academicSessions.csv': sessions('y,,,2010-2011,schoolYear,2010-08-15,2011-07-01,,2011', 't1,,,Autumn,term,2010-08-15,2011-01-15,,2011', 't2,,,Spring,term,2011-01-15,2011-07-01,,2011') }))
    expect(bySchoolYear.summary.counts).toMatchObject({ academic_years: { new: 1 }, terms: { new: 2 } })
    expect(await ctx.db.term.findFirst({ where: { sourcedId: 't1' }, include: { academicYear: true } })).toMatchObject({ academicYear: { sourcedId: 'y' } })
    const derived = await imported(await (school = await aSchool()).as('admin'), aRoster({ 'academicSessions.csv': sessions('t1,,,Autumn,term,2010-08-15,2011-01-15,,2011', 't2,,,Spring,term,2011-01-15,2011-07-01,,2011') }))
    expect(derived.summary.byCode).toMatchObject({ 'session-year-derived': 1 })
    expect(await school.db.academicYear.findFirst({ where: { sourcedId: 'year:2011' } })).toMatchObject({ name: '2010-2011', startDate: new Date('2010-08-15'), endDate: new Date('2011-06-30'), current: false })
  })
  test('a class without a known term goes into the current year with a word, and is refused when there is none', async () => {
    const lost = edited(aRoster({ 'academicSessions.csv': null, 'manifest.csv': null }), 'classes.csv', ['"t1,t2"', 'q'])
    const batch = await checked(ctx, lost)
    expect(batch.summary).toMatchObject({ counts: { classes: { new: 2 } }, byCode: { 'class-year-assumed': 2 } })
    await ctx.db.academicYear.updateMany({ where: { current: true }, data: { current: false } })
    expect((await checked(ctx, lost)).summary.byCode).toMatchObject({ 'class-year-unknown': 2 })
  })
  test('sections of one title are told apart by code, then by id', async () => {
    const classes = String(aRoster()['classes.csv'])
    const more = ['k2,,,Algebra I,09,c,ALG1-02,scheduled,,n,t1,,,', 'k3,,,Algebra I,09,c,ALG1-02,scheduled,,n,t1,,,', 'k4,,,Algebra I,09,c,,scheduled,,s,t1,,,'].join('\r\n')
    await imported(ctx, aRoster({ 'classes.csv': `${classes}${more}\r\n` }))
    const names = await ctx.db.class.findMany({ where: { sourcedId: { startsWith: 'k' } }, select: { name: true }, orderBy: { sourcedId: 'asc' } })
    expect(names.map(({ name }) => name)).toEqual(['Algebra I (ALG1-01)', 'Algebra I (k2)', 'Algebra I (k3)', 'Algebra I'])
  })
  test('grades are recognised whatever they are called here, else made in the language of the organization', async () => {
    const mine = await ctx.db.grade.create({ data: { code: 'G9', name: 'Ninth', sortOrder: 9 } })
    await imported(ctx, edited(aRoster(), 'classes.csv', ['Algebra I,09', 'Algebra I,"10,11"']))
    const grades = await ctx.db.class.findMany({ where: { sourcedId: { not: null } }, include: { grade: true }, orderBy: { sourcedId: 'asc' } })
    expect(grades.map(({ grade }) => [grade.id === mine.id, grade.name])).toEqual([[true, 'Ninth'], [false, 'Grade 10']])
    expect(await ctx.db.importDiagnostic.findFirst({ where: { code: 'class-several-grades' } })).toMatchObject({ row: 3, params: { grade: 'Grade 10' } })
  })
  test('the first of several teachers is the teacher; when the file names none, there is none', async () => {
    const two = edited(aRoster(), 'enrollments.csv', ['e2,,,k,n,u1,teacher,true,,', 'e2,,,k,n,u1,teacher,false,,\r\ne9,,,k,n,u3,teacher,true,,'])
    const files = edited(two, 'users.csv', ['u2,,,', 'u3,,,true,n,teacher,,,Uma,Third,,E3,,,,,,,\r\nu2,,,'])
    const batch = await imported(ctx, files)
    expect(batch.summary.byCode).toMatchObject({ 'enrollment-co-teacher': 1 })
    const lesson = () => ctx.db.classSubject.findFirstOrThrow({ where: { sourcedId: 'k>mat' }, include: { teacher: true } })
    const { id, teacher } = await lesson()
    expect(teacher?.firstName).toBe('Uma')
    await imported(ctx, edited(files, 'enrollments.csv', ['e2,,,k,n,u1,teacher,false,,\r\ne9,,,k,n,u3,teacher,true,,\r\n', '']), { departuresMeant: true })
    expect(await lesson()).toMatchObject({ id, teacherId: null, status: 'active' })
  })
  test('enrolments: dates are inclusive here, strangers and turned dates are refused, a second seat is one too many', async () => {
    const enrollments = file(String(aRoster()['enrollments.csv']).trimEnd(), 'f1,,,h,n,p1,student,,2025-09-01,', 'f2,,,k,n,p2,student,,2025-09-01,2025-12-20', 'f3,,,k,n,nobody,student,,,', 'f4,,,?,n,p2,student,,,', 'f5,,,h,n,u1,student,,,', 'f6,,,h,n,u2,proctor,,,', 'f7,,,k,n,p2,student,,2026-02-02,2026-02-01')
    const batch = await imported(ctx, aRoster({ 'enrollments.csv': enrollments }))
    expect(batch.summary.byCode).toMatchObject({ 'enrollment-twice': 1, 'reference-missing': 2, 'enrollment-role-mismatch': 1, 'enrollment-role-ignored': 1, 'enrollment-dates': 1 })
    expect(await ctx.db.classEnrollment.findFirst({ where: { sourcedId: 'f2' } })).toMatchObject({ enrolledOn: new Date('2025-09-01'), endedOn: new Date('2025-12-19') })
  })
  test('a sender who renumbers everything is followed, not doubled', async () => {
    await imported(ctx, aRoster())
    const before = await ctx.db.student.findFirstOrThrow({ where: { sourcedId: 'p1' } })
    const renumbered = Object.fromEntries(Object.entries(aRoster()).map(([name, text]) => [name, name === 'manifest.csv' ? text : String(text).replace(/\b([pugekhcyt]\d?|n|s|d)\b(?=[",]|\r)/g, 'v2-$1')]))
    const batch = await imported(ctx, renumbered, { departuresMeant: true })
    expect(batch.summary.counts).toMatchObject({ students: { changed: 2 }, campuses: { changed: 2 }, class_enrollments: { changed: 3 } })
    expect(await ctx.db.student.findFirst({ where: { sourcedId: 'v2-p1' } })).toMatchObject({ id: before.id })
  })
  test('two people who change numbers with each other do not collide', async () => {
    await imported(ctx, aRoster())
    await imported(ctx, edited(aRoster(), 'users.csv', ['Sam,Student,,N1', 'Sam,Student,,N2'], ['Sol,Student,,N2', 'Sol,Student,,N1']))
    expect(await ctx.db.student.findFirst({ where: { sourcedId: 'p1' } })).toMatchObject({ studentNumber: 'N2' })
  })

  test('a teacher who is busy at that time does not get the lesson, and two may change places', async () => {
    const classes = aRoster({ 'classes.csv': `${String(aRoster()['classes.csv'])}m,,,Music,09,,MUS,scheduled,R3,n,"t1,t2",,,2\r\n` })
    const enrolled = (k: string, m: string) => edited(edited(classes, 'users.csv', ['u2,,,', 'u3,,,true,n,teacher,,,Uma,Third,,E3,,,,,,,\r\nu2,,,']), 'enrollments.csv', ['e2,,,k,n,u1,teacher,true,,', `e2,,,k,n,${k},teacher,true,,\r\ne9,,,m,n,${m},teacher,true,,`])
    await imported(ctx, enrolled('u1', 'u3'))
    const lessons = await ctx.db.classSubject.findMany({ where: { sourcedId: { not: null } }, include: { class: true } })
    const timetable = await ctx.db.timetable.create({ data: { name: 'Week', effectiveFrom: new Date('2020-01-01'), status: 'published', academicYearId: lessons[0]!.class.academicYearId, campusId: lessons[0]!.class.campusId } })
    for (const { id, classId, class: { campusId } } of lessons) {
      await ctx.db.timetablePeriod.create({ data: { timetableId: timetable.id, classSubjectId: id, classId, campusId, dayOfWeek: 'monday', startsAt: new Date('1970-01-01T09:00:00Z'), endsAt: new Date('1970-01-01T10:00:00Z') } })
    }
    const teachers = async () => (await ctx.db.classSubject.findMany({ where: { sourcedId: { not: null } }, include: { teacher: true }, orderBy: { sourcedId: 'asc' } })).map(({ teacher }) => teacher?.firstName)
    const busy = await imported(ctx, enrolled('u1', 'u1'))
    expect(busy).toMatchObject({ state: 'applied', summary: { byCode: { 'class-teacher-busy': 1 } } })
    expect(await teachers()).toEqual(['Tia', 'Uma'])
    expect(await imported(ctx, enrolled('u3', 'u1'))).toMatchObject({ state: 'applied', summary: { counts: { class_subjects: { changed: 2 } } } })
    expect(await teachers()).toEqual(['Uma', 'Tia'])
  })
  test('dates of the file that do not agree with dates entered here refuse their row only', async () => {
    await imported(ctx, aRoster())
    await ctx.db.classEnrollment.updateMany({ where: { sourcedId: 'e3' }, data: { endedOn: new Date('2025-09-01') } })
    const batch = await imported(ctx, edited(aRoster(), 'enrollments.csv', ['e3,,,h,n,p1,student,,2025-08-15,', 'e3,,,h,n,p1,student,,2025-10-01,']))
    expect(batch).toMatchObject({ state: 'applied', summary: { byCode: { 'enrollment-dates': 1 } } })
  })
})
