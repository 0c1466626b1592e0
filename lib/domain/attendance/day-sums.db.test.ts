import { beforeEach, expect, test } from 'vitest'
import { aSchool, ctxOf } from '@/prisma/seed/a-school'
import { nowIn, todayIn } from '@/lib/platform/clock.server'
import type { Ctx } from '@/lib/platform/context'
import { asOwner } from '@/prisma/seed/organization'
import { parseList, type SearchParams } from '@/lib/platform/list'
import { daysAfter, toDate } from '@/lib/platform/time'
import { aLesson, campusRules, submissionTo } from './a-submission'
import { getDay, listAbsences, listRegisters } from './day.server'
import { enrolledOn } from './due.server'
import { absenceList, registerList } from './lists'
import { dayStanding, tallyOf, type AttendanceStatus } from './register'
import { submitRegister } from './register.server'

type School = Awaited<ReturnType<typeof aSchool>>
let school: School
const submission: ReturnType<typeof submissionTo> = (...given) => submissionTo(school)(...given)
const today = todayIn('UTC')

beforeEach(async () => {
  school = await aSchool()
  await campusRules(school)
  await campusRules(school, { campus: school.south, registerMode: 'period' })
})

const sum = <Row>(rows: readonly Row[], of: (row: Row) => number) => rows.reduce((total, row) => total + of(row), 0)
const registersOf = (ctx: Ctx, asked: SearchParams = {}) => listRegisters(ctx, parseList(registerList, { size: '100', ...asked }))
const absencesOf = (ctx: Ctx, asked: SearchParams = {}) => listAbsences(ctx, parseList(absenceList, { size: '100', ...asked }))

/** Whatever a day's cards say must be what the lists behind them hold. */
async function expectCardsToBeTheirLists(ctx: Ctx, date = today, { lessons = false } = {}) {
  const { campuses, missing: named } = await getDay(ctx, date)
  const places: [SearchParams, typeof campuses][] = [[{}, campuses], ...campuses.map((campus): [SearchParams, typeof campuses] => [{ campus: campus.id }, [campus]])]
  for (const [where, shown] of places) {
    const asked = { date, ...where }
    const [all, missing, absent, late] = [await registersOf(ctx, asked), await registersOf(ctx, { ...asked, state: 'missing' }), await absencesOf(ctx, { ...asked, kind: 'absent' }), await absencesOf(ctx, { ...asked, kind: 'late' })]
    const card = (of: 'present' | 'absent' | 'late' | 'registersDue' | 'registersTaken') => sum(shown, (campus) => campus[of])
    expect({ ...(lessons ? {} : { present: card('present') }), absent: card('absent'), late: card('late'), missing: card('registersDue') - card('registersTaken') }).toEqual({
      ...(lessons ? {} : { present: sum(all.rows, ({ present }) => present) }), absent: absent.total, late: late.total, missing: missing.total,
    })
    // Those that are due, told one by one by Prisma.
    expect(all.rows.filter(({ taken }) => !taken)).toHaveLength(missing.total)
    for (const one of shown) expect(one.present + one.late + one.excused + one.unexplained + one.unmarked).toBe(one.roll)
    if (!lessons) expect([card('absent'), card('late')]).toEqual([sum(all.rows, (row) => row.absent), sum(all.rows, (row) => row.late)])
    // Of registers of the whole day also which are missing, and whom nobody has marked because of those.
    const classIds = missing.rows.filter(({ periodId }) => periodId === null).map(({ classId }) => classId)
    expect(sum(shown.filter(({ byLesson }) => !byLesson), ({ unmarked }) => unmarked)).toBe(await ctx.db.classEnrollment.count({ where: { classId: { in: classIds }, ...enrolledOn(date), student: { deletedAt: null } } }))
    expect(named.filter(({ periodId, campusId }) => periodId === null && shown.some(({ id }) => id === campusId)).map(({ classId }) => classId)).toEqual(classIds)
  }
  return campuses
}

/** What is kept of a day is what its marks say, read plainly. */
async function expectDayOfItsMarks(campusId: string) {
  const { db } = school
  const marks = await db.attendanceRecord.findMany({ where: { campusId, sessionDate: toDate(today) }, select: { studentId: true, status: true } })
  const { present, late, excused, absent } = tallyOf([...new Set(marks.map(({ studentId }) => studentId))].map((id) => dayStanding(marks.filter(({ studentId }) => studentId === id).map(({ status }) => status))))
  const { attendancePercentage, ...day } = await db.campusAttendanceSummary.findFirstOrThrow({ where: { campusId }, select: { totalEnrolled: true, totalPresent: true, totalAbsent: true, totalTardy: true, totalExcused: true, attendancePercentage: true } })
  expect(day).toEqual({ totalEnrolled: present + late + excused + absent, totalPresent: present + late, totalAbsent: excused + absent, totalTardy: late, totalExcused: excused })
  expect(Number(attendancePercentage)).toBeCloseTo((100 * day.totalPresent) / Math.max(day.totalEnrolled, 1), 1)
}

test('a day follows its marks, whoever writes, changes or removes them', async () => {
  const { db, north, studentIds } = school
  const director = await school.as('director')
  await submitRegister(director, submission({ 0: 'late', 1: 'absent_unexcused', 2: 'absent_excused' }))
  await expectDayOfItsMarks(north.id)
  const lesson = await db.attendanceSession.create({ data: { classId: school.classId, campusId: north.id, sessionDate: toDate(today), sessionType: 'ad_hoc', state: 'submitted' } })
  const mark = (place: number, status: AttendanceStatus) => ({ attendanceSessionId: lesson.id, campusId: north.id, sessionDate: toDate(today), studentId: studentIds[place]!, status })
  await db.attendanceRecord.createMany({ data: [mark(0, 'absent_excused'), mark(1, 'present'), mark(2, 'unmarked'), mark(3, 'late')] })
  await expectDayOfItsMarks(north.id)
  await db.attendanceRecord.updateMany({ where: { status: { in: ['absent_unexcused', 'late'] } }, data: { status: 'remote', minutesLate: null } })
  await expectDayOfItsMarks(north.id)
  await db.attendanceRecord.deleteMany({ where: { status: 'absent_excused', attendanceSessionId: lesson.id } })
  await expectDayOfItsMarks(north.id)
  // Removed with its register, and back again with it.
  await db.attendanceSession.delete({ where: { id: lesson.id } })
  await expectDayOfItsMarks(north.id)
  await asOwner((owner) => owner.query(`SELECT set_config('app.organization_id', $1, false)`, [school.organizationId]).then(() => owner.query('UPDATE attendance_sessions SET "deletedAt" = NULL WHERE id = $1', [lesson.id])))
  await expectDayOfItsMarks(north.id)
})

test('registers of one student in several lessons at once count the student once', async () => {
  const { db, north, people, classId, studentIds } = school
  await db.campusAttendanceConfig.updateMany({ where: { campusId: north.id }, data: { registerMode: 'period' } })
  const director = await ctxOf(people.director.userId, school.organizationId)
  const periods: string[] = []
  for (const hour of ['00:00', '00:10', '00:20', '00:30', '00:40']) periods.push(await aLesson(school, { startsAt: hour, endsAt: `${hour.slice(0, 4)}5` }))
  const statuses = ['present', 'late', 'absent_excused', 'absent_unexcused', 'remote']
  await Promise.all(periods.map((periodId, n) => submitRegister(director, submission(Object.fromEntries(studentIds.map((_, i) => [i, statuses[(i + n) % 5]!])), { classId, periodId }))))
  await expectDayOfItsMarks(north.id)
  expect((await getDay(director)).campuses).toMatchObject([{ absent: 5, late: 0 }])
})

const everyone = ['admin', 'director', 'registrar', 'teacher', 'assistant'] as const

test('the day of a campus is where its students stand, each counted once, after two hundred deeds at once', async () => {
  const { db, north, classId, studentIds } = school
  const statuses = ['present', 'present', 'late', 'absent_unexcused', 'absent_excused', 'left_early', 'remote', 'off_site']
  let seed = 20_260_105
  const dice = (sides: number) => (seed = (seed * 48_271) % 2_147_483_647) % sides
  const second = await db.class.create({ data: { name: 'Second', campusId: north.id, academicYearId: school.yearId, gradeId: school.gradeId, homeroomTeacherId: school.people.teacher.staffId } })
  for (const studentId of studentIds.slice(0, 3)) await db.classEnrollment.create({ data: { classId: second.id, studentId, enrolledOn: toDate('2020-01-01') } })
  await db.classSubject.create({ data: { classId: second.id, subjectId: school.subjectId, teacherId: school.people.assistant.staffId } })
  const people = [await school.as('director'), await school.as('teacher'), await school.as('assistant'), await school.as('admin')]
  const classes = [{ id: classId, list: studentIds }, { id: second.id, list: studentIds.slice(0, 3) }]

  const outcomes: string[] = []
  const versions = new Map<string, string>()
  const deed = async () => {
    const [ctx, { id, list }] = [people[dice(people.length)]!, classes[dice(2)]!]
    const asked = submission({}, {
      classId: id, seen: dice(4) ? (versions.get(id) ?? null) : null,
      marks: list.map((studentId) => ({ studentId, status: statuses[dice(statuses.length)], minutesLate: null, remark: null })),
    })
    // Some are sent twice at once, as after a lost answer.
    const sent = await Promise.allSettled(Array.from({ length: 1 + (dice(4) === 0 ? 1 : 0) }, () => submitRegister(ctx, asked)))
    for (const outcome of sent) {
      if (outcome.status === 'fulfilled') versions.set(id, outcome.value.version)
      outcomes.push(outcome.status === 'fulfilled' ? 'written' : String(outcome.reason.message))
    }
  }
  for (let round = 0; round < 25; round++) await Promise.all(Array.from({ length: 8 }, deed))

  expect(new Set(outcomes)).toEqual(new Set(['written', 'attendance.refusals.taken']))
  expect(outcomes.filter((outcome) => outcome === 'written').length).toBeGreaterThan(40)
  const sessions = await db.attendanceSession.findMany({ select: { id: true, totalEnrolled: true, totalPresent: true, totalAbsent: true, totalTardy: true, totalExcused: true } })
  expect(sessions).toHaveLength(2)
  for (const { id, ...totals } of sessions) {
    const marks = await db.attendanceRecord.findMany({ where: { attendanceSessionId: id }, select: { status: true } })
    const count = (matches: (status: string) => boolean) => marks.filter(({ status }) => matches(status)).length
    const absent = count((status) => status.startsWith('absent'))
    expect(totals).toEqual({ totalEnrolled: marks.length, totalPresent: marks.length - absent, totalAbsent: absent, totalTardy: count((status) => status === 'late'), totalExcused: count((status) => status === 'absent_excused') })
  }
  await expectDayOfItsMarks(north.id)
})

test('for everybody, at every campus, the numbers of the day are those of the lists behind them', async () => {
  const { db, north, south, people, otherClassId, otherStudentId } = school
  await db.userCampus.create({ data: { userId: people.director.userId, campusId: south.id } })
  const director = await school.as('director')
  await submitRegister(director, submission({ 0: 'late', 1: 'absent_unexcused', 2: 'absent_excused' }))
  const subject = await db.classSubject.create({ data: { classId: otherClassId, subjectId: school.subjectId } })
  const [first, second] = [await aLesson({ ...school, classSubjectId: subject.id }, { campusId: south.id }), await aLesson({ ...school, classSubjectId: subject.id }, { campusId: south.id, startsAt: '00:50', endsAt: '01:00' })]
  const lesson = (periodId: string, status: string) => submission({}, { classId: otherClassId, periodId, marks: [{ studentId: otherStudentId, status }] })
  const atSouth = await ctxOf(people.director.userId, school.organizationId)
  await submitRegister(atSouth, lesson(first, 'absent_unexcused'))

  for (const who of everyone) await expectCardsToBeTheirLists(await school.as(who))
  const chosen = { ...atSouth, campus: atSouth.campuses.find(({ id }) => id === south.id)! }
  const [day] = await expectCardsToBeTheirLists(chosen)
  expect(day).toMatchObject({ absent: 1, registersTaken: 1 })
  await submitRegister(atSouth, lesson(second, 'absent_unexcused'))
  expect((await absencesOf(chosen, { kind: 'absent' })).rows.map(({ studentId, lessons }) => [studentId, lessons.map(({ startsAt }) => startsAt)])).toEqual([[otherStudentId, ['00:00', '00:50']]])
  await expectCardsToBeTheirLists(chosen, today, { lessons: true })
  expect((await getDay(await school.as('teacher'))).campuses).toMatchObject([{ id: north.id, present: 2, absent: 2, excused: 1, unexplained: 1, late: 1, unmarked: 0, roll: 5, percentage: 60 }])
})

test('what was taken on a day off, of a class archived since, or of a lesson given up since, is counted and shown', async () => {
  const { db, north, classId } = school
  const director = await school.as('director')
  const { id: stillHere } = await db.class.create({ data: { name: 'Still here', campusId: north.id, academicYearId: school.yearId, gradeId: school.gradeId } })
  await db.classEnrollment.create({ data: { classId: stillHere, studentId: school.studentIds[0]!, enrolledOn: new Date('2020-01-01') } })
  await submitRegister(director, submission({ 0: 'absent_unexcused' }))
  await db.class.update({ where: { id: classId }, data: { status: 'archived' } })
  expect(await expectCardsToBeTheirLists(director)).toMatchObject([{ absent: 1, registersDue: 1, registersTaken: 0 }])
  expect((await registersOf(director)).rows.map(({ className, taken }) => [className, taken])).toEqual([['Still here', false], [`Own ${school.mark}`, true]])

  await db.specialDay.create({ data: { date: toDate(today), kind: 'holiday', title: 'Free', campusId: north.id } })
  expect(await expectCardsToBeTheirLists(director)).toMatchObject([{ isOpen: false, absent: 1, registersDue: 0 }])
})

test('before the first school year there is no school, and nothing is missing', async () => {
  expect((await getDay(await school.as('director'), '2019-12-31')).campuses).toMatchObject([{ isOpen: false, registersDue: 0 }])
})

test('each campus has its own clock: what has not begun there is not missing', async () => {
  const { db, north, south, otherClassId, people } = school
  await db.userCampus.create({ data: { userId: people.director.userId, campusId: south.id } })
  const [ahead, behind] = ['Pacific/Kiritimati', 'Pacific/Pago_Pago']
  await db.campus.update({ where: { id: north.id }, data: { timeZone: ahead } })
  await db.campus.update({ where: { id: south.id }, data: { timeZone: behind } })
  const subject = await db.classSubject.create({ data: { classId: otherClassId, subjectId: school.subjectId } })
  const there = nowIn(behind).date
  await aLesson({ ...school, classSubjectId: subject.id }, { campusId: south.id, date: there, startsAt: '00:00', endsAt: '00:01' })
  await aLesson({ ...school, classSubjectId: subject.id }, { campusId: south.id, date: daysAfter(there, 1), startsAt: '00:00', endsAt: '00:01' })
  const director = await school.as('director')
  const due = async (date: string) => Object.fromEntries((await expectCardsToBeTheirLists(director, date)).map(({ id, registersDue }) => [id === north.id ? 'north' : 'south', registersDue]))
  expect(await due(there)).toEqual({ north: 1, south: 1 })
  expect(await due(daysAfter(there, 1))).toEqual({ north: 1, south: 0 })
})

test.each(['-1', '0.5', '1e9', 'Infinity', '99999', '٣', '%00'])('a page %s of the registers shows the list', async (place) => {
  const director = await school.as('director')
  for (const asked of [{ after: place }, { before: place }]) expect((await registersOf(director, asked)).rows).toHaveLength(1)
})
