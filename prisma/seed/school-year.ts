import { todayIn } from '@/lib/platform/clock.server'
import { daysAfter, isoWeekdayOf, type PlainDate } from '@/lib/platform/time'

/** The demo lives in the zone of the machine that shows it, so that its mornings are yours. */
export const demoZone = Intl.DateTimeFormat().resolvedOptions().timeZone || 'UTC'
export const today = todayIn(demoZone)

const startOf = (date: PlainDate) => (date.slice(5) >= '08-01' ? Number(date.slice(0, 4)) : Number(date.slice(0, 4)) - 1)
const yearFrom = (start: number) => ({ name: `${start}–${start + 1}`, start: `${start}-08-01`, end: `${start + 1}-07-31` })
export const years = { last: yearFrom(startOf(today) - 1), current: yearFrom(startOf(today)), next: yearFrom(startOf(today) + 1) }

export const isSchoolDay = (date: PlainDate) => isoWeekdayOf(date) <= 5

/** The last school days before today, oldest first; a young school year reaches into the summer before it. */
export function schoolDaysBefore(date: PlainDate, count: number): PlainDate[] {
  const days: PlainDate[] = []
  for (let day = daysAfter(date, -1); days.length < count; day = daysAfter(day, -1)) if (isSchoolDay(day)) days.push(day)
  return days.reverse()
}
