import 'server-only'
import { todayIn } from '@/lib/platform/clock.server'
import type { Ctx } from '@/lib/platform/context'
import { Refusal } from '@/lib/platform/errors'
import { writeHistory } from '@/lib/platform/history.server'
import { countCap, paged, type ListQuery } from '@/lib/platform/list'
import type { Paged } from '@/lib/platform/list-view'
import { fromDate, toDate } from '@/lib/platform/time'
import { campusesOf } from './school-day.server'
import type { SummaryRow, TotalsInput, summaryList } from './summary'

const columns = {
  id: true, updatedAt: true, attendanceDate: true, campusId: true, source: true, totalEnrolled: true, totalPresent: true, totalTardy: true, totalHalf: true, totalAbsent: true, totalExcused: true, attendancePercentage: true, recordedByLabel: true, notes: true,
} as const

/** The days of campuses, each with where its numbers come from. */
export async function listSummaries(ctx: Ctx, query: ListQuery<typeof summaryList>): Promise<Paged<SummaryRow>> {
  const { campus, source, from, to } = query.filters
  const where = { campusId: { in: campusesOf(ctx, campus).map(({ id }) => id) }, ...(source ? { source } : {}), attendanceDate: { ...(from ? { gte: toDate(from) } : {}), ...(to ? { lte: toDate(to) } : {}) } }
  const page = await paged(query, {
    countCap,
    count: () => ctx.db.campusAttendanceSummary.count({ where, take: countCap }),
    rows: (keyset) => ctx.db.campusAttendanceSummary.findMany({ where: { AND: [where, keyset.where] }, orderBy: keyset.orderBy, take: keyset.take, select: columns }),
  })
  const names = new Map(ctx.campuses.map(({ id, name }) => [id, name]))
  return {
    ...page,
    rows: page.rows.map(({ id, updatedAt, attendanceDate, campusId, source: of, totalEnrolled, totalPresent, totalTardy, totalHalf, totalAbsent, totalExcused, attendancePercentage, recordedByLabel, notes }) => ({
      id, seen: updatedAt.toISOString(), attendanceDate, date: fromDate(attendanceDate), campusId, campusName: names.get(campusId) ?? '', source: of,
      enrolled: totalEnrolled, present: totalPresent, late: totalTardy, half: totalHalf, absent: totalAbsent, excused: totalExcused, percentage: Number(attendancePercentage), recordedBy: recordedByLabel, notes,
    })),
  }
}

/** A day's totals by hand, for a campus that reports no more than these; never over a day that has marks. */
export async function enterTotals(ctx: Ctx, { campusId, date, seen, ...totals }: TotalsInput): Promise<{ id: string }> {
  const campus = ctx.campuses.find(({ id }) => id === campusId)
  if (!campus) throw new Refusal('not-found', 'errors.refusals.notFound')
  if (date > todayIn(campus.timeZone)) throw new Refusal('conflict', 'attendance.summaries.refusals.future')
  const day = { campusId, attendanceDate: toDate(date) }
  const values = {
    ...totals, totalAbsent: totals.totalEnrolled - totals.totalPresent, totalHalf: 0, source: 'manual' as const, recordedByLabel: totals.recordedByLabel ?? ctx.user.name,
    attendancePercentage: totals.totalEnrolled === 0 ? 0 : Math.round((10_000 * totals.totalPresent) / totals.totalEnrolled) / 100,
  }
  const told = { campusId, date, ...totals }
  return ctx.db.$transaction(async (tx) => {
    const before = await tx.campusAttendanceSummary.findFirst({ where: day, select: columns })
    if (before && before.source === 'ledger' && before.totalEnrolled > 0) throw new Refusal('conflict', 'attendance.summaries.refusals.ledger')
    if (!before) {
      const { id } = await tx.campusAttendanceSummary.create({ data: { ...day, ...values, campusKey: campus.code }, select: { id: true } })
      await writeHistory(tx, ctx, { deed: 'enter-attendance-totals', entity: 'campus_attendance_summaries', id, after: told })
      return { id }
    }
    // A register that was taken meanwhile has made it a day of marks.
    const { count } = await tx.campusAttendanceSummary.updateMany({ where: { id: before.id, OR: [{ source: 'manual' }, { totalEnrolled: 0 }], ...(seen ? { updatedAt: new Date(seen) } : { totalEnrolled: 0, source: 'ledger' }) }, data: values })
    if (count === 0) throw new Refusal('conflict', 'attendance.summaries.refusals.changed')
    const { totalEnrolled, totalPresent, totalTardy, totalExcused, recordedByLabel, notes } = before
    await writeHistory(tx, ctx, { deed: 'enter-attendance-totals', entity: 'campus_attendance_summaries', id: before.id, before: { campusId, date, totalEnrolled, totalPresent, totalTardy, totalExcused, recordedByLabel, notes }, after: told })
    return { id: before.id }
  }).catch((error: { code?: string }) => {
    if (error.code === 'P2002' || error.code === '23505') throw new Refusal('conflict', 'attendance.summaries.refusals.changed')
    throw error
  })
}
