import { getTranslations } from 'next-intl/server'
import { DataTable } from '@/components/table/data-table'
import { EmptyState } from '@/components/ui/empty-state'
import { Screen } from '@/components/ui/screen'
import { listAbsences } from '@/lib/domain/attendance/day.server'
import { absenceKinds, absenceList } from '@/lib/domain/attendance/lists'
import { requirePage } from '@/lib/platform/context.server'
import { parseList } from '@/lib/platform/list'
import { campusChoices, wordChoices } from '../../list-choices'
import { DayNav } from '../day-nav'
import { absenceColumns } from './absence-columns'

export async function generateMetadata() {
  return { title: (await getTranslations('attendance.absences'))('title') }
}

export default async function AbsencesPage({ searchParams }: PageProps<'/attendance/absences'>) {
  const ctx = await requirePage('READ_ATTENDANCE')
  const query = parseList(absenceList, await searchParams)
  const [t, page] = await Promise.all([getTranslations('attendance'), listAbsences(ctx, query)])
  const { date: _date, ...keep } = query.raw
  const filters = [...campusChoices(ctx, t('absences.campus')), { name: 'kind', label: t('absences.kind'), options: wordChoices(absenceKinds, (kind) => t(`absences.${kind}`)) }]
  return (
    <Screen title={t('absences.title')} count={page.total} aside={<DayNav path="/attendance/absences" date={page.date} today={page.today} keep={keep} />} wide>
      <DataTable caption={t('absences.title')} query={query} page={page} columns={absenceColumns(t, page.rows.some(({ startsAt }) => startsAt !== null))} rowId={({ id }) => id} filters={filters} search={t('absences.search')} empty={<EmptyState title={t('absences.none')}>{t('absences.noneText')}</EmptyState>} />
    </Screen>
  )
}
