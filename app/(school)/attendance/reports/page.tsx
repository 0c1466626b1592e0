import { getTranslations } from 'next-intl/server'
import { Download } from 'lucide-react'
import { buttonClass } from '@/components/ui/button'
import { EmptyState } from '@/components/ui/empty-state'
import { Screen } from '@/components/ui/screen'
import { reportQuery } from '@/lib/domain/attendance/report'
import { getReport } from '@/lib/domain/attendance/report.server'
import { requirePage } from '@/lib/platform/context.server'
import { AttendanceTabs } from '../attendance-tabs'
import { PrintButton } from './print-button'
import { ReportFilters } from './report-filters'
import { reportHref } from './report-href'
import { ReportTable } from './report-table'
import { reportChoices } from './report-choices.server'

export async function generateMetadata() {
  return { title: (await getTranslations('attendance.reports'))('title') }
}

export default async function ReportsPage({ searchParams }: PageProps<'/attendance/reports'>) {
  const ctx = await requirePage('READ_ATTENDANCE_SUMMARIES')
  const query = reportQuery.parse(await searchParams)
  const [t, report, choices] = await Promise.all([getTranslations('attendance.reports'), getReport(ctx, query), reportChoices(ctx)])
  const exported = { ...query, from: report.from, to: report.to }
  return (
    <Screen title={t('title')} tabs={<AttendanceTabs ctx={ctx} current="reports" />} aside={<><a href={reportHref(exported, '/api/exports/attendance-report')} download className={buttonClass({ className: 'print:hidden' })}><Download aria-hidden />{t('export')}</a><PrintButton label={t('print')} /></>} wide>
      <ReportFilters key={JSON.stringify(query)} query={query} from={report.from} to={report.to} choices={choices} />
      {report.rows.length === 0 ? <EmptyState title={t('empty')}>{t('emptyText')}</EmptyState> : <ReportTable report={report} query={query} />}
    </Screen>
  )
}
