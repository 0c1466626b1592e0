import { getTranslations } from 'next-intl/server'
import { DataTable } from '@/components/table/data-table'
import { EmptyState } from '@/components/ui/empty-state'
import { Screen } from '@/components/ui/screen'
import { listRegisters } from '@/lib/domain/attendance/day.server'
import { registerList, registerStates } from '@/lib/domain/attendance/lists'
import { requirePage } from '@/lib/platform/context.server'
import { listHref, parseList } from '@/lib/platform/list'
import { campusChoices, wordChoices } from '../list-choices'
import { DayNav } from './day-nav'
import { draftsOf } from './draft-name'
import { OnDevice } from './on-device'
import { registerColumns, registerHref } from './register-columns'

export async function generateMetadata() {
  return { title: (await getTranslations('attendance'))('title') }
}

export default async function AttendancePage({ searchParams }: PageProps<'/attendance'>) {
  const ctx = await requirePage('READ_ATTENDANCE')
  const query = parseList(registerList, await searchParams)
  const [t, page] = await Promise.all([getTranslations('attendance.registers'), listRegisters(ctx, query)])
  const { date: _date, ...keep } = query.raw
  const filters = [...campusChoices(ctx, t('campus')), { name: 'state', label: t('state'), options: wordChoices(registerStates, (state) => t(state)) }]
  const campusName = (id: string) => ctx.campuses.find((campus) => campus.id === id)?.name ?? ''
  return (
    <Screen title={t('title')} count={page.total} aside={<DayNav path="/attendance" date={page.date} today={page.today} keep={keep} />} wide>
      <OnDevice prefix={draftsOf(ctx.user.id)} />
      <DataTable caption={t('title')} query={query} page={page} columns={registerColumns(t, campusName)} rowId={({ id }) => id} rowHref={registerHref(page.date, `/attendance${listHref(query, { columns: query.columns })}`)} filters={filters} search={t('search')} empty={<EmptyState title={t('none')}>{t('noneText')}</EmptyState>} />
    </Screen>
  )
}
