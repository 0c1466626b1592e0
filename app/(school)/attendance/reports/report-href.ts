import type { Report, ReportQuery, ReportRow } from '@/lib/domain/attendance/report'

export const reportHref = (query: Partial<Record<keyof ReportQuery, string | undefined>>, path = '/attendance/reports') => {
  const text = new URLSearchParams(Object.entries(query).flatMap(([name, value]) => (value ? [[name, value]] : []))).toString()
  return text ? `${path}?${text}` : path
}

/** Where a row's number leads: to the days of a week, the classes of a grade, the students of a class, a student's year. */
export function rowHref({ by }: Pick<Report, 'by'>, { key, from, to }: ReportRow, { grade, class: classId, campus }: ReportQuery): string {
  const kept = { grade, class: classId, campus }
  if (by === 'day') return reportHref({ date: from, ...(campus ? { campus } : {}) } as never, '/attendance/absences')
  if (by === 'week' || by === 'month' || by === 'term') return reportHref({ by: 'day', from, to, ...kept })
  if (by === 'grade') return reportHref({ by: 'class', from, to, grade: key, campus })
  if (by === 'class') return reportHref({ by: 'student', from, to, class: key, campus })
  if (by === 'campus') return reportHref({ by: 'grade', from, to, campus: key })
  return `/students/${key}/attendance`
}
