import { daysAfter, isoWeekdayOf, type PlainDate } from '@/lib/platform/time'
import { schoolDay } from '@/scripts/testing/days.mjs'

/** The day that the server and its demo live on: a school day, with this morning's registers but for a few. */
export const today: PlainDate = schoolDay.slice(0, 10)

/** The last school day before it: it has all its registers. */
export const yesterday: PlainDate = daysAfter(today, -1)

/** A day without registers in the demo: its campuses are closed, but nothing forbids to mark. */
export const lastSunday = (weeks = 1): PlainDate => daysAfter(today, -isoWeekdayOf(today) - 7 * (weeks - 1))
