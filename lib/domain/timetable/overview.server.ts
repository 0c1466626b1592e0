import 'server-only'
import { noSchool, readCalendar } from '@/lib/domain/attendance/public.server'
import { nowIn } from '@/lib/platform/clock.server'
import type { Ctx } from '@/lib/platform/context'
import { fromTime, weekdayOf, weekdays, type PlainTime, type Weekday } from '@/lib/platform/time'
import { givenBetween } from './week.server'

type Given = { id: string; day: Weekday; startsAt: PlainTime; endsAt: PlainTime; name: string | null; room: string | null; teacherId: string | null; teacher: string | null; classId: string; className: string; subject: string }

export type RoomNow = { room: string; capacity: number | null; now: Given | null; next: Given | null }
export type TeacherLoad = { id: string; name: string; lessons: number; most: number | null }
export type HourUse = { startsAt: PlainTime; share: number; rooms: number }
export type TimetableOverview = {
  isSchoolDay: boolean
  lessons: number
  rooms: RoomNow[]
  /** A campus without rooms is shown by its classes. */
  hasRooms: boolean
  loads: TeacherLoad[]
  hours: HourUse[]
  /** When the next lesson of today begins. */
  nextAt: PlainTime | null
}

type Place = { id: string; timeZone: string }
const key = (room: string) => room.toLowerCase()

/** What is in force at a campus: all its week. */
async function readInForce({ db }: Ctx, campusId: string, date: string): Promise<Given[]> {
  const rows = await db.timetablePeriod.findMany({
    where: { campusId, ...givenBetween(date, date) }, orderBy: { startsAt: 'asc' },
    select: { id: true, dayOfWeek: true, startsAt: true, endsAt: true, name: true, room: true, teacherId: true, teacher: { select: { firstName: true, lastName: true } }, class: { select: { id: true, name: true, room: true } }, classSubject: { select: { subject: { select: { name: true } } } } },
  })
  return rows.map(({ dayOfWeek, startsAt, endsAt, room, teacher, class: taught, classSubject, ...row }) => ({
    ...row, day: dayOfWeek, startsAt: fromTime(startsAt), endsAt: fromTime(endsAt), room: room ?? taught.room, teacher: teacher && `${teacher.firstName} ${teacher.lastName}`, classId: taught.id, className: taught.name, subject: classSubject.subject.name,
  }))
}

/** How many rooms are in use when a bell rings, on an average day of the week. */
function hoursOf(given: readonly Given[], rooms: number): HourUse[] {
  const days = weekdays.filter((day) => given.some((one) => one.day === day)).length
  return [...new Set(given.map(({ startsAt }) => startsAt))].sort().map((startsAt) => {
    const inUse = given.filter((one) => one.room && one.startsAt <= startsAt && startsAt < one.endsAt).length / (days || 1)
    return { startsAt, rooms: inUse, share: rooms > 0 ? inUse / rooms : 0 }
  })
}

/** What is on at a campus now, room by room; how much its teachers teach, and how its rooms are used. */
export async function getTimetableOverview(ctx: Ctx, { id, timeZone }: Place): Promise<TimetableOverview> {
  const { date, time } = nowIn(timeZone)
  const [given, catalog, calendar] = await Promise.all([
    readInForce(ctx, id, date),
    ctx.db.room.findMany({ where: { campusId: id }, select: { name: true, capacity: true } }),
    readCalendar(ctx, [id], { from: date, to: date }),
  ])
  const known = new Set(catalog.map(({ name }) => key(name)))
  const others = [...new Map(given.flatMap(({ room }) => (room && !known.has(key(room)) ? [[key(room), room] as const] : []))).values()].map((name) => ({ name, capacity: null }))
  const all = [...catalog, ...others].sort((a, b) => a.name.localeCompare(b.name, undefined, { numeric: true }))
  const isSchoolDay = noSchool(calendar, id, date) === null
  const today = isSchoolDay ? given.filter(({ day }) => day === weekdayOf(date)) : []
  const hasRooms = all.length > 0
  const places = hasRooms ? all : [...new Set(given.map(({ className }) => className))].sort((a, b) => a.localeCompare(b, undefined, { numeric: true })).map((name) => ({ name, capacity: null }))
  const rooms = places.map(({ name, capacity }) => {
    const here = today.filter(({ room, className }) => (hasRooms ? room && key(room) === key(name) : className === name))
    return { room: name, capacity, now: here.find(({ startsAt, endsAt }) => startsAt <= time && time < endsAt) ?? null, next: here.find(({ startsAt }) => startsAt > time) ?? null }
  })
  const counts = new Map<string, { name: string; lessons: number }>()
  for (const { teacherId, teacher } of given) if (teacherId) counts.set(teacherId, { name: teacher ?? '', lessons: (counts.get(teacherId)?.lessons ?? 0) + 1 })
  const staff = await ctx.db.staff.findMany({ where: { id: { in: [...counts.keys()] } }, select: { id: true, weeklyLessons: true } })
  const most = new Map(staff.map(({ id: staffId, weeklyLessons }) => [staffId, weeklyLessons]))
  const loads = [...counts].map(([staffId, load]) => ({ id: staffId, ...load, most: most.get(staffId) ?? null })).sort((a, b) => b.lessons - a.lessons || a.name.localeCompare(b.name))
  return { isSchoolDay, lessons: given.length, rooms, hasRooms, loads, hours: hoursOf(given, all.length), nextAt: today.find(({ startsAt }) => startsAt > time)?.startsAt ?? null }
}
