import { getFormatter, getTranslations } from 'next-intl/server'
import { QuestionCard } from '@/components/dashboard/question-card'
import { EmptyState } from '@/components/ui/empty-state'
import { LinkButton } from '@/components/ui/link-button'
import { Screen } from '@/components/ui/screen'
import { attendanceShare, countedDays, reportQuery } from '@/lib/domain/attendance/report'
import { getOverview } from '@/lib/domain/attendance/report.server'
import { requirePage } from '@/lib/platform/context.server'
import { toDate } from '@/lib/platform/time'
import { AttendanceTabs } from '../attendance-tabs'
import { reportHref } from '../reports/report-href'
import { HeatMap } from './heat-map'
import { OverviewCharts } from './overview-charts'

export async function generateMetadata() {
  return { title: (await getTranslations('attendance.overview'))('title') }
}

export default async function AttendanceOverviewPage({ searchParams }: PageProps<'/attendance/overview'>) {
  const ctx = await requirePage('READ_ATTENDANCE_SUMMARIES')
  const query = reportQuery.parse(await searchParams)
  const [t, format, overview] = await Promise.all([getTranslations('attendance.overview'), getFormatter(), getOverview(ctx, query)])
  const { report, people, heat } = overview
  const { from, to, total, before } = report
  const percent = (value: number | null) => (value === null ? '–' : format.number(value, { style: 'percent', minimumFractionDigits: 1, maximumFractionDigits: 1 }))
  const [now, then] = [attendanceShare(total), before && attendanceShare(before)]
  const asked = { from, to, campus: query.campus }
  const link = (more: object) => ({ href: reportHref({ ...asked, ...more }), label: t('rows') })
  const period = format.dateTimeRange(toDate(from), toDate(to), { dateStyle: 'medium', timeZone: 'UTC' })
  return (
    <Screen title={t('title')} description={[ctx.campus?.name, period].filter(Boolean).join(' · ')} tabs={<AttendanceTabs ctx={ctx} current="overview" />} aside={<LinkButton href={reportHref(asked)}>{t('reports')}</LinkButton>} wide>
      {countedDays(total) === 0 ? <EmptyState title={t('empty')}>{t('emptyText')}</EmptyState> : (
        <>
          <div className="grid grid-cols-1 gap-4 sm:grid-cols-2 lg:grid-cols-4">
            <QuestionCard question={t('share')} answer={percent(now)} note={now !== null && then !== null ? t('against', { share: then, points: Math.round((now - then) * 1000) / 10 }) : t('noBefore')} link={link({ by: 'week' })} />
            <QuestionCard question={t('chronic')} answer={format.number(people.chronic)} note={t('of', { count: people.students })} link={link({ by: 'student', chronic: '1' })} />
            <QuestionCard question={t('late')} answer={format.number(people.l)} note={t('minutes', { count: people.lateMinutes })} link={link({ by: 'class' })} />
            <QuestionCard question={t('unexplained')} answer={format.number(people.a + people.h / 2)} note={t('excused', { count: people.e + people.g / 2 })} link={link({ by: 'student' })} />
          </div>
          <OverviewCharts overview={overview} campuses={ctx.campus ? [] : ctx.campuses} />
          <HeatMap heat={heat} />
        </>
      )}
    </Screen>
  )
}
