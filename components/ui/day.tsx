import { useFormatter } from 'next-intl'
import { toDate, type PlainDate } from '@/lib/platform/time'

/** A calendar date as the language writes it. */
export function Day({ on }: { on: PlainDate }) {
  return <time dateTime={on} className="whitespace-nowrap tabular-nums">{useFormatter().dateTime(toDate(on), { dateStyle: 'medium', timeZone: 'UTC' })}</time>
}
