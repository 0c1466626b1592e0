import { getFormatter, getTranslations } from 'next-intl/server'
import { z } from 'zod'
import { columnsFor, labelOf, numberOf } from '@/app/(school)/attendance/reports/report-rows'
import { reportQuery } from '@/lib/domain/attendance/report'
import { getReport } from '@/lib/domain/attendance/report.server'
import { byteOrderMark, csvLine } from '@/lib/platform/csv'
import { defineRoute } from '@/lib/platform/route.server'

/** A report as it is shown, as CSV. */
export const GET = defineRoute({
  needs: 'READ_ATTENDANCE_SUMMARIES',
  input: z.record(z.string(), z.string()),
  async run(ctx, { input }) {
    const query = reportQuery.parse(input)
    const [t, format, report] = await Promise.all([getTranslations('attendance.reports'), getFormatter(), getReport(ctx, query)])
    await ctx.db.auditEvent.create({ data: { actorId: ctx.user.id, deed: 'export', entity: 'attendance-report', after: input }, select: { id: true } })
    const columns = columnsFor(report.by)
    const lines = [
      csvLine([t(`groups.${report.by}`), ...columns.map((column) => t(`columns.${column}`))]),
      ...report.rows.map((row) => csvLine([report.by === 'day' || report.by === 'week' ? row.from : labelOf(report, row, format, t), ...columns.map((column) => numberOf(column, row.sums))])),
    ]
    return new Response(byteOrderMark + lines.join(''), { headers: { 'Content-Type': 'text/csv; charset=utf-8', 'Content-Disposition': 'attachment; filename="attendance-report.csv"', 'Cache-Control': 'private, no-store' } })
  },
})
