import { TZDate } from '@date-fns/tz'
import { format, getISODay } from 'date-fns'
import { z } from 'zod'
import { toDate, type PlainDate, type PlainTime } from './plain-date'

export * from './plain-date'

/** Of the centuries in which schools keep records: a week before or after any of them is a date as well. */
const shape = /^(19|2\d)\d{2}-\d{2}-\d{2}$/
export const isPlainDate = (text: string) => shape.test(text) && !Number.isNaN(Date.parse(`${text}T00:00:00Z`)) && toDate(text).toISOString().startsWith(text)
export const plainDate = z.string().refine(isPlainDate, 'form.problems.date')

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
