import 'server-only'
import type { Ctx } from '@/lib/platform/context'
import { fromDate, fromTime, type PlainDate } from '@/lib/platform/time'

export type ClassDay = { id: string; date: PlainDate; startsAt: string | null; periodId: string | null; present: number; absent: number; late: number; excused: number; enrolled: number }

/** The last registers of a class, the newest first. */
export async function listClassDays({ db }: Ctx, classId: string, most = 40): Promise<ClassDay[]> {
  const rows = await db.attendanceSession.findMany({
    where: { classId, state: { not: 'cancelled' } }, orderBy: [{ sessionDate: 'desc' }, { timetablePeriod: { startsAt: 'desc' } }, { id: 'desc' }], take: most,
    select: { id: true, sessionDate: true, timetablePeriodId: true, totalEnrolled: true, totalPresent: true, totalAbsent: true, totalTardy: true, totalExcused: true, timetablePeriod: { select: { startsAt: true } } },
  })
  return rows.map((row) => ({
    id: row.id, date: fromDate(row.sessionDate), startsAt: row.timetablePeriod && fromTime(row.timetablePeriod.startsAt), periodId: row.timetablePeriodId,
    enrolled: row.totalEnrolled, present: row.totalPresent, absent: row.totalAbsent, late: row.totalTardy, excused: row.totalExcused,
  }))
}
