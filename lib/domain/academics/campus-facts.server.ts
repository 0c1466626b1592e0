import 'server-only'
import { countStaff } from '@/lib/domain/people/public.server'
import type { Ctx } from '@/lib/platform/context'
import { nowIn } from '@/lib/platform/clock.server'
import { fromTime, toDate, weekdayOf, type Moment, type PlainTime } from '@/lib/platform/time'

/** `students` is null over all campuses: a hundred thousand are not counted for a heading. */
export type CampusFacts = { students: number | null; classes: number; staff: number }

/** What a campus, or all within reach, has: students on the roll, classes of this year, and people who work there. */
export async function getCampusFacts(ctx: Ctx): Promise<CampusFacts> {
  const { db, campus } = ctx
  const here = campus ? { campusId: campus.id } : {}
  const [students, classes, { active: staff }] = await Promise.all([
    campus ? db.student.count({ where: { ...here, status: 'active' } }) : null,
    db.class.count({ where: { ...here, status: 'active', academicYear: { current: true } } }),
    countStaff(ctx),
  ])
  return { students, classes, staff }
}

export type Bell = { number: number; of: number; startsAt: PlainTime; endsAt: PlainTime; isOn: boolean }

/** The lesson that is on at a campus, else the next one of the day; null after the last, and where there is no timetable. */
export async function findBell({ db, campus }: Ctx, { date, time }: Pick<Moment, 'date' | 'time'> = nowIn(campus?.timeZone ?? 'UTC')): Promise<Bell | null> {
  if (!campus) return null
  const day = toDate(date)
  const bells = await db.timetablePeriod.groupBy({
    by: ['startsAt', 'endsAt'],
    where: { timetable: { campusId: campus.id, deletedAt: null }, published: true, dayOfWeek: weekdayOf(date), effectiveFrom: { lte: day }, OR: [{ effectiveTo: null }, { effectiveTo: { gte: day } }] },
    orderBy: { startsAt: 'asc' },
  })
  const times = bells.map(({ startsAt, endsAt }) => ({ startsAt: fromTime(startsAt), endsAt: fromTime(endsAt) }))
  const at = times.findIndex(({ endsAt }) => time < endsAt)
  const found = times[at]
  return found ? { ...found, number: at + 1, of: times.length, isOn: found.startsAt <= time } : null
}
