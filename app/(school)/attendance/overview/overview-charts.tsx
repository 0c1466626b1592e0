import { useFormatter, useTranslations } from 'next-intl'
import { Chart } from '@/components/chart/chart'
import { Card } from '@/components/ui/card'
import { addedSums, attendanceShare, noSums } from '@/lib/domain/attendance/report'
import type { Overview } from '@/lib/domain/attendance/report.server'
import type { CampusBadge } from '@/lib/platform/context'
import { daysAfter, toDate } from '@/lib/platform/time'
import { campusSeries } from '../../home/weeks-chart'

const aYear = 364

/** Weeks against those of a year before, and campuses beside each other. */
export function OverviewCharts({ overview: { report, past, campuses: rows }, campuses }: { overview: Overview; campuses: readonly CampusBadge[] }) {
  const t = useTranslations('attendance.overview')
  const format = useFormatter()
  const then = new Map(past.rows.map((row) => [daysAfter(row.from, aYear), row.sums]))
  const shown = rows.flatMap(({ key, sums }) => campuses.flatMap((campus) => (campus.id === key ? [{ campus, sums }] : [])))
  return (
    <div className={shown.length > 1 ? 'grid gap-4 lg:grid-cols-[2fr_1fr]' : ''}>
      <Card>
        <Chart
          kind="line" title={t('weeks')} unit={t('unit')} axis={t('week')} format="percent" series={[{ key: 'now', label: t('thisYear') }, ...(then.size > 0 ? [{ key: 'then', label: t('yearBefore') }] : [])]}
          points={report.rows.map((row) => ({ label: format.dateTime(toDate(row.from), { day: 'numeric', month: 'short', timeZone: 'UTC' }), values: { now: attendanceShare(row.sums), then: attendanceShare(then.get(row.from) ?? noSums) } }))}
        />
      </Card>
      {shown.length > 1 && (
        <Card>
          <Chart
            kind="bar" title={t('byCampus')} unit={t('unit')} axis={t('campus')} format="percent" series={shown.map(({ campus }) => campusSeries(campus))}
            points={[{ label: t('thisYear'), values: Object.fromEntries(shown.map(({ campus, sums }) => [campus.id, attendanceShare(addedSums([sums]))])) }]}
          />
        </Card>
      )}
    </div>
  )
}
