import { beforeEach, describe, expect, test } from 'vitest'
import { aSchool } from '@/prisma/seed/a-school'
import type { Ctx } from '@/lib/platform/context'
import { aRoster, edited } from './a-roster'
import { everything, imported, undone } from './an-import.server'

let school: Awaited<ReturnType<typeof aSchool>>
let ctx: Ctx
beforeEach(async () => {
  school = await aSchool()
  ctx = await school.as('admin')
})

const without = (name: string, ...starts: string[]) => ({ ...aRoster(), [name]: String(aRoster()[name]).split('\r\n').filter((line) => !starts.some((start) => line.startsWith(`${start},`))).join('\r\n') })
const seats = async () => (await ctx.db.classEnrollment.findMany({ where: { sourcedId: { in: ['e3', 'e4'] } }, orderBy: { sourcedId: 'asc' }, include: { student: true } })).map(({ student }) => student.sourcedId)

describe('what only changes places does not meet itself half way', () => {
  const shifted = () => edited(aRoster(), 'enrollments.csv', ['e3,,,h,n,p1', 'e3,,,h,n,p2'], ['e4,,,h,n,p2', 'e4,,,h,n,p1'])
  test('enrolments numbered anew with each export, and back by undo', async () => {
    await imported(ctx, aRoster())
    const before = await everything(ctx)
    const { id, state } = await imported(ctx, shifted())
    expect([state, await seats()]).toEqual(['applied', ['p2', 'p1']])
    expect((await undone(ctx, id)).state).toBe('undone')
    expect(await everything(ctx)).toEqual(before)
  })
  test('two classes of one name that belong to each other\'s campus', async () => {
    const line = 'h,,,9 A,09,,9A,homeroom,R1,n,"t1,t2",,,'
    const files = edited(aRoster(), 'classes.csv', [line, `${line}\r\nh2,,,9 A,09,,9A,homeroom,R2,s,"t1,t2",,,`])
    await imported(ctx, files)
    const { id, state } = await imported(ctx, edited(files, 'classes.csv', ['R1,n', 'R1,?'], ['R2,s', 'R2,n'], ['R1,?', 'R1,s']))
    expect(state).toBe('applied')
    expect(await ctx.db.class.findFirst({ where: { sourcedId: 'h' }, include: { campus: true } })).toMatchObject({ name: '9 A', room: 'R1', campus: { name: 'South' } })
    expect((await undone(ctx, id)).state).toBe('undone')
    expect(await ctx.db.class.findFirst({ where: { sourcedId: 'h' }, include: { campus: true } })).toMatchObject({ name: '9 A', campus: { name: 'North' } })
  })
  test('a student who leaves a class twice in a day', async () => {
    const gone = without('enrollments.csv', 'e3')
    await imported(ctx, aRoster())
    await imported(ctx, gone)
    await imported(ctx, edited(aRoster(), 'enrollments.csv', ['e3,,,h', 'e33,,,h']))
    expect((await imported(ctx, gone)).state).toBe('applied')
    expect(await ctx.db.classEnrollment.count({ where: { sourcedId: { in: ['e3', 'e33'] }, status: 'withdrawn', endedOn: { not: null } } })).toBe(2)
  })
})

test('who left by the file and was then deleted here stays deleted, too', async () => {
  await imported(ctx, aRoster())
  await imported(ctx, { ...without('users.csv', 'p2'), 'enrollments.csv': without('enrollments.csv', 'e4')['enrollments.csv']! })
  await ctx.db.student.delete({ where: { id: (await ctx.db.student.findFirstOrThrow({ where: { sourcedId: 'p2' } })).id } })
  const batch = await imported(ctx, aRoster())
  expect(batch.summary).toMatchObject({ counts: { students: { same: 1 } }, byCode: { 'row-deleted-here': 1 } })
  expect(await ctx.db.student.count({ where: { sourcedId: 'p2' } })).toBe(0)
})

describe('undo stops where somebody else has by now what it would give back', () => {
  const taken = (entity: string) => expect.objectContaining({ entity, why: 'taken' }) as object
  test('a number', async () => {
    await imported(ctx, aRoster())
    const { id } = await imported(ctx, edited(aRoster(), 'users.csv', ['Sam,Student,,N1', 'Sam,Student,,N9'], ['Sol,Student,,N2', 'Sol,Student,,N1']))
    await ctx.db.student.create({ data: { studentNumber: 'N2', firstName: 'Nora', lastName: 'Else', campusId: school.north.id } })
    // Sol cannot have N2 again and keeps N1, so that Sam cannot have N1 again.
    expect((await undone(ctx, id)).summary.blocks?.rows).toEqual([taken('students'), taken('students')])
    expect(await undone(ctx, id, { leaveChanged: true })).toMatchObject({ state: 'undone', summary: { undone: { left: 2 } } })
  })
  test('a teacher, who teaches another lesson at that time', async () => {
    await imported(ctx, aRoster())
    const none = edited(aRoster(), 'enrollments.csv', ['e2,,,k,n,u1,teacher,true,,\r\n', ''])
    const { id } = await imported(ctx, none)
    const lesson = await ctx.db.classSubject.findFirstOrThrow({ where: { sourcedId: 'k>mat' }, include: { class: true } })
    const tia = await ctx.db.staff.findFirstOrThrow({ where: { sourcedId: 'u1' } })
    await ctx.db.classSubject.update({ where: { id: school.classSubjectId }, data: { teacherId: tia.id } })
    const timetable = await ctx.db.timetable.create({ data: { name: 'Week', effectiveFrom: new Date('2020-01-01'), status: 'published', academicYearId: school.yearId, campusId: lesson.class.campusId } })
    for (const [classSubjectId, classId] of [[lesson.id, lesson.classId], [school.classSubjectId, school.classId]] as const) {
      await ctx.db.timetablePeriod.create({ data: { timetableId: timetable.id, classSubjectId, classId, campusId: lesson.class.campusId, dayOfWeek: 'monday', startsAt: new Date('1970-01-01T09:00:00Z'), endsAt: new Date('1970-01-01T10:00:00Z') } })
    }
    expect((await undone(ctx, id)).summary.blocks?.rows).toEqual([taken('class_subjects')])
    expect((await undone(ctx, id, { leaveChanged: true })).state).toBe('undone')
  })
})
