import { TZDate } from '@date-fns/tz'
import { format, getISODay } from 'date-fns'
import { z } from 'zod'

/** A calendar date as `YYYY-MM-DD`, of no time zone. */
export type PlainDate = string
/** A time of day as `HH:mm`, of no time zone. */
export type PlainTime = string

/** Of the centuries in which schools keep records: a week before or after any of them is a date as well. */
const shape = /^(19|2\d)\d{2}-\d{2}-\d{2}$/
export const isPlainDate = (text: string) => shape.test(text) && !Number.isNaN(Date.parse(`${text}T00:00:00Z`)) && toDate(text).toISOString().startsWith(text)
export const plainDate = z.string().refine(isPlainDate, 'form.problems.date')

/** How Prisma takes and gives a `date` column: midnight UTC, whatever the zone of the machine. */
export const toDate = (date: PlainDate) => new Date(`${date}T00:00:00Z`)
export const fromDate = (date: Date): PlainDate => date.toISOString().slice(0, 10)
/** How Prisma gives a `time` column: that time on 1 January 1970, UTC. */
export const fromTime = (time: Date): PlainTime => time.toISOString().slice(11, 16)
export const toTime = (time: PlainTime) => new Date(`1970-01-01T${time}:00Z`)

export type Moment = { date: PlainDate; time: PlainTime; isoWeekday: number }

/** What the wall clock and the calendar of a place say at an instant. */
export function momentIn(timeZone: string, instant: Date): Moment {
  const there = new TZDate(instant, timeZone)
  return { date: format(there, 'yyyy-MM-dd'), time: format(there, 'HH:mm'), isoWeekday: getISODay(there) }
}

/** The instant of noon of a day in a place: for what happened on a day and nobody wrote down when. */
export const noonIn = (timeZone: string, date: PlainDate): Date => {
  const [year = 0, month = 1, day = 1] = date.split('-').map(Number)
  return new Date(new TZDate(year, month - 1, day, 12, 0, 0, timeZone).getTime())
}

/** The instant at which the wall clock of a place says so; it keeps its zone, so that it is written down as that place says it. */
export function instantIn(timeZone: string, date: PlainDate, time: PlainTime): Date {
  const [year, month, day] = date.split('-').map(Number) as [number, number, number]
  const [hour, minute] = time.split(':').map(Number) as [number, number]
  return new TZDate(year, month - 1, day, hour, minute, timeZone)
}

/** Days of 24 hours from midnight UTC: a day of the machine's own zone may have 23 or 25. */
export const daysAfter = (date: PlainDate, days: number): PlainDate => fromDate(new Date(toDate(date).getTime() + days * 86_400_000))
export const isoWeekdayOf = (date: PlainDate): number => toDate(date).getUTCDay() || 7

/** Database's day names in ISO order, Monday first. */
export const weekdays = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'] as const
export type Weekday = (typeof weekdays)[number]
export const weekdayOf = (date: PlainDate): Weekday => weekdays[isoWeekdayOf(date) - 1] as Weekday
