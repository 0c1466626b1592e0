import { clsx } from 'clsx'
import Link from 'next/link'
import { useFormatter, useTranslations } from 'next-intl'
import { ShareBar } from '@/components/dashboard/share-bar'
import { dayLetters } from '@/lib/domain/attendance/day-rule'
import type { StudentYear } from '@/lib/domain/attendance/student-year.server'
import { isoWeekdayOf, toDate } from '@/lib/platform/time'
import { useDaySentence } from '../../../attendance/day-sentence'
import { letterTone } from '../../../attendance/letter-look'

type YearCalendarProps = { studentId: string; year: StudentYear; months: readonly { month: string; days: readonly string[] }[] }

/** The school year day by day: colour and sign for the eye, and the days that were not just present once more, each explained in a sentence. */
export function YearCalendar({ studentId, year, months }: YearCalendarProps) {
  const t = useTranslations('students.attendance')
  const words = useTranslations('attendance')
  const format = useFormatter()
  const sentence = useDaySentence()
  const letters = new Map(year.days.map((day) => [day.date, day.letter]))
  const full = (date: string) => format.dateTime(toDate(date), { weekday: 'long', day: 'numeric', month: 'long', timeZone: 'UTC' })
  const exceptions = year.days.filter((day) => day.letter !== 'p').reverse()
  const shares = dayLetters.filter((letter) => year.counts[letter] > 0 || !['g', 'h'].includes(letter)).map((letter) => ({ key: letter, count: year.counts[letter], label: words(`letters.${letter}`), tone: letterTone[letter] }))
  return (
    <>
      <section aria-label={t('counts')} className="rounded-lg border border-line bg-raised p-4">
        <h2 className="mb-3 text-sm font-semibold">{t('title', { year: year.name, count: year.days.length })}</h2>
        <ShareBar shares={shares} />
        <p className="mt-3 text-sm text-soft">{t('sums', { missed: year.missed, share: year.days.length ? year.missed / year.days.length : 0, minutes: year.lateMinutes })}</p>
      </section>
      <div className="grid gap-4 sm:grid-cols-2 lg:grid-cols-3 desk:grid-cols-4" aria-hidden="true">
        {months.map(({ month, days }) => (
          <div key={month} className="rounded-lg border border-line bg-raised p-3">
            <p className="mb-2 text-sm font-medium">{format.dateTime(toDate(month), { month: 'long', year: 'numeric', timeZone: 'UTC' })}</p>
            <div className="grid grid-cols-7 gap-1">
              {days.map((date, i) => {
                const letter = letters.get(date)
                return (
                  <span
                    key={date} title={letter && `${full(date)}: ${words(`letters.${letter}`)}`} style={i === 0 ? { gridColumnStart: isoWeekdayOf(date) } : undefined}
                    className={clsx('flex aspect-square items-center justify-center rounded-sm text-xs tabular-nums', letter ? `tone-${letterTone[letter]} bg-(--tone-tint) font-semibold text-ink ring-1 ring-(--tone)` : 'text-soft')}
                  >
                    {letter && letter !== 'p' ? words(`signs.${letter}`) : Number(date.slice(8))}
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
            {exceptions.map((day) => (
              <li key={day.date} className="flex min-h-12 flex-wrap items-center justify-between gap-x-4 gap-y-1 border-t border-line px-4 py-2">
                <Link href={`/attendance/students/${studentId}/${day.date}`} className="font-medium hover:underline pointer-coarse:py-3">{full(day.date)}</Link>
                <span className={clsx('share-word text-sm', `tone-${letterTone[day.letter]}`)}>{sentence(day)}</span>
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  )
}
