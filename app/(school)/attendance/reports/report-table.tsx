import { useFormatter, useTranslations } from 'next-intl'
import Link from 'next/link'
import { Chart } from '@/components/chart/chart'
import { Card } from '@/components/ui/card'
import { ScrollRegion } from '@/components/ui/scroll-region'
import { Status } from '@/components/ui/status'
import { attendanceShare, isChronic, isOverTime, type ReportQuery } from '@/lib/domain/attendance/report'
import type { getReport } from '@/lib/domain/attendance/report.server'
import { toDate } from '@/lib/platform/time'
import '../month-grid.css'
import { rowHref } from './report-href'
import { columnsFor, labelOf, numberOf, type ReportColumn } from './report-rows'

type ReportTableProps = { report: Awaited<ReturnType<typeof getReport>>; query: ReportQuery }
const drawn = 60

/** The finding as a chart, and the numbers as a table whose every row leads to what it is made of. */
export function ReportTable({ report, query }: ReportTableProps) {
  const t = useTranslations('attendance.reports')
  const format = useFormatter()
  const { by, rows, total, before, isMore, from, to } = report
  const shown = columnsFor(by)
  const say = (column: ReportColumn, value: number | null) => (value === null ? '–' : column === 'share' ? format.number(value, { style: 'percent', minimumFractionDigits: 1, maximumFractionDigits: 1 }) : format.number(value))
  const [now, then] = [attendanceShare(total), before && attendanceShare(before)]
  const period = format.dateTimeRange(toDate(from), toDate(to), { dateStyle: 'medium', timeZone: 'UTC' })
  return (
    <>
      <p className="text-soft"><span className="font-medium text-ink">{period}</span>{now !== null && then !== null && <>{' · '}{t('lastYear', { share: then, points: Math.round((now - then) * 1000) / 10 })}</>}</p>
      {by !== 'student' && rows.length > 1 && (
        <Card>
          <Chart kind={isOverTime(by) ? 'line' : 'bar'} title={t('chart', { by: t(`groups.${by}`) })} unit={t('unit')} axis={t(`groups.${by}`)} format="percent" series={[{ key: 'share', label: t('columns.share') }]} points={rows.slice(-drawn).map((row) => ({ label: labelOf(report, row, format, t), values: { share: attendanceShare(row.sums) } }))} />
        </Card>
      )}
      <ScrollRegion aria-label={t('title')} className="rounded-lg border border-line bg-raised">
        <table aria-label={`${t('title')}, ${t(`groups.${by}`)}`} className="report-table">
          <thead><tr><th scope="col">{t(`groups.${by}`)}</th>{shown.map((column) => <th key={column} scope="col" className="end">{t(`columns.${column}`)}</th>)}</tr></thead>
          <tbody>
            {rows.map((row) => (
              <tr key={row.key}>
                <th scope="row"><Link href={rowHref(report, row, query)} className="hover:underline">{labelOf(report, row, format, t)}</Link>{by === 'student' && isChronic(row.sums) && <span className="mt-1 block sm:ms-2 sm:mt-0 sm:inline"><Status tone="bad" icon="alert">{t('tenth')}</Status></span>}</th>
                {shown.map((column) => <td key={column} className="end">{say(column, numberOf(column, row.sums))}</td>)}
              </tr>
            ))}
          </tbody>
          <tfoot><tr><th scope="row">{t('total')}</th>{shown.map((column) => <td key={column} className="end">{say(column, numberOf(column, total))}</td>)}</tr></tfoot>
        </table>
      </ScrollRegion>
      {isMore && <p className="text-sm text-soft">{t('more', { count: rows.length })}</p>}
    </>
  )
}
