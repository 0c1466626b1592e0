import { beforeAll, expect, test } from 'vitest'
import type { Ctx } from '@/lib/platform/context'
import { listHistory } from '@/lib/platform/history.server'
import { parseList } from '@/lib/platform/list'
import { toTime } from '@/lib/platform/time'
import { aSchool } from '@/prisma/seed/a-school'
import { bellScheduleEditInput, bellScheduleInput, bellScheduleList } from './bell-schedule'
import { bellSchedules, getBellSchedule, listBellSchedules, readBells } from './bell-schedule.server'
import { roomEditInput, roomInput, roomList } from './room'
import { listRooms, rooms } from './room.server'

let school: Awaited<ReturnType<typeof aSchool>>
let registrar: Ctx
let director: Ctx
let stranger: Ctx
beforeAll(async () => {
  school = await aSchool()
  registrar = await school.as('registrar')
  director = await school.as('director')
  stranger = await (await aSchool()).as('admin')
})

const roomOf = (name: string, campusId = school.north.id) => roomInput.parse({ name, roomType: 'classroom', capacity: '30', note: '', campusId })
const noDay = { monday: false, tuesday: false, wednesday: false, thursday: false, friday: false, saturday: false, sunday: false }
const lesson = (name: string, startsAt: string, endsAt: string, id = '') => ({ id, name, startsAt, endsAt, kind: 'lesson' as const })
const bellsOf = (name: string, more: object) => bellScheduleInput.parse({ ...noDay, name, campusId: school.north.id, periods: [lesson('1', '08:00', '08:45')], ...more })

/** A lesson in a room at 8 on a Monday, in a draft or one that is published. */
async function lessonIn(room: string, status: 'draft' | 'published' | 'archived') {
  const timetable = await school.db.timetable.create({ data: { name: status, effectiveFrom: new Date('2026-01-05'), status, campusId: school.north.id, academicYearId: school.yearId } })
  // The facts that the trigger repeats are demanded by the type.
  const repeated = { classId: school.classId, campusId: school.north.id }
  return school.db.timetablePeriod.create({ data: { ...repeated, timetableId: timetable.id, classSubjectId: school.classSubjectId, dayOfWeek: 'monday', startsAt: toTime('08:00'), endsAt: toTime('08:45'), room, name: '1' } })
}

test('a room is created, found, renamed with its lessons, removed and restored, and the history says so', async () => {
  const { id } = await rooms.create(registrar, roomOf('Lab 1'))
  const list = async (ctx: Ctx, asked: Record<string, string>) => (await listRooms(ctx, parseList(roomList, asked))).rows.map(({ name }) => name)
  expect(await list(registrar, { q: 'lab' })).toEqual(['Lab 1'])
  expect(await list(stranger, {})).toEqual([])
  const drawn = await lessonIn('lab 1', 'draft')
  await school.db.class.updateMany({ where: { id: school.classId }, data: { room: 'LAB 1' } })
  await school.db.class.updateMany({ where: { id: school.otherClassId }, data: { room: 'Lab 1' } })
  const { seen } = await rooms.get(registrar, id)
  await rooms.update(registrar, { ...roomEditInput.parse({ ...roomOf('Laboratory'), roomType: 'laboratory' }), id, seen })
  expect(await school.db.timetablePeriod.findFirst({ where: { id: drawn.id }, select: { room: true, sequence: true } })).toEqual({ room: 'Laboratory', sequence: 1 })
  // The class at home there as well, and its history says so; that of another campus has a room of its own by that name.
  expect(await Promise.all([school.classId, school.otherClassId].map(async (classId) => (await school.db.class.findFirst({ where: { id: classId } }))?.room))).toEqual(['Laboratory', 'Lab 1'])
  expect((await listHistory(registrar, 'classes', school.classId)).map(({ deed }) => deed)).toEqual(['update-class'])
  await expect(rooms.remove(registrar, { id, seen: (await rooms.get(registrar, id)).seen })).rejects.toMatchObject({ code: 'conflict', message: 'timetables.refusals.roomInUse' })
  await school.db.timetablePeriod.deleteMany({ where: { id: drawn.id } })
  await rooms.remove(registrar, { id, seen: (await rooms.get(registrar, id)).seen })
  expect(await list(registrar, { q: 'lab' })).toEqual([])
  await rooms.restore(registrar, { id })
  expect(await list(registrar, { type: 'laboratory' })).toEqual(['Laboratory'])
  expect((await listHistory(registrar, 'rooms', id)).map(({ deed }) => deed)).toEqual(['restore-room', 'remove-room', 'update-room', 'create-room'])
})

test('two rooms of a campus never share a name, whoever is faster', async () => {
  const made = await Promise.allSettled([rooms.create(registrar, roomOf('Twin')), rooms.create(registrar, roomOf('twin'))])
  expect(made.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
  await rooms.create(registrar, roomOf('Twin', school.south.id))
})

test('bells are kept with their periods, and each day has one schedule', async () => {
  const { id } = await bellSchedules.create(registrar, bellsOf('Usual', { monday: true, tuesday: true, periods: [lesson('2', '08:50', '09:35'), lesson('1', '08:00', '08:45')] }))
  expect(await readBells(registrar, school.north.id)).toMatchObject({ monday: [{ name: '1', startsAt: '08:00' }, { name: '2', endsAt: '09:35' }], tuesday: [{}, {}] })
  await expect(bellSchedules.create(registrar, bellsOf('Other', { tuesday: true }))).rejects.toMatchObject({ code: 'P2002' })
  await bellSchedules.create(registrar, bellsOf('Short', { friday: true }))
  expect((await listBellSchedules(registrar, parseList(bellScheduleList, {}))).rows).toMatchObject([{ name: 'Short', days: ['friday'] }, { name: 'Usual', lessons: 2, from: '08:00', until: '09:35' }])
  await expect(getBellSchedule(stranger, id)).rejects.toMatchObject({ code: 'not-found' })
})

test('lessons of a draft go along with their bell, also when two bells change places; what is published stays', async () => {
  const { id } = await bellSchedules.create(registrar, bellsOf('Wednesday', { wednesday: true, periods: [lesson('1', '08:00', '08:45'), lesson('2', '08:45', '09:30')] }))
  const [draft, published] = [await lessonIn('A', 'draft'), await lessonIn('B', 'published')]
  await school.db.timetablePeriod.updateMany({ where: { id: { in: [draft.id, published.id] } }, data: { dayOfWeek: 'wednesday' } })
  const known = await getBellSchedule(registrar, id)
  const [first, second] = known.periods
  const edited = bellScheduleEditInput.parse({ ...bellsOf('Wednesday', { wednesday: true }), periods: [lesson('1', '08:45', '09:30', first!.id), lesson('2', '08:00', '08:45', second!.id)] })
  await bellSchedules.update(registrar, { ...edited, id, seen: known.seen })
  const timeOf = async (one: { id: string }) => (await school.db.timetablePeriod.findFirst({ where: { id: one.id } }))?.startsAt
  expect(await timeOf(draft)).toEqual(toTime('08:45'))
  expect(await timeOf(published)).toEqual(toTime('08:00'))
  await expect(bellSchedules.update(registrar, { ...edited, id, seen: known.seen })).rejects.toMatchObject({ code: 'conflict', message: 'timetables.refusals.bellsChanged' })
  expect((await listHistory(registrar, 'bell_schedules', id))[0]).toMatchObject({ deed: 'update-bell-schedule', after: { periods: '08:00–08:45 2, 08:45–09:30 1' } })
})

test('periods that overlap are refused by the form and by the database', async () => {
  const overlapping = [lesson('1', '08:00', '08:45'), lesson('2', '08:30', '09:00')]
  expect(bellScheduleInput.safeParse({ ...noDay, name: 'x', campusId: school.north.id, periods: overlapping }).error?.issues).toMatchObject([{ path: ['periods', 1, 'startsAt'] }])
  await expect(bellSchedules.create(registrar, { ...bellsOf('Raw', { sunday: true }), periods: overlapping })).rejects.toThrow()
  expect(await school.db.bellSchedule.count({ where: { sunday: true } })).toBe(0)
})

test('nobody beyond the reach changes a room or bells', async () => {
  const room = await rooms.create(registrar, roomOf('Far', school.south.id))
  const bells = await bellSchedules.create(registrar, bellsOf('Far', { monday: true, campusId: school.south.id }))
  const seen = (await rooms.get(registrar, room.id)).seen
  for (const who of [director, stranger]) {
    await expect(rooms.get(who, room.id)).rejects.toMatchObject({ code: 'not-found' })
    await expect(rooms.update(who, { ...roomEditInput.parse(roomOf('x')), id: room.id, seen })).rejects.toMatchObject({ code: 'not-found' })
    await expect(getBellSchedule(who, bells.id)).rejects.toMatchObject({ code: 'not-found' })
    await expect(bellSchedules.remove(who, { id: bells.id, seen })).rejects.toMatchObject({ code: 'not-found' })
  }
})
