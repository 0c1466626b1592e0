import { TZDate } from '@date-fns/tz'
import { z } from 'zod'
import { isoWeekdayOf, toDate, type PlainDate, type PlainTime } from './plain-date'

export * from './plain-date'

/** Of the centuries in which schools keep records: a week before or after any of them is a date as well. */
const shape = /^(19|2\d)\d{2}-\d{2}-\d{2}$/
export const isPlainDate = (text: string) => shape.test(text) && !Number.isNaN(Date.parse(`${text}T00:00:00Z`)) && toDate(text).toISOString().startsWith(text)
export const plainDate = z.string().refine(isPlainDate, 'form.problems.date')

export type Moment = { date: PlainDate; time: PlainTime; isoWeekday: number }

const wallClocks = new Map<string, Intl.DateTimeFormat>()

/** Made once a zone: a list asks for the day of each of its rows, and making one takes a hundred times as long as asking it. */
function wallClockOf(timeZone: string): Intl.DateTimeFormat {
  const known = wallClocks.get(timeZone)
  if (known) return known
  const made = new Intl.DateTimeFormat('en-US', { timeZone, hourCycle: 'h23', year: 'numeric', month: '2-digit', day: '2-digit', hour: '2-digit', minute: '2-digit' })
  wallClocks.set(timeZone, made)
  return made
}

/** What the wall clock and the calendar of a place say at an instant. */
export function momentIn(timeZone: string, instant: Date): Moment {
  const { year, month, day, hour, minute } = Object.fromEntries(wallClockOf(timeZone).formatToParts(instant).map(({ type, value }) => [type, value]))
  const date = `${year}-${month}-${day}`
  return { date, time: `${hour}:${minute}`, isoWeekday: isoWeekdayOf(date) }
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
