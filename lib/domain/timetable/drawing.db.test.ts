import { beforeAll, beforeEach, expect, test } from 'vitest'
import { listClassWeek } from '@/lib/domain/academics/class-subject.server'
import { getTeacherDay } from '@/lib/domain/attendance/day.server'
import { setClock } from '@/lib/platform/clock.server'
import type { Ctx } from '@/lib/platform/context'
import { listHistory } from '@/lib/platform/history.server'
import { toTime } from '@/lib/platform/time'
import { aSchool } from '@/prisma/seed/a-school'
import { inverseOf, type Change, type Slot } from './board'
import { readBoard } from './board.server'
import { placeLessons } from './placing.server'
import { getCheckList, publishTimetable } from './publishing.server'
import { timetableInput } from './timetable'
import { getTimetable, timetables } from './timetable.server'

type School = Awaited<ReturnType<typeof aSchool>>
let school: School
let registrar: Ctx
let lessons: { math: string; other: string; same: string }
beforeAll(() => setClock('2026-03-02T08:00:00Z'))
beforeEach(async () => {
  school = await aSchool()
  registrar = await school.as('registrar')
  const { db } = school
  const second = await db.class.create({ data: { name: `Second ${school.mark}`, campusId: school.north.id, academicYearId: school.yearId, gradeId: school.gradeId } })
  const lesson = (classId: string, subjectId: string, staffId: string) => db.classSubject.create({ data: { classId, subjectId, teacherId: staffId, lessonsPerWeek: 2 }, select: { id: true } })
  const history = await db.subject.create({ data: { name: 'History', code: 'HI' } })
  await db.classSubject.updateMany({ where: { id: school.classSubjectId }, data: { lessonsPerWeek: 2 } })
  // The teacher's own class has Math with them; the second class has History with them too, and Math with the assistant.
  lessons = { math: school.classSubjectId, other: (await lesson(second.id, history.id, school.people.teacher.staffId)).id, same: (await lesson(second.id, school.subjectId, school.people.assistant.staffId)).id }
})

const at = (day: Slot['day'], hour: number, room: string | null = null): Slot => ({ day, startsAt: `${String(hour).padStart(2, '0')}:00`, endsAt: `${String(hour).padStart(2, '0')}:45`, name: String(hour), room })
const place = (lessonId: string, to: Slot): Change => ({ id: crypto.randomUUID(), lessonId, from: null, to })
const draft = async (more: object = {}) => timetables.create(registrar, timetableInput.parse({ name: 'Spring', campusId: school.north.id, academicYearId: school.yearId, effectiveFrom: '2026-03-09', copyOf: '', ...more }))
const step = async (id: string, changes: readonly Change[], ctx = registrar) => placeLessons(ctx, { timetableId: id, seen: (await getTimetable(registrar, id)).seen, changes: [...changes] })
const placedIn = async (id: string) => [...(await readBoard(registrar, await getTimetable(registrar, id))).placed].sort((a, b) => a.day.localeCompare(b.day) || a.startsAt.localeCompare(b.startsAt)).map(({ day, startsAt, lessonId, room }) => [day, startsAt, lessonId, room])

test('lessons are placed, moved, swapped, unplaced, and every step goes back and forth, with a history', async () => {
  const { id } = await draft()
  const [math, history] = [place(lessons.math, at('monday', 9, 'A')), place(lessons.other, at('monday', 10, 'B'))]
  await step(id, [math, history])
  const swap: Change[] = [{ ...math, from: at('monday', 9, 'A'), to: at('monday', 10, 'A') }, { ...history, from: at('monday', 10, 'B'), to: at('monday', 9, 'B') }]
  await step(id, swap)
  expect(await placedIn(id)).toEqual([['monday', '09:00', lessons.other, 'B'], ['monday', '10:00', lessons.math, 'A']])
  await step(id, inverseOf(swap))
  expect(await placedIn(id)).toEqual([['monday', '09:00', lessons.math, 'A'], ['monday', '10:00', lessons.other, 'B']])
  const away: Change[] = [{ ...math, from: at('monday', 9, 'A'), to: null }]
  await step(id, away)
  await step(id, inverseOf(away))
  await step(id, [{ ...math, from: at('monday', 9, 'A'), to: at('tuesday', 11) }])
  expect(await placedIn(id)).toEqual([['monday', '10:00', lessons.other, 'B'], ['tuesday', '11:00', lessons.math, null]])
  const told = (await listHistory(registrar, 'timetables', id)).map(({ deed }) => deed)
  expect(told).toEqual(['move-lesson', 'place-lesson', 'unplace-lesson', 'move-lesson', 'move-lesson', 'move-lesson', 'move-lesson', 'place-lesson', 'place-lesson', 'create-timetable'])
})

test.each([
  ['a class', 'math', 'math', 'A', 'B', 'class'],
  ['a teacher', 'math', 'other', 'A', 'B', 'teacher'],
  ['a room', 'math', 'same', 'A', 'a', 'room'],
] as const)('%s is nowhere twice at a time, and the sentence says who stands in the way', async (_, first, second, room, otherRoom, because) => {
  const { id } = await draft()
  await step(id, [place(lessons[first], at('monday', 9, room))])
  await expect(step(id, [place(lessons[second], at('monday', 9, otherRoom))])).rejects.toMatchObject({ code: 'conflict', message: `timetables.clash.${because}` })
  expect(await placedIn(id)).toHaveLength(1)
  await step(id, [place(lessons[second], at('monday', 10, otherRoom))])
})

test('a teacher who teaches at another campus then is not there', async () => {
  const { db } = school
  const far = await db.classSubject.create({ data: { classId: school.otherClassId, subjectId: school.subjectId, teacherId: school.people.teacher.staffId } })
  const there = await db.timetable.create({ data: { name: 'South', campusId: school.south.id, academicYearId: school.yearId, effectiveFrom: new Date('2026-01-01'), status: 'published' } })
  await db.timetablePeriod.create({ data: { timetableId: there.id, classSubjectId: far.id, classId: school.otherClassId, campusId: school.south.id, dayOfWeek: 'monday', startsAt: toTime('09:15'), endsAt: toTime('10:00') } })
  const { id } = await draft()
  await expect(step(id, [place(lessons.math, at('monday', 9))])).rejects.toMatchObject({ message: 'timetables.clash.elsewhere', params: { campus: expect.stringContaining('South') } })
})

test('of two who draw at once nobody loses anything: the second hears of the first, a lesson that was moved is not moved again, and one place takes one', async () => {
  const { id } = await draft()
  const { seen } = await getTimetable(registrar, id)
  const admin = await school.as('admin')
  const change = place(lessons.math, at('monday', 9))
  const both = await Promise.all([placeLessons(registrar, { timetableId: id, seen, changes: [change] }), placeLessons(admin, { timetableId: id, seen, changes: [place(lessons.same, at('monday', 10))] })])
  expect(both.map(({ isBehind }) => isBehind).sort()).toEqual([false, true])
  const move = (hour: number) => ({ ...change, from: at('monday', 9), to: at('tuesday', hour) })
  const moves = await Promise.allSettled([step(id, [move(9)]), step(id, [move(11)], admin)])
  expect(moves.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
  expect(moves.find((one) => one.status === 'rejected')?.reason).toMatchObject({ message: 'timetables.refusals.moved' })
  const rivals = await Promise.allSettled([step(id, [place(lessons.math, at('friday', 9))]), step(id, [place(lessons.other, at('friday', 9))], admin)])
  expect(rivals.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
  expect(await placedIn(id)).toHaveLength(3)
})

test('a draft is published from a day, the former ends the day before, and what was to come is put away', async () => {
  const former = await draft({ name: 'Winter' })
  await step(former.id, [place(lessons.math, at('monday', 9, 'A')), place(lessons.same, at('monday', 10))])
  await publishTimetable(registrar, { id: former.id, seen: (await getTimetable(registrar, former.id)).seen, from: '2026-01-05' })
  const coming = await draft({ name: 'Never', copyOf: former.id })
  await publishTimetable(registrar, { id: coming.id, seen: (await getTimetable(registrar, coming.id)).seen, from: '2026-05-04' })
  const next = await draft({ copyOf: former.id })
  expect(await placedIn(next.id)).toHaveLength(2)
  const record = await getTimetable(registrar, next.id)
  expect(await getCheckList(registrar, record)).toMatchObject({ lessons: 2, clashes: [], offBells: 2, withoutRoom: 1, unplaced: expect.arrayContaining([expect.objectContaining({ left: 1 })]), replaces: [{ name: 'Winter' }, { name: 'Never' }] })
  await publishTimetable(registrar, { id: next.id, seen: record.seen, from: '2026-03-09' })
  expect(await getTimetable(registrar, former.id)).toMatchObject({ state: 'inForce', to: '2026-03-08' })
  expect(await getTimetable(registrar, coming.id)).toMatchObject({ state: 'archived' })
  expect(await getTimetable(registrar, next.id)).toMatchObject({ state: 'coming', from: '2026-03-09', to: '2099-12-31' })
  const onMonday = (date: string) => school.db.timetablePeriod.count({ where: { classId: school.classId, published: true, effectiveFrom: { lte: new Date(date) }, effectiveTo: { gte: new Date(date) } } })
  expect([await onMonday('2026-03-02'), await onMonday('2026-03-09'), await onMonday('2026-06-01')]).toEqual([1, 1, 1])
})

test('homes, registers and classes follow what is published for their day', async () => {
  const former = await draft()
  const change = place(lessons.math, at('monday', 9, 'A'))
  await step(former.id, [change])
  await publishTimetable(registrar, { id: former.id, seen: (await getTimetable(registrar, former.id)).seen, from: '2026-01-05' })
  const next = await draft({ copyOf: former.id })
  const [copied] = (await readBoard(registrar, await getTimetable(registrar, next.id))).placed
  await step(next.id, [{ ...change, id: copied!.id, from: at('monday', 9, 'A'), to: at('monday', 11, 'B') }])
  await publishTimetable(registrar, { id: next.id, seen: (await getTimetable(registrar, next.id)).seen, from: '2026-03-09' })
  const seenAt = async (instant: string) => {
    setClock(instant)
    const teacher = await school.as('teacher')
    return [(await getTeacherDay(teacher)).periods.map(({ startsAt, room }) => `${startsAt} ${room}`), (await listClassWeek(teacher, school.classId)).map(({ startsAt }) => startsAt)]
  }
  expect(await seenAt('2026-03-02T08:00:00Z')).toEqual([['09:00 A'], ['09:00']])
  expect(await seenAt('2026-03-09T08:00:00Z')).toEqual([['11:00 B'], ['11:00']])
  setClock('2026-03-02T08:00:00Z')
})

test('the database refuses what the check could not see: a lesson written past it keeps a draft from being published', async () => {
  const former = await draft()
  await step(former.id, [place(lessons.math, at('monday', 9))])
  await publishTimetable(registrar, { id: former.id, seen: (await getTimetable(registrar, former.id)).seen, from: '2026-01-05' })
  const raw = { timetableId: former.id, classSubjectId: lessons.other, classId: school.classId, campusId: school.north.id, dayOfWeek: 'monday' as const, startsAt: toTime('09:30'), endsAt: toTime('10:15') }
  await expect(school.db.timetablePeriod.create({ data: raw })).rejects.toThrow(/23P01|exclusion|teacher_free/)
  const next = await draft({ copyOf: former.id })
  await school.db.timetablePeriod.create({ data: { ...raw, timetableId: next.id } })
  const { seen } = await getTimetable(registrar, next.id)
  await expect(publishTimetable(registrar, { id: next.id, seen, from: '2026-03-09' })).rejects.toMatchObject({ message: 'timetables.refusals.clashes' })
  await expect(school.db.timetable.updateMany({ where: { id: next.id }, data: { status: 'published', effectiveFrom: new Date('2026-03-09') } })).rejects.toThrow()
  expect(await getTimetable(registrar, former.id)).toMatchObject({ to: '2099-12-31', state: 'inForce' })
})

test('what is published is not drawn, edited or removed, and a past day is no beginning where something is in force', async () => {
  const { id } = await draft()
  const change = place(lessons.math, at('monday', 9))
  await step(id, [change])
  await publishTimetable(registrar, { id, seen: (await getTimetable(registrar, id)).seen, from: '2026-01-05' })
  const { seen } = await getTimetable(registrar, id)
  await expect(step(id, [{ ...change, from: at('monday', 9), to: null }])).rejects.toMatchObject({ message: 'timetables.refusals.notDraft' })
  await expect(timetables.update(registrar, { id, seen, name: 'x', effectiveFrom: '2026-01-05' })).rejects.toMatchObject({ message: 'timetables.refusals.notDraft' })
  await expect(timetables.remove(registrar, { id, seen })).rejects.toMatchObject({ message: 'timetables.refusals.notDraft' })
  const next = await draft({ copyOf: id })
  await expect(publishTimetable(registrar, { id: next.id, seen: (await getTimetable(registrar, next.id)).seen, from: '2026-02-02' })).rejects.toMatchObject({ fields: { from: { key: 'timetables.problems.past' } } })
})

test('whoever may not draw sees no draft, and nobody beyond the reach reads or draws one', async () => {
  const { id } = await draft()
  for (const who of ['director', 'teacher'] as const) await expect(getTimetable(await school.as(who), id)).rejects.toMatchObject({ code: 'not-found' })
  const stranger = await (await aSchool()).as('admin')
  await expect(getTimetable(stranger, id)).rejects.toMatchObject({ code: 'not-found' })
  await expect(step(id, [place(lessons.math, at('monday', 9))], stranger)).rejects.toMatchObject({ code: 'not-found' })
  const south = { ...registrar, db: (await school.as('director')).db }
  const far = await timetables.create(registrar, timetableInput.parse({ name: 'South', campusId: school.south.id, academicYearId: school.yearId, effectiveFrom: '2026-03-09', copyOf: null }))
  await expect(step(far.id, [place(lessons.math, at('monday', 9))], south)).rejects.toMatchObject({ code: 'not-found' })
  await expect(step(far.id, [place(lessons.math, at('monday', 9))])).rejects.toMatchObject({ code: 'not-found' })
})
