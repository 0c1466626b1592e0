import 'server-only'
import { campusesOf, clocksOf, noSchool, readSeason } from '@/lib/domain/attendance/public.server'
import { todayIn } from '@/lib/platform/clock.server'
import type { Ctx } from '@/lib/platform/context'
import { fromTime, weekdayOf, type PlainTime } from '@/lib/platform/time'
import { givenBetween } from './week.server'

/** How many lessons are on at a campus, until when, and when the next begin; both null after the last of the day. */
export type LessonsNow = { campusId: string; name: string; on: number; until: PlainTime | null; nextAt: PlainTime | null }

/** What is on at each campus in view that keeps school today and has a timetable, by its own clock. */
export async function listLessonsNow(ctx: Ctx): Promise<LessonsNow[]> {
  const clocks = clocksOf(ctx)
  const dates = [...new Set(clocks.map(({ date }) => date))].sort()
  if (dates.length === 0) return []
  const calendar = await readSeason(ctx, todayIn(ctx.timeZone))
  const open = clocks.filter(({ id, date }) => noSchool(calendar, id, date) === null)
  // Campuses of the same date are asked about together.
  const bells = await Promise.all(dates.map((date) => ctx.db.timetablePeriod.groupBy({
    by: ['campusId', 'startsAt', 'endsAt'], _count: true, orderBy: { startsAt: 'asc' },
    where: { campusId: { in: open.filter((one) => one.date === date).map(({ id }) => id) }, dayOfWeek: weekdayOf(date), ...givenBetween(date, date) },
  })))
  const all = bells.flat().map(({ startsAt, endsAt, ...bell }) => ({ ...bell, startsAt: fromTime(startsAt), endsAt: fromTime(endsAt) }))
  return campusesOf(ctx).flatMap(({ id, name }) => {
    const [own, time] = [all.filter(({ campusId }) => campusId === id), open.find((one) => one.id === id)?.time]
    if (!time || own.length === 0) return []
    const now = own.filter(({ startsAt, endsAt }) => startsAt <= time && time < endsAt)
    return [{ campusId: id, name, on: now.reduce((sum, { _count }) => sum + _count, 0), until: now.map(({ endsAt }) => endsAt).sort()[0] ?? null, nextAt: own.find(({ startsAt }) => startsAt > time)?.startsAt ?? null }]
  })
}
