import { clsx } from 'clsx'
import { useFormatter, useTranslations } from 'next-intl'
import { ShareBar } from '@/components/dashboard/share-bar'
import type { Standing, StudentYear } from '@/lib/domain/attendance/student-year.server'
import { isoWeekdayOf, toDate } from '@/lib/platform/time'

const tones = { present: 'ok', late: 'warn', excused: 'quiet', absent: 'bad' } as const satisfies Record<Standing, string>
const order = ['present', 'late', 'excused', 'absent'] as const

type YearCalendarProps = { year: StudentYear; months: readonly { month: string; days: readonly string[] }[] }

/** The school year day by day: colour and sign for the eye, and the days that were not just present once more in words. */
export function YearCalendar({ year, months }: YearCalendarProps) {
  const t = useTranslations('students.attendance')
  const format = useFormatter()
  const standing = new Map(year.days.map((day) => [day.date, day.standing]))
  const full = (date: string) => format.dateTime(toDate(date), { weekday: 'long', day: 'numeric', month: 'long', timeZone: 'UTC' })
  const exceptions = year.days.filter((day) => day.standing !== 'present').reverse()
  return (
    <>
      <section aria-label={t('counts')} className="rounded-lg border border-line bg-raised p-4">
        <h2 className="mb-3 text-sm font-semibold">{t('title', { year: year.name, count: year.days.length })}</h2>
        <ShareBar shares={order.map((key) => ({ key, count: year.counts[key], label: t(`standings.${key}`), tone: tones[key] }))} />
      </section>
      <div className="grid gap-4 sm:grid-cols-2 lg:grid-cols-3 xl:grid-cols-4" aria-hidden="true">
        {months.map(({ month, days }) => (
          <div key={month} className="rounded-lg border border-line bg-raised p-3">
            <p className="mb-2 text-sm font-medium">{format.dateTime(toDate(month), { month: 'long', year: 'numeric', timeZone: 'UTC' })}</p>
            <div className="grid grid-cols-7 gap-1">
              {days.map((date, i) => {
                const mark = standing.get(date)
                return (
                  <span
                    key={date} title={mark && `${full(date)}: ${t(`standings.${mark}`)}`} style={i === 0 ? { gridColumnStart: isoWeekdayOf(date) } : undefined}
                    className={clsx('flex aspect-square items-center justify-center rounded-sm text-xs tabular-nums', mark ? `tone-${tones[mark]} bg-(--tone-tint) font-semibold text-ink ring-1 ring-(--tone)` : 'text-soft')}
                  >
                    {mark && mark !== 'present' ? t(`letters.${mark}`) : Number(date.slice(8))}
                  </span>
                )
              })}
            </div>
          </div>
        ))}
      </div>
      {exceptions.length > 0 && (
        <section aria-label={t('exceptions')} className="rounded-lg border border-line bg-raised">
          <h2 className="px-4 pt-4 pb-2 text-sm font-semibold">{t('exceptions')}</h2>
          <ul>
            {exceptions.map(({ date, standing: mark }) => (
              <li key={date} className="flex min-h-11 flex-wrap items-center justify-between gap-x-4 border-t border-line px-4">
                <span>{full(date)}</span>
                <span className={clsx('share-word', `tone-${tones[mark]}`)}>{t(`standings.${mark}`)}</span>
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  )
}
