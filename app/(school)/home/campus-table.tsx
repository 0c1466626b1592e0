import Link from 'next/link'
import { useFormatter, useTranslations } from 'next-intl'
import { Card } from '@/components/ui/card'
import { Status } from '@/components/ui/status'
import type { CampusDay } from '@/lib/domain/attendance/day.server'
import { withAsked } from './day-cards'

/** A number is a link as large as a finger. */
const number = 'inline-flex min-h-6 min-w-6 items-center justify-end hover:underline pointer-coarse:min-h-11 pointer-coarse:min-w-11'

/** Campuses side by side; each number leads to the list behind it. */
export function CampusTable({ campuses, asked }: { campuses: readonly CampusDay[]; asked: string }) {
  const t = useTranslations('attendance.day')
  const format = useFormatter()
  const linked = (value: number, href: string) => <Link href={href} className={number}>{format.number(value)}</Link>
  return (
    <Card title={t('byCampus')} flush>
      <table className="table">
        <caption className="sr-only">{t('byCampus')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('campus')}</th>
            <th scope="col" className="end">{t('rate')}</th>
            <th scope="col" className="end">{t('present')}</th>
            <th scope="col" className="end">{t('absent')}</th>
            <th scope="col" className="end">{t('late')}</th>
            <th scope="col" className="end">{t('missing')}</th>
          </tr>
        </thead>
        <tbody>
          {campuses.map(({ id, name, isOpen, percentage, present, absent, late, registersDue, registersTaken }) => (
            <tr key={id}>
              <th scope="row">{name}</th>
              <td className="end">{!isOpen ? <Status tone="quiet">{t('closed')}</Status> : percentage === null ? '–' : format.number(percentage / 100, { style: 'percent', maximumFractionDigits: 1 })}</td>
              <td className="end">{linked(present, withAsked('/attendance', asked, `campus=${id}`))}</td>
              <td className="end">{linked(absent, withAsked('/attendance/absences', asked, `campus=${id}`, 'kind=absent'))}</td>
              <td className="end">{linked(late, withAsked('/attendance/absences', asked, `campus=${id}`, 'kind=late'))}</td>
              <td className="end"><Link href={withAsked('/attendance', asked, `campus=${id}`, 'state=missing')} className={number}>{t('missingAnswer', { missing: registersDue - registersTaken, due: registersDue })}</Link></td>
            </tr>
          ))}
        </tbody>
      </table>
    </Card>
  )
}
