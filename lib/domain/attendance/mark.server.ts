import 'server-only'
import type { z } from 'zod'
import type { Ctx } from '@/lib/platform/context'
import type { TenantDb } from '@/lib/platform/db/tenant.server'
import { Refusal } from '@/lib/platform/errors'
import { writeHistory } from '@/lib/platform/history.server'
import { fromDate } from '@/lib/platform/time'
import type { correctionInput } from './notice'
import { hasMinutes, tallyOf, type AttendanceStatus, type Standing } from './register'

export const markColumns = {
  id: true, updatedAt: true, studentId: true, sessionDate: true, attendanceSessionId: true, status: true, minutesLate: true, teacherStatus: true, reasonId: true, attendanceReason: { select: { name: true } },
} as const
export type StoredMark = { id: string; updatedAt: Date; studentId: string; sessionDate: Date; attendanceSessionId: string; status: AttendanceStatus; minutesLate: number | null; teacherStatus: AttendanceStatus | null; reasonId: string | null; attendanceReason: { name: string } | null }
/** `teacher` is what the teacher's own mark is from then on; null where the mark is the teacher's. */
export type MarkChange = { status: AttendanceStatus; minutesLate: number | null; reasonId: string | null; teacher: AttendanceStatus | null; deed: 'office-mark' | 'correct-mark' | 'withdraw-mark'; why: string | null }

const told = ({ studentId, sessionDate, status, minutesLate, attendanceReason }: StoredMark) => ({ studentId, date: fromDate(sessionDate), status, minutesLate, reason: attendanceReason?.name ?? null })

/** The office's mark in the place of another, with the register's sums and its history; the day of the campus follows by itself. Whoever has the register open is told. */
export async function setMark(tx: TenantDb, ctx: Ctx, mark: StoredMark, { status, minutesLate, reasonId, teacher, deed, why }: MarkChange): Promise<void> {
  // First the register: two changes of its marks take turns, and its version goes on.
  await tx.attendanceSession.updateMany({ where: { id: mark.attendanceSessionId }, data: { state: 'submitted' } })
  const { count } = await tx.attendanceRecord.updateMany({ where: { id: mark.id, updatedAt: mark.updatedAt }, data: { status, minutesLate: hasMinutes(status) ? minutesLate : null, reasonId, teacherStatus: teacher } })
  if (count === 0) throw new Refusal('conflict', 'attendance.office.refusals.changed')
  const groups = await tx.attendanceRecord.groupBy({ by: ['standing'], where: { attendanceSessionId: mark.attendanceSessionId }, _count: { _all: true } })
  const { present, late, excused, absent } = tallyOf(groups.flatMap(({ standing, _count }) => Array.from({ length: _count._all }, () => standing as Standing | null)))
  await tx.attendanceSession.updateMany({ where: { id: mark.attendanceSessionId }, data: { totalPresent: present + late, totalTardy: late, totalAbsent: absent + excused, totalExcused: excused } })
  const reason = reasonId ? await tx.attendanceReasonEntry.findFirst({ where: { id: reasonId }, select: { name: true } }) : null
  await writeHistory(tx, ctx, { deed, entity: 'attendance_records', id: mark.id, before: told(mark), after: { studentId: mark.studentId, date: fromDate(mark.sessionDate), status, minutesLate, reason: reason?.name ?? null, why } })
}

/** Corrects one mark, for a reason; the teacher's own stays beside it. */
export async function correctMark(ctx: Ctx, { id, seen, why, ...to }: z.output<typeof correctionInput>): Promise<{ id: string }> {
  return ctx.db.$transaction(async (tx) => {
    const mark = await tx.attendanceRecord.findFirst({ where: { id }, select: markColumns })
    if (!mark) throw new Refusal('not-found', 'errors.refusals.notFound')
    if (mark.updatedAt.toISOString() !== seen) throw new Refusal('conflict', 'attendance.office.refusals.changed')
    const teacher = mark.teacherStatus ?? mark.status
    await setMark(tx, ctx, mark, { ...to, teacher: teacher === to.status ? null : teacher, deed: 'correct-mark', why })
    return { id }
  })
}
