import { useFormatter } from 'next-intl'
import { toDate, type PlainDate } from '@/lib/platform/plain-date'

/** Writes calendar dates as the language does, for sentences. */
export function useDay() {
  const format = useFormatter()
  return (on: PlainDate) => format.dateTime(toDate(on), { dateStyle: 'medium', timeZone: 'UTC' })
}

/** A calendar date as the language writes it. */
export function Day({ on }: { on: PlainDate }) {
  return <time dateTime={on} className="whitespace-nowrap tabular-nums">{useDay()(on)}</time>
}
