import { clsx } from 'clsx'
import { useFormatter, useTranslations } from 'next-intl'
import Link from 'next/link'
import { ScrollRegion } from '@/components/ui/scroll-region'
import { isDayLetter, missedOf } from '@/lib/domain/attendance/day-rule'
import type { MonthSheet as Sheet } from '@/lib/domain/attendance/report.server'
import { daysAfter, isoWeekdayOf, toDate } from '@/lib/platform/time'
import { letterTone } from '../../letter-look'
import '../../month-grid.css'

/** The register of a month, as it is printed and signed: a row a student, a letter a day, and the sums. */
export function MonthSheet({ sheet: { className, month, days, students }, classId }: { sheet: Sheet; classId: string }) {
  const t = useTranslations('attendance')
  const format = useFormatter()
  const to = (day: string) => `/attendance/reports/register?class=${classId}&month=${day.slice(0, 7)}`
  return (
    <section aria-label={className} className="rounded-lg border border-line bg-raised">
      <div className="flex flex-wrap items-center justify-between gap-3 px-4 py-3 text-sm text-soft">
        <p className="flex flex-wrap gap-x-4">{(['l', 'e', 'a', 'g', 'h'] as const).map((letter) => <span key={letter} className={`month-key tone-${letterTone[letter]}`}><b>{t(`signs.${letter}`)}</b> {t(`letters.${letter}`)}</span>)}</p>
        <nav aria-label={t('staff.months')} className="flex gap-4 print:hidden"><Link href={to(daysAfter(`${month}-01`, -1))} className="hover:underline">{t('staff.monthBefore')}</Link><Link href={to(daysAfter(days.at(-1) ?? `${month}-28`, 1))} className="hover:underline">{t('staff.monthAfter')}</Link></nav>
      </div>
      <ScrollRegion aria-label={t('reports.monthSheet')} className="border-t border-line">
        <table aria-label={className} className="month-grid">
          <thead><tr><th scope="col">{t('office.student')}</th>{days.map((day) => <th key={day} scope="col" data-off={isoWeekdayOf(day) > 5 || undefined}>{format.dateTime(toDate(day), { weekday: 'narrow', timeZone: 'UTC' })}<br />{Number(day.slice(8))}</th>)}<th scope="col" className="sum">{t('reports.columns.counted')}</th><th scope="col" className="sum">{t('reports.columns.missed')}</th><th scope="col" className="sum">{t('reports.columns.late')}</th></tr></thead>
          <tbody>
            {students.map(({ id, name, letters }) => {
              const known = [...letters].filter(isDayLetter)
              return (
                <tr key={id}>
                  <th scope="row"><Link href={`/students/${id}/attendance`} className="hover:underline">{name}</Link></th>
                  {days.map((day, i) => {
                    const letter = letters.charAt(i)
                    const is = isDayLetter(letter) ? letter : null
                    return <td key={day} data-off={isoWeekdayOf(day) > 5 || undefined} className={clsx(is && is !== 'p' && `marked tone-${letterTone[is]}`)}>{is && <><span aria-hidden="true">{t(`signs.${is}`)}</span><span className="sr-only">{t(`letters.${is}`)}</span></>}</td>
                  })}
                  <td className="sum">{known.length}</td><td className="sum">{format.number(known.reduce((sum, letter) => sum + missedOf(letter), 0))}</td><td className="sum">{known.filter((letter) => letter === 'l').length}</td>
                </tr>
              )
            })}
          </tbody>
        </table>
      </ScrollRegion>
      <p className="hidden gap-12 px-4 pt-8 text-sm print:flex"><span>{t('reports.signed')}</span></p>
    </section>
  )
}
