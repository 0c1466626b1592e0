// Calendar dates and times of day as texts: nothing but JavaScript, so that a page in the browser takes no more than this.

/** A calendar date as `YYYY-MM-DD`, of no time zone. */
export type PlainDate = string
/** A time of day as `HH:mm`, of no time zone. */
export type PlainTime = string

/** How Prisma takes and gives a `date` column: midnight UTC, whatever the zone of the machine. */
export const toDate = (date: PlainDate) => new Date(`${date}T00:00:00Z`)
export const fromDate = (date: Date): PlainDate => date.toISOString().slice(0, 10)
/** How Prisma gives a `time` column: that time on 1 January 1970, UTC. */
export const fromTime = (time: Date): PlainTime => time.toISOString().slice(11, 16)
export const toTime = (time: PlainTime) => new Date(`1970-01-01T${time}:00Z`)

/** Days of 24 hours from midnight UTC: a day of the machine's own zone may have 23 or 25. */
export const daysAfter = (date: PlainDate, days: number): PlainDate => fromDate(new Date(toDate(date).getTime() + days * 86_400_000))
export const isoWeekdayOf = (date: PlainDate): number => toDate(date).getUTCDay() || 7

/** Database's day names in ISO order, Monday first. */
export const weekdays = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'] as const
export type Weekday = (typeof weekdays)[number]
export const weekdayOf = (date: PlainDate): Weekday => weekdays[isoWeekdayOf(date) - 1] as Weekday
