import { getTranslations } from 'next-intl/server'
import { Screen } from '@/components/ui/screen'
import { listRegisters } from '@/lib/domain/attendance/day.server'
import { registerList, registerStates } from '@/lib/domain/attendance/lists'
import { requirePage } from '@/lib/platform/context.server'
import { parseList, viewOf } from '@/lib/platform/list'
import { campusChoices, wordChoices } from '../list-choices'
import { AttendanceTabs } from './attendance-tabs'
import { DayNav } from './day-nav'
import { PrintedDay } from './printed-day'
import { draftsOf } from './draft-name'
import { OnDevice } from './on-device'
import { RegisterTable } from './register-table'

export async function generateMetadata() {
  return { title: (await getTranslations('attendance'))('title') }
}

export default async function AttendancePage({ searchParams }: PageProps<'/attendance'>) {
  const ctx = await requirePage('READ_ATTENDANCE')
  const query = parseList(registerList, await searchParams)
  const [t, page] = await Promise.all([getTranslations('attendance.registers'), listRegisters(ctx, query)])
  const { date: _date, ...keep } = query.raw
  const filters = [...campusChoices(ctx, t('campus')), { name: 'state', label: t('state'), options: wordChoices(registerStates, (state) => t(state)) }]
  const campuses = Object.fromEntries(ctx.campuses.map(({ id, name }) => [id, name]))
  return (
    <Screen title={t('title')} description={<PrintedDay on={page.date} />} tabs={<AttendanceTabs ctx={ctx} current="registers" />} count={page.total} aside={<DayNav path="/attendance" date={page.date} today={page.today} keep={keep} />} wide>
      <OnDevice prefix={draftsOf(ctx.user.id)} />
      <RegisterTable view={viewOf(query)} page={page} date={page.date} filters={filters} campuses={campuses} />
    </Screen>
  )
}
