import { useFormatter, useTranslations } from 'next-intl'
import Link from 'next/link'
import { CurrentInView } from '@/components/ui/current-in-view'
import { inCell, type Week } from '@/lib/domain/timetable/week'
import { toDate, type PlainDate, type PlainTime, type Weekday } from '@/lib/platform/plain-date'
import { huesOf } from './[id]/view'
import './week-table.css'

export type Given = { id: string; day: Weekday; startsAt: PlainTime; endsAt: PlainTime; title: string; lines: readonly (string | null)[]; href?: string; /** Whose colour it has, if not its title's. */ subject?: string }

type WeekTableProps = { caption: string; week: Week; given: readonly Given[]; /** The date of each day of a certain week, and the one that is today. */ dates?: Partial<Record<Weekday, PlainDate>>; today?: PlainDate; /** All subjects of the timetable, so that one has the same colour in each of its weeks. */ subjects?: readonly string[] }

function Entry({ title, lines, href, hue }: Given & { hue: number }) {
  const rest = lines.filter(Boolean).join(' · ')
  return (
    <div className="week-lesson" data-hue={hue}>
      {href ? <Link href={href} prefetch={false} className="font-medium hover:underline">{title}</Link> : <p className="font-medium">{title}</p>}
      {rest && <p className="text-xs text-soft">{rest}</p>}
    </div>
  )
}

/** A week: a column a day, a row a bell. */
export function WeekTable({ caption, week, given, dates = {}, today, subjects }: WeekTableProps) {
  const t = useTranslations('timetables')
  const format = useFormatter()
  const hueOf = huesOf(subjects ?? given.map(({ subject, title }) => subject ?? title))
  return (
    <CurrentInView current={today ?? ''} className="table-scroll">
      <table className="week-table">
        <caption className="sr-only">{caption}</caption>
        <thead>
          <tr>
            <th scope="col">{t('week.time')}</th>
            {week.days.map((day) => {
              const date = dates[day]
              return <th key={day} scope="col" aria-current={date && date === today ? 'date' : undefined}>{t(`days.${day}`)}{date && <span className="ms-1.5 font-normal text-soft">{format.dateTime(toDate(date), { day: 'numeric', month: 'short', timeZone: 'UTC' })}</span>}</th>
            })}
          </tr>
        </thead>
        <tbody>
          {week.rows.map((row) => (
            <tr key={row.key} data-kind={row.kind}>
              <th scope="row"><span className="tabular-nums">{`${row.startsAt}–${row.endsAt}`}</span>{row.name && <span className="block text-xs font-normal text-soft">{row.name}</span>}</th>
              {week.days.map((day) => {
                const at = row.at[day]
                return (
                  <td key={day}>
                    {at && at.startsAt !== row.startsAt && <p className="text-xs text-soft tabular-nums">{`${at.startsAt}–${at.endsAt}`}</p>}
                    {inCell(given, row, day).map((one) => <Entry key={one.id} {...one} hue={hueOf(one.subject ?? one.title)} />)}
                  </td>
                )
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </CurrentInView>
  )
}
