import Link from 'next/link'
import { useFormatter, useTranslations } from 'next-intl'
import { Card } from '@/components/ui/card'
import { ScrollRegion } from '@/components/ui/scroll-region'
import type { WalkthroughOverview } from '@/lib/domain/development/walkthrough-overview.server'
import { toDate } from '@/lib/platform/time'
import './coverage.css'

/** A row a teacher, a column a week: how many visits, by number and by depth of colour. */
export function CoverageMap({ overview: { teachers, weeks, isMore }, ofOneCampus }: { overview: WalkthroughOverview; ofOneCampus: boolean }) {
  const t = useTranslations('walkthroughs')
  const format = useFormatter()
  const short = (date: string) => format.dateTime(toDate(date), { day: 'numeric', month: 'short', timeZone: 'UTC' })
  return (
    <Card title={t('over.coverage')} flush>
      <p className="px-4 pb-2 text-sm text-soft">{t('over.coverageText')} {isMore && t('over.more', { count: teachers.length })}</p>
      <ScrollRegion aria-label={t('over.coverageText')} className="border-t border-line">
        <table aria-label={t('over.coverage')} className="coverage">
          <thead>
            <tr>
              <th scope="col">{t('fields.teacher')}</th>
              {!ofOneCampus && <th scope="col">{t('fields.campus')}</th>}
              {weeks.map((week) => <th key={week} scope="col" className="week">{short(week)}</th>)}
              <th scope="col" className="end">{t('fields.visits')}</th>
              <th scope="col" className="end">{t('fields.average')}</th>
              <th scope="col">{t('fields.lastVisit')}</th>
            </tr>
          </thead>
          <tbody>
            {teachers.map(({ teacherId, name, campusName, visits, total, average, lastVisit }) => (
              <tr key={teacherId}>
                <th scope="row"><Link href={`/walkthroughs?teacher=${teacherId}`} className="hover:underline">{name}</Link></th>
                {!ofOneCampus && <td className="text-soft">{campusName}</td>}
                {visits.map((count, n) => (
                  <td key={weeks[n]} className="cell" data-count={Math.min(count, 3)}>
                    <span aria-hidden="true">{count > 0 ? count : '·'}</span>
                    <span className="sr-only">{t('over.visitsIn', { count, week: short(weeks[n] ?? '') })}</span>
                  </td>
                ))}
                <td className="end tabular-nums">{total}</td>
                <td className="end tabular-nums">{average === null ? <span className="text-soft">{total === 0 ? '–' : t('over.few')}</span> : format.number(average, { minimumFractionDigits: 1, maximumFractionDigits: 1 })}</td>
                <td>{lastVisit ? short(lastVisit) : <span className="text-soft">{t('over.none')}</span>}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollRegion>
    </Card>
  )
}
