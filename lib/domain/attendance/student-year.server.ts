import 'server-only'
import type { Ctx } from '@/lib/platform/context'
import { fromDate, toDate, type PlainDate } from '@/lib/platform/time'

export const standings = ['absent', 'late', 'excused', 'present'] as const
export type Standing = (typeof standings)[number]
export type StudentDay = { date: PlainDate; standing: Standing }
export type StudentYear = { name: string; start: PlainDate; end: PlainDate; days: StudentDay[]; counts: Record<Standing, number> }

const isStanding = (text: string | null): text is Standing => standings.some((one) => one === text)

/** A student's school year as it was marked: a day counts once, by the mark that weighs most. Null where there is no year. */
export async function getStudentYear({ db }: Ctx, studentId: string): Promise<StudentYear | null> {
  const year = await db.academicYear.findFirst({ where: { current: true }, select: { name: true, startDate: true, endDate: true } })
  if (!year) return null
  const marks = await db.attendanceRecord.findMany({ where: { studentId, sessionDate: { gte: year.startDate, lte: year.endDate }, standing: { not: null } }, orderBy: { sessionDate: 'asc' }, take: 5_000, select: { sessionDate: true, standing: true } })
  const days = new Map<PlainDate, Standing>()
  for (const { sessionDate, standing } of marks) {
    if (!isStanding(standing)) continue
    const date = fromDate(sessionDate)
    const known = days.get(date)
    if (!known || standings.indexOf(standing) < standings.indexOf(known)) days.set(date, standing)
  }
  const counts = { absent: 0, late: 0, excused: 0, present: 0 }
  for (const standing of days.values()) counts[standing] += 1
  return { name: year.name, start: fromDate(year.startDate), end: fromDate(year.endDate), days: [...days].map(([date, standing]) => ({ date, standing })), counts }
}

/** The months of a year, each with its days, as a calendar shows them. */
export function monthsOf(start: PlainDate, end: PlainDate): { month: PlainDate; days: PlainDate[] }[] {
  const months: { month: PlainDate; days: PlainDate[] }[] = []
  for (let at = toDate(`${start.slice(0, 7)}-01`); fromDate(at) <= end; at = new Date(Date.UTC(at.getUTCFullYear(), at.getUTCMonth() + 1, 1))) {
    const length = new Date(Date.UTC(at.getUTCFullYear(), at.getUTCMonth() + 1, 0)).getUTCDate()
    months.push({ month: fromDate(at), days: Array.from({ length }, (_, i) => `${fromDate(at).slice(0, 7)}-${String(i + 1).padStart(2, '0')}`) })
  }
  return months
}
