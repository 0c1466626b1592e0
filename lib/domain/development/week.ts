import { daysAfter, isoWeekdayOf, type PlainDate } from '@/lib/platform/time'

/** The Monday of a date's week. */
export const weekOf = (date: PlainDate): PlainDate => daysAfter(date, 1 - isoWeekdayOf(date))
/** Mondays up to the week of a date, the oldest first. */
export const weeksUntil = (date: PlainDate, count: number): PlainDate[] => Array.from({ length: count }, (_, n) => daysAfter(weekOf(date), -7 * (count - 1 - n)))
