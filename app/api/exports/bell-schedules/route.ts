import { getTranslations } from 'next-intl/server'
import { bellScheduleColumns } from '@/app/(school)/setup/bell-schedules/bell-schedule-columns'
import { bellScheduleList } from '@/lib/domain/timetable/bell-schedule'
import { listBellSchedules } from '@/lib/domain/timetable/bell-schedule.server'
import { exportRoute } from '../export-route'

export const GET = exportRoute({ needs: 'READ_TIMETABLES', name: 'bell-schedules', list: bellScheduleList, read: listBellSchedules, columns: async (ctx) => bellScheduleColumns(await getTranslations('timetables'), ctx.campus !== null) })
