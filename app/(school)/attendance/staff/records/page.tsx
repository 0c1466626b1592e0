import { getTranslations } from 'next-intl/server'
import { Screen } from '@/components/ui/screen'
import { leaveTypes, staffAttendanceList, staffStatuses } from '@/lib/domain/attendance/staff-day'
import { listStaffRecords } from '@/lib/domain/attendance/staff-day.server'
import { requirePage } from '@/lib/platform/context.server'
import { parseList, viewOf } from '@/lib/platform/list'
import { countOf } from '../../../count-of'
import { campusChoices, wordChoices } from '../../../list-choices'
import { AttendanceTabs } from '../../attendance-tabs'
import { StaffViews } from '../staff-views'
import { StaffRecordTable } from './staff-record-table'

export async function generateMetadata() {
  return { title: (await getTranslations('attendance.staff'))('recordsTitle') }
}

export default async function StaffRecordsPage({ searchParams }: PageProps<'/attendance/staff/records'>) {
  const ctx = await requirePage('READ_STAFF_ATTENDANCE')
  const query = parseList(staffAttendanceList, await searchParams)
  const [t, page] = await Promise.all([getTranslations('attendance.staff'), listStaffRecords(ctx, query)])
  const filters = [
    ...campusChoices(ctx, t('campus')), { name: 'status', label: t('status'), options: wordChoices(staffStatuses, (one) => t(`statuses.${one}`)) },
    { name: 'leave', label: t('leaveType'), options: wordChoices(leaveTypes, (one) => t(`leave.${one}`)) },
  ]
  return (
    <Screen title={t('recordsTitle')} count={countOf(page, ctx.locale)} tabs={<AttendanceTabs ctx={ctx} current="staff" />} aside={<StaffViews current="records" />} wide>
      <StaffRecordTable view={viewOf(query)} page={page} filters={filters} ofOneCampus={ctx.campus !== null} />
    </Screen>
  )
}
