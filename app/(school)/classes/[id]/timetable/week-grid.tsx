import { useFormatter, useTranslations } from 'next-intl'
import type { ClassPeriod } from '@/lib/domain/academics/class-subject.server'
import { toDate, weekdays } from '@/lib/platform/time'

/** 5 January 2026 is a Monday: the name of a weekday is the name of one of its days. */
const monday = '2026-01-05'

/** The published week of a class: a column a day, a row a bell. */
export function WeekGrid({ periods }: { periods: readonly ClassPeriod[] }) {
  const t = useTranslations('classes.week')
  const format = useFormatter()
  const days = weekdays.filter((day) => periods.some((period) => period.day === day))
  const bells = [...new Map(periods.map(({ startsAt, endsAt, name }) => [`${startsAt}–${endsAt}`, { startsAt, endsAt, name }])).values()].sort((a, b) => a.startsAt.localeCompare(b.startsAt))
  const dayName = (index: number) => format.dateTime(new Date(toDate(monday).getTime() + index * 86_400_000), { weekday: 'long', timeZone: 'UTC' })
  return (
    <div className="table-scroll">
      <table className="table">
        <caption className="sr-only">{t('caption')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('time')}</th>
            {days.map((day) => <th key={day} scope="col">{dayName(weekdays.indexOf(day))}</th>)}
          </tr>
        </thead>
        <tbody>
          {bells.map(({ startsAt, endsAt, name }) => (
            <tr key={`${startsAt}–${endsAt}`}>
              <th scope="row" className="whitespace-nowrap tabular-nums">{`${startsAt}–${endsAt}`}{name && <span className="block text-xs font-normal text-soft">{name}</span>}</th>
              {days.map((day) => (
                <td key={day} className="align-top">
                  {periods.filter((one) => one.day === day && one.startsAt === startsAt && one.endsAt === endsAt).map(({ id, subjectName, teacher, room }) => (
                    <div key={id}><p className="font-medium">{subjectName}</p><p className="text-xs text-soft">{[teacher, room].filter(Boolean).join(' · ')}</p></div>
                  ))}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
