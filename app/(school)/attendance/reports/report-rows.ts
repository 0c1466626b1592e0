import type { useFormatter, useTranslations } from 'next-intl'
import { attendanceShare, countedDays, missedDays, type Report, type ReportRow, type Sums } from '@/lib/domain/attendance/report'
import { toDate } from '@/lib/platform/time'

type Format = Pick<ReturnType<typeof useFormatter>, 'dateTime' | 'number' | 'dateTimeRange'>
type Words = ReturnType<typeof useTranslations<'attendance.reports'>>

/** What a row is called: a day, the week that begins on a day, a month, or a name. */
export function labelOf({ by }: Pick<Report, 'by'>, { label, from, hint }: ReportRow, format: Format, t: Words): string {
  if (by === 'day') return format.dateTime(toDate(from), { weekday: 'short', day: 'numeric', month: 'short', year: 'numeric', timeZone: 'UTC' })
  if (by === 'week') return format.dateTime(toDate(from), { day: 'numeric', month: 'short', year: 'numeric', timeZone: 'UTC' })
  if (by === 'month') return format.dateTime(toDate(from), { month: 'long', year: 'numeric', timeZone: 'UTC' })
  return [label || t('none'), hint].filter(Boolean).join(' · ')
}

export const columns = ['counted', 'present', 'late', 'half', 'excused', 'absent', 'missed', 'share', 'minutes', 'chronic'] as const
export type ReportColumn = (typeof columns)[number]
/** Columns that say something of a report: days know no minutes, and a student is one. */
export const columnsFor = (by: Report['by']) => columns.filter((column) => (column === 'minutes' ? !['day', 'week', 'month', 'term'].includes(by) : column === 'chronic' ? ['class', 'grade', 'campus'].includes(by) : true))

export function numberOf(column: ReportColumn, sums: Sums): number | null {
  switch (column) {
    case 'counted': return countedDays(sums)
    case 'present': return sums.p
    case 'late': return sums.l
    case 'half': return sums.g + sums.h
    case 'excused': return sums.e
    case 'absent': return sums.a
    case 'missed': return missedDays(sums)
    case 'share': return attendanceShare(sums)
    case 'minutes': return sums.lateMinutes
    case 'chronic': return sums.chronic
  }
}
