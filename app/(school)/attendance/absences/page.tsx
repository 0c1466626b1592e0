import { getTranslations } from 'next-intl/server'
import { Screen } from '@/components/ui/screen'
import { listAbsences } from '@/lib/domain/attendance/day.server'
import { absenceKinds, absenceList } from '@/lib/domain/attendance/lists'
import { requirePage } from '@/lib/platform/context.server'
import { parseList, viewOf } from '@/lib/platform/list'
import { campusChoices, wordChoices } from '../../list-choices'
import { AttendanceTabs } from '../attendance-tabs'
import { DayNav } from '../day-nav'
import { PrintedDay } from '../printed-day'
import { AbsenceTable } from './absence-table'

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
    <Screen title={t('absences.title')} description={<PrintedDay on={page.date} />} tabs={<AttendanceTabs ctx={ctx} current="absences" />} count={page.total} aside={<DayNav path="/attendance/absences" date={page.date} today={page.today} keep={keep} />} wide>
      <AbsenceTable view={viewOf(query)} page={page} date={page.date} filters={filters} />
    </Screen>
  )
}
