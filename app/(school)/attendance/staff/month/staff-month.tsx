import { clsx } from 'clsx'
import Link from 'next/link'
import { useFormatter, useTranslations } from 'next-intl'
import { ScrollRegion } from '@/components/ui/scroll-region'
import type { StaffMonth as Month } from '@/lib/domain/attendance/staff-sheet.server'
import { toDate } from '@/lib/platform/time'
import { staffStatuses } from '@/lib/domain/attendance/staff-day'
import { staffLook } from '../status-look'
import '../../month-grid.css'

/** A row a person, a column a day: a letter and a colour for the eye, the words for whoever listens. A day leads to its sheet. */
export function StaffMonth({ month: { month, today, days, rows }, name }: { month: Month; name: string }) {
  const t = useTranslations('attendance.staff')
  const format = useFormatter()
  const full = (date: string) => format.dateTime(toDate(date), { dateStyle: 'full', timeZone: 'UTC' })
  const letter = (date: string) => format.dateTime(toDate(date), { weekday: 'narrow', timeZone: 'UTC' })
  const records = (staffId: string, more = '') => `/attendance/staff/records?staff=${staffId}&from=${month}-01&to=${days.at(-1)?.date}${more}`
  return (
    <section aria-label={name} className="rounded-lg border border-line bg-raised">
      <p className="flex flex-wrap gap-x-4 gap-y-1 px-4 py-3 text-sm text-soft">
        {staffStatuses.map((status) => <span key={status} className={`tone-${staffLook[status].tone} month-key`}><b>{t(`letters.${status}`)}</b> {t(`statuses.${status}`)}</span>)}
      </p>
      <ScrollRegion aria-label={t('monthTitle')} className="border-t border-line">
        <table aria-label={name} className="month-grid">
          <thead>
            <tr>
              <th scope="col">{t('person')}</th>
              {days.map(({ date, isSchoolDay }) => (
                <th key={date} scope="col" data-off={!isSchoolDay || undefined} aria-current={date === today ? 'date' : undefined}>
                  <Link href={`/attendance/staff?date=${date}`} aria-label={full(date)}><span aria-hidden="true">{letter(date)}<br />{Number(date.slice(8))}</span></Link>
                </th>
              ))}
              <th scope="col" className="sum">{t('counts.here')}</th>
              <th scope="col" className="sum">{t('counts.late')}</th>
              <th scope="col" className="sum">{t('counts.away')}</th>
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <tr key={row.staffId}>
                <th scope="row"><Link href={records(row.staffId)} className="hover:underline">{row.name}</Link></th>
                {days.map(({ date, isSchoolDay }) => {
                  const mark = row.days[date]
                  const words = mark && [t(`statuses.${mark.status}`), mark.leaveType && t(`leave.${mark.leaveType}`)].filter(Boolean).join(', ')
                  return (
                    <td key={date} data-off={!isSchoolDay || undefined} title={words} className={clsx(mark && mark.status !== 'present' && `marked tone-${staffLook[mark.status].tone}`)}>
                      {mark ? <><span aria-hidden="true">{mark.status === 'present' ? '·' : t(`letters.${mark.status}`)}</span><span className="sr-only">{words}</span></> : <span className="sr-only">{t('open')}</span>}
                    </td>
                  )
                })}
                <td className="sum">{row.here}</td>
                <td className="sum">{row.late > 0 ? <Link href={records(row.staffId, '&status=late')}>{row.late}</Link> : 0}</td>
                <td className="sum">{row.away > 0 ? <Link href={records(row.staffId)}>{row.away}</Link> : 0}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollRegion>
    </section>
  )
}
