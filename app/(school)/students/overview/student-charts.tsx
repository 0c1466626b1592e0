import { useFormatter, useTranslations } from 'next-intl'
import { ChartCard } from '@/components/dashboard/chart-card'
import type { getStudentOverview } from '@/lib/domain/academics/overviews.server'
import type { CampusBadge } from '@/lib/platform/context'
import { toDate } from '@/lib/platform/time'
import { campusSeries } from '../../home/weeks-chart'

type StudentChartsProps = { overview: Awaited<ReturnType<typeof getStudentOverview>>; campuses: readonly CampusBadge[] }

/** On roll by grade, a bar a campus; who came and who went, month by month. */
export function StudentCharts({ overview: { grades, arrivals, departures }, campuses }: StudentChartsProps) {
  const t = useTranslations('overviews.students')
  const format = useFormatter()
  const drawn = campuses.filter(({ id }) => grades.some(({ students }) => students[id]))
  const went = new Map(departures.map(({ month, count }) => [month, count]))
  return (
    <div className="grid gap-4 lg:grid-cols-2">
      {grades.length > 0 && <ChartCard kind="bar" title={t('byGrade')} unit={t('unit')} axis={t('grade')} series={drawn.map(campusSeries)} points={grades.map(({ name, students }) => ({ label: name, values: students }))} />}
      <ChartCard
        kind="bar" title={t('comingAndGoing')} unit={t('unit')} axis={t('month')} series={[{ key: 'came', label: t('came') }, { key: 'went', label: t('went') }]}
        points={arrivals.map(({ month, count }) => ({ label: format.dateTime(toDate(`${month}-01`), { month: 'short', timeZone: 'UTC' }), values: { came: count, went: went.get(month) ?? 0 } }))}
      />
    </div>
  )
}
