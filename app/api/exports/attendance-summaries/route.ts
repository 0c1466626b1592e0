import { getTranslations } from 'next-intl/server'
import { summaryColumns } from '@/app/(school)/attendance/summaries/summary-columns'
import { summaryList } from '@/lib/domain/attendance/summary'
import { listSummaries } from '@/lib/domain/attendance/summary.server'
import { exportRoute } from '../export-route'

export const GET = exportRoute({ needs: 'READ_ATTENDANCE_SUMMARIES', name: 'attendance-summaries', list: summaryList, read: listSummaries, columns: async (ctx) => summaryColumns(await getTranslations('attendance.summaries'), ctx.locale, ctx.campus !== null) })
