import { useFormatter, useTranslations } from 'next-intl'
import Link from 'next/link'
import { Card } from '@/components/ui/card'
import { Status } from '@/components/ui/status'
import type { TeacherLoad } from '@/lib/domain/timetable/overview.server'

/** How many lessons a week each teaches: the bar and its number in one table. */
export function LoadCard({ loads, mayReadStaff }: { loads: readonly TeacherLoad[]; mayReadStaff: boolean }) {
  const t = useTranslations('timetables.overview')
  const format = useFormatter()
  const top = Math.max(...loads.map(({ lessons, most }) => Math.max(lessons, most ?? 0)), 1)
  return (
    <Card title={<>{t('load')} <span className="font-normal text-soft">({t('lessonsUnit')})</span></>} flush>
      <div className="max-h-96 overflow-y-auto" role="region" aria-label={t('load')} tabIndex={0}>
        <table className="table dense">
          <caption className="sr-only">{t('load')}</caption>
          <thead><tr><th scope="col">{t('teacher')}</th><th scope="col" aria-hidden /><th scope="col" className="end">{t('lessons')}</th><th scope="col" className="end">{t('most')}</th></tr></thead>
          <tbody>
            {loads.map(({ id, name, lessons, most }) => (
              <tr key={id}>
                <th scope="row" className="font-medium">{mayReadStaff ? <Link prefetch={false} href={`/staff/${id}`} className="hover:underline">{name}</Link> : name}</th>
                <td className="w-1/3" aria-hidden><span className="block h-2 rounded-full bg-sunken"><span className="block h-2 rounded-full bg-campus" style={{ inlineSize: `${(100 * lessons) / top}%` }} /></span></td>
                <td className="end">{format.number(lessons)}</td>
                <td className="end">{most !== null && lessons > most ? <Status tone="warn" icon="alert">{t('overOf', { most })}</Status> : most}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </Card>
  )
}
