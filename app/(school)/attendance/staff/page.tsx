import { getTranslations } from 'next-intl/server'
import { Screen } from '@/components/ui/screen'
import { getStaffSheet } from '@/lib/domain/attendance/staff-sheet.server'
import { requirePage } from '@/lib/platform/context.server'
import { plainDate } from '@/lib/platform/time'
import { AttendanceTabs } from '../attendance-tabs'
import { DayNav } from '../day-nav'
import { PrintedDay } from '../printed-day'
import { StaffSheet } from './staff-sheet'
import { StaffViews } from './staff-views'

export async function generateMetadata() {
  return { title: (await getTranslations('attendance.staff'))('title') }
}

export default async function StaffSheetPage({ searchParams }: PageProps<'/attendance/staff'>) {
  const ctx = await requirePage('READ_STAFF_ATTENDANCE')
  const asked = plainDate.safeParse((await searchParams).date).data
  const [t, sheet] = await Promise.all([getTranslations('attendance.staff'), getStaffSheet(ctx, { date: asked })])
  const campuses = ctx.campus ? [ctx.campus] : ctx.campuses
  return (
    <Screen title={t('title')} description={<PrintedDay on={sheet.date} />} count={sheet.counts.all} tabs={<AttendanceTabs ctx={ctx} current="staff" />} aside={<><StaffViews current="day" /><DayNav path="/attendance/staff" date={sheet.date} today={sheet.today} ahead /></>}>
      <StaffSheet key={sheet.date} sheet={sheet} campuses={campuses.map(({ id, name }) => ({ id, name }))} mayTake={ctx.can('TAKE_STAFF_ATTENDANCE')} />
    </Screen>
  )
}
