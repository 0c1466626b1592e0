import { getFormatter, getTranslations } from 'next-intl/server'
import { EmptyState } from '@/components/ui/empty-state'
import { LinkButton } from '@/components/ui/link-button'
import { Screen } from '@/components/ui/screen'
import { countedDays, reportQuery } from '@/lib/domain/attendance/report'
import { getOverview } from '@/lib/domain/attendance/report.server'
import { requirePage } from '@/lib/platform/context.server'
import { toDate } from '@/lib/platform/time'
import { AttendanceTabs } from '../attendance-tabs'
import { reportHref } from '../reports/report-href'
import { HeatMap } from './heat-map'
import { OverviewCards } from './overview-cards'
import { OverviewCharts } from './overview-charts'

export async function generateMetadata() {
  return { title: (await getTranslations('attendance.overview'))('title') }
}

export default async function AttendanceOverviewPage({ searchParams }: PageProps<'/attendance/overview'>) {
  const ctx = await requirePage('READ_ATTENDANCE_SUMMARIES')
  const query = reportQuery.parse(await searchParams)
  const [t, format, overview] = await Promise.all([getTranslations('attendance.overview'), getFormatter(), getOverview(ctx, query)])
  const { report: { from, to, total }, heat } = overview
  const asked = { from, to, campus: query.campus }
  const period = format.dateTimeRange(toDate(from), toDate(to), { dateStyle: 'medium', timeZone: 'UTC' })
  return (
    <Screen title={t('title')} description={[ctx.campus?.name, period].filter(Boolean).join(' · ')} tabs={<AttendanceTabs ctx={ctx} current="overview" />} aside={<LinkButton href={reportHref(asked)}>{t('reports')}</LinkButton>} wide>
      {countedDays(total) === 0 ? <EmptyState title={t('empty')}>{t('emptyText')}</EmptyState> : (
        <>
          <OverviewCards overview={overview} asked={asked} />
          <OverviewCharts overview={overview} campuses={ctx.campus ? [] : ctx.campuses} />
          <HeatMap heat={heat} />
        </>
      )}
    </Screen>
  )
}
