import 'server-only'
import { noSchool, readCalendar } from '@/lib/domain/attendance/public.server'
import { todayIn } from '@/lib/platform/clock.server'
import type { Ctx } from '@/lib/platform/context'
import { daysAfter, fromDate, fromTime, isoWeekdayOf, toDate, weekdays, type PlainDate, type Weekday } from '@/lib/platform/time'
import { readBells } from './bell-schedule.server'
import { weekOf, type Week } from './week'

export const mondayOf = (date: PlainDate): PlainDate => daysAfter(date, 1 - isoWeekdayOf(date))

export type OwnLesson = { id: string; day: Weekday; startsAt: string; endsAt: string; name: string | null; room: string | null; classId: string; className: string; subject: string; campusName: string }
export type OwnWeek = { monday: PlainDate; today: PlainDate; dates: Record<Weekday, PlainDate>; week: Week; lessons: OwnLesson[]; off: { date: PlainDate; title: string | null }[] }

/** What is published and given within some days. */
export const givenBetween = (from: PlainDate, to: PlainDate) => ({ published: true, effectiveFrom: { lte: toDate(to) }, OR: [{ effectiveTo: null }, { effectiveTo: { gte: toDate(from) } }] })

/** What somebody teaches in the week of a date, as it is published for each of its days. */
export async function readOwnWeek(ctx: Ctx, staffId: string, asked: PlainDate | null): Promise<OwnWeek> {
  const today = todayIn(ctx.timeZone)
  const monday = mondayOf(asked ?? today)
  const dates = Object.fromEntries(weekdays.map((day, n) => [day, daysAfter(monday, n)])) as Record<Weekday, PlainDate>
  const rows = await ctx.db.timetablePeriod.findMany({
    where: { teacherId: staffId, ...givenBetween(monday, dates.sunday) }, take: 300,
    select: { id: true, dayOfWeek: true, startsAt: true, endsAt: true, name: true, room: true, campusId: true, effectiveFrom: true, effectiveTo: true, campus: { select: { name: true } }, class: { select: { id: true, name: true, room: true } }, classSubject: { select: { subject: { select: { name: true } } } } },
  })
  const given = rows.filter(({ dayOfWeek, effectiveFrom, effectiveTo }) => (!effectiveFrom || fromDate(effectiveFrom) <= dates[dayOfWeek]) && (!effectiveTo || fromDate(effectiveTo) >= dates[dayOfWeek]))
  const campusIds = [...new Set(given.map(({ campusId }) => campusId))]
  const [bells, calendar] = await Promise.all([campusIds.length === 1 ? readBells(ctx, campusIds[0]!) : {}, readCalendar(ctx, campusIds, { from: monday, to: dates.sunday })])
  const isOff = (day: Weekday) => campusIds.length > 0 && campusIds.every((id) => noSchool(calendar, id, dates[day]) !== null)
  const lessons = given.map(({ dayOfWeek, startsAt, endsAt, campus, class: taught, classSubject, room, campusId: _campus, effectiveFrom: _from, effectiveTo: _to, ...row }): OwnLesson => ({
    ...row, day: dayOfWeek, startsAt: fromTime(startsAt), endsAt: fromTime(endsAt), room: room ?? taught.room, classId: taught.id, className: taught.name, subject: classSubject.subject.name, campusName: campus.name,
  }))
  const off = weekdays.filter((day) => lessons.some((one) => one.day === day) && isOff(day)).map((day) => ({ date: dates[day], title: noSchool(calendar, campusIds[0]!, dates[day])?.title ?? null }))
  return { monday, today, dates, week: weekOf(bells, lessons), lessons, off }
}
