import { getTranslations } from 'next-intl/server'
import { Screen } from '@/components/ui/screen'
import { summaryList, summarySources } from '@/lib/domain/attendance/summary'
import { listSummaries } from '@/lib/domain/attendance/summary.server'
import { todayIn } from '@/lib/platform/clock.server'
import { requirePage } from '@/lib/platform/context.server'
import { parseList, viewOf } from '@/lib/platform/list'
import { countOf } from '../../count-of'
import { campusChoices, wordChoices } from '../../list-choices'
import { AttendanceTabs } from '../attendance-tabs'
import { SummaryTable } from './summary-table'
import { TotalsDialog } from './totals-dialog'

export async function generateMetadata() {
  return { title: (await getTranslations('attendance.summaries'))('title') }
}

export default async function SummariesPage({ searchParams }: PageProps<'/attendance/summaries'>) {
  const ctx = await requirePage('READ_ATTENDANCE_SUMMARIES')
  const query = parseList(summaryList, await searchParams)
  const [t, page] = await Promise.all([getTranslations('attendance.summaries'), listSummaries(ctx, query)])
  const filters = [...campusChoices(ctx, t('campus')), { name: 'source', label: t('source'), options: wordChoices(summarySources, (one) => t(`sources.${one}`)) }]
  const mayRecord = ctx.can('RECORD_ATTENDANCE_SUMMARIES')
  const campuses = (ctx.campus ? [ctx.campus] : ctx.campuses).map(({ id, name, timeZone }) => ({ value: id, label: name, today: todayIn(timeZone) }))
  return (
    <Screen title={t('title')} description={t('text')} count={countOf(page, ctx.locale)} tabs={<AttendanceTabs ctx={ctx} current="summaries" />} deed={mayRecord && campuses.length > 0 && <TotalsDialog campuses={campuses} />} wide>
      <SummaryTable view={viewOf(query)} page={page} filters={filters} ofOneCampus={ctx.campus !== null} campuses={mayRecord ? campuses : []} />
    </Screen>
  )
}
