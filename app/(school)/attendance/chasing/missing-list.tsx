import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { Badge } from '@/components/ui/badge'
import { Card } from '@/components/ui/card'
import type { CampusMissing } from '@/lib/domain/attendance/chasing.server'
import type { PlainDate } from '@/lib/platform/time'
import { registerHref } from '../register-href'

/** Registers that are missing now, of classes that meet today, by campus and by whom one has to ask. */
export function MissingList({ missing, date }: { missing: readonly CampusMissing[]; date: PlainDate }) {
  const t = useTranslations('attendance.chasing')
  const href = registerHref(date, '/attendance/chasing')
  const count = missing.reduce((sum, campus) => sum + campus.count, 0)
  return (
    <Card title={t('missing')} aside={<Badge>{count}</Badge>} flush>
      {count === 0 && <p className="tone-ok border-t border-line px-4 py-3 text-soft"><span className="share-word">{t('allTaken')}</span></p>}
      {missing.map(({ campusId, campusName, teachers, count: ofCampus }) => (
        <section key={campusId} aria-label={campusName}>
          <h3 className="flex justify-between gap-3 border-t border-line bg-sunken px-4 py-2 text-sm font-semibold"><span>{campusName}</span><span className="tabular-nums">{ofCampus}</span></h3>
          <ul>
            {teachers.map(({ teacher, registers }) => (
              <li key={teacher ?? ''} className="flex flex-wrap items-baseline gap-x-4 gap-y-1 border-t border-line px-4 py-2.5">
                <span className="min-w-40 font-medium">{teacher ?? t('nobody')}</span>
                <span className="flex flex-1 flex-wrap gap-x-3 gap-y-1">{registers.map((row) => <Link key={`${row.classId} ${row.periodId ?? ''}`} href={href(row)} className="text-campus-text hover:underline pointer-coarse:py-3">{[row.startsAt, row.className].filter(Boolean).join(' ')}</Link>)}</span>
              </li>
            ))}
          </ul>
        </section>
      ))}
    </Card>
  )
}
