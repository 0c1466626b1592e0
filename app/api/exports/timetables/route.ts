import { getTranslations } from 'next-intl/server'
import { timetableColumns } from '@/app/(school)/timetables/timetable-columns'
import { timetableList } from '@/lib/domain/timetable/timetable'
import { listTimetables } from '@/lib/domain/timetable/timetable.server'
import { exportRoute } from '../export-route'

export const GET = exportRoute({ needs: 'READ_TIMETABLES', name: 'timetables', list: timetableList, read: listTimetables, columns: async (ctx) => timetableColumns(await getTranslations('timetables'), ctx.locale, ctx.campus !== null) })
