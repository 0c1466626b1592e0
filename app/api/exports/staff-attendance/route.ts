import { getTranslations } from 'next-intl/server'
import { staffRecordColumns } from '@/app/(school)/attendance/staff/records/staff-record-columns'
import { staffAttendanceList } from '@/lib/domain/attendance/staff-day'
import { listStaffRecords } from '@/lib/domain/attendance/staff-day.server'
import { exportRoute } from '../export-route'

export const GET = exportRoute({ needs: 'READ_STAFF_ATTENDANCE', name: 'staff-attendance', list: staffAttendanceList, read: listStaffRecords, columns: async (ctx) => staffRecordColumns(await getTranslations('attendance.staff'), ctx.campus !== null) })
