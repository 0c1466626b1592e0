import 'server-only'
import { todayIn } from '@/lib/platform/clock.server'
import type { TenantDb } from '@/lib/platform/db/tenant.server'
import type { Routine } from '@/lib/platform/jobs.server'
import { fromDate, toDate } from '@/lib/platform/time'

/** Brings about what was settled for a day that has come at the student's campus. */
export async function bringDueChanges(db: TenantDb): Promise<number> {
  // The day begins first where the clocks are fourteen hours ahead.
  const rows = await db.student.findMany({ where: { nextStatusOn: { lte: toDate(todayIn('Pacific/Kiritimati')) } }, select: { id: true, nextStatus: true, nextStatusOn: true, nextCampusId: true, campus: { select: { timeZone: true } } }, take: 5_000 })
  let count = 0
  for (const { id, nextStatus, nextStatusOn, nextCampusId, campus } of rows) {
    if (!nextStatus || !nextStatusOn || fromDate(nextStatusOn) > todayIn(campus.timeZone)) continue
    const { count: one } = await db.student.updateMany({ where: { id, nextStatusOn }, data: { status: nextStatus, nextStatus: null, nextStatusOn: null, nextCampusId: null, ...(nextCampusId ? { campusId: nextCampusId } : {}) } })
    count += one
  }
  return count
}

/** Who had the last day of work behind them works here no more. */
export async function endDueWork(db: TenantDb): Promise<number> {
  const rows = await db.staff.findMany({ where: { endDate: { lt: toDate(todayIn('Pacific/Kiritimati')) }, status: { not: 'ended' } }, select: { id: true, endDate: true, campus: { select: { timeZone: true } } }, take: 5_000 })
  const gone = rows.filter(({ endDate, campus }) => endDate && fromDate(endDate) < todayIn(campus.timeZone)).map(({ id }) => id)
  return (await db.staff.updateMany({ where: { id: { in: gone } }, data: { status: 'ended' } })).count
}

export const studentRoutines: readonly Routine[] = [{ kind: 'bring-due-changes', hours: 1, each: async (db) => void [await bringDueChanges(db), await endDueWork(db)] }]
