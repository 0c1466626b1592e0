import { noteAbsence, noteArrival, recordCall } from '@/lib/domain/attendance/notice.server'
import type { Ctx } from '@/lib/platform/context'
import { daysAfter, toDate } from '@/lib/platform/time'
import { ctxOf } from './a-school'
import { isSchoolDay, today } from './school-year'

const officeOf = async (organizationId: string, userId: string | undefined): Promise<Ctx | null> => (userId ? ctxOf(userId, organizationId) : null)
const told = ['Rang at 7:20: fever', 'E-mail from last night', 'Dentist until noon', 'Grandfather’s funeral', 'Stays home, cough']

/** What families told the office before the bell: registers of the morning find it. */
export async function hearFamilies(organizationId: string, registrarId: string | undefined): Promise<void> {
  const ctx = await officeOf(organizationId, registrarId)
  if (!ctx || !isSchoolDay(today)) return
  const reasons = await ctx.db.attendanceReasonEntry.findMany({ orderBy: { sortOrder: 'asc' }, select: { id: true } })
  const students = await ctx.db.student.findMany({ where: { status: 'active' }, orderBy: { studentNumber: 'asc' }, take: 400, select: { id: true, firstName: true, lastName: true } })
  // The class that the demo's own teacher takes stays as it is: nobody of it was reported.
  const shown = await ctx.db.classEnrollment.findMany({ where: { class: { homeroomTeacher: { email: { startsWith: 'teacher@' } } } }, select: { studentId: true } })
  const kept = new Set(shown.map(({ studentId }) => studentId))
  const chosen = students.filter(({ id }, i) => i % 43 === 11 && !kept.has(id)).slice(0, 7)
  for (const [n, { id, lastName }] of chosen.entries()) {
    await noteAbsence(ctx, {
      studentId: id, kind: 'absent', channel: n % 3 === 1 ? 'email' : 'phone', fromDate: n === 6 ? daysAfter(today, 3) : today, toDate: n === 2 ? daysAfter(today, 2) : n === 6 ? daysAfter(today, 5) : null, atTime: null,
      reasonId: reasons[n % 3]?.id ?? null, reportedBy: `Family ${lastName}`, note: told[n % told.length] ?? null,
    })
  }
}

/** A morning at the late desk, and the first calls about absences that nobody has explained. */
export async function keepLateDesk(organizationId: string, registrarId: string | undefined): Promise<void> {
  const ctx = await officeOf(organizationId, registrarId)
  if (!ctx || !isSchoolDay(today)) return
  const away = await ctx.db.attendanceRecord.findMany({ where: { sessionDate: toDate(today), status: 'absent_unexcused' }, distinct: ['studentId'], orderBy: { studentId: 'asc' }, take: 12, select: { studentId: true } })
  const reason = await ctx.db.attendanceReasonEntry.findFirst({ where: { name: 'Transport' }, select: { id: true } })
  for (const [n, { studentId }] of away.slice(0, 5).entries()) await noteArrival(ctx, { studentId, minutes: [8, 12, 12, 25, 40][n] ?? 10, reasonId: n === 1 || n === 2 ? (reason?.id ?? null) : null, note: n === 1 || n === 2 ? 'Bus 4 was late' : null })
  for (const [n, { studentId }] of away.slice(6, 9).entries()) await recordCall(ctx, { studentId, date: today, outcome: n === 0 ? 'message_left' : 'no_answer', reasonId: null, note: n === 0 ? 'Will ring back' : null })
}
