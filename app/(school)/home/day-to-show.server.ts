import 'server-only'
import { getDay, type CampusDay, type Day } from '@/lib/domain/attendance/day.server'
import type { Ctx } from '@/lib/platform/context'
import type { PlainDate } from '@/lib/platform/time'

export const hasSchool = (day: Day) => day.campuses.some((campus) => campus.isOpen || campus.percentage !== null)

/** The day that is asked for, or where that has no school the last one before it that had. */
export async function dayToShow(ctx: Ctx, date?: PlainDate): Promise<{ asked: Day; day: Day }> {
  const asked = await getDay(ctx, date)
  const last = hasSchool(asked) ? null : asked.lastSchoolDay
  return { asked, day: last ? await getDay(ctx, last) : asked }
}

/** Where registers are taken by lesson, a day that is not over knows only of lessons that have been: it cannot be set beside whole days. */
export const isComparable = (day: Day, campuses: readonly CampusDay[]) => day.date !== day.today || campuses.every(({ byLesson }) => !byLesson)
