import 'server-only'
import type { Ctx } from '@/lib/platform/context'
import { parseList } from '@/lib/platform/list'
import { toDate, type PlainDate } from '@/lib/platform/time'
import { listAbsences } from './absences.server'
import { absenceList, registerList } from './lists'
import type { CallOutcome } from './notice'
import { listRegisters, type RegisterRow } from './registers.server'

export type TeacherMissing = { teacher: string | null; registers: RegisterRow[] }
export type CampusMissing = { campusId: string; campusName: string; teachers: TeacherMissing[]; count: number }
export type ToCall = { studentId: string; name: string; className: string; campusName: string; guardian: string | null; phone: string | null; calls: { outcome: CallOutcome; at: Date }[] }
export type Chasing = { date: PlainDate; today: PlainDate; missing: CampusMissing[]; toCall: ToCall[] }

const most = 500

/** What has to be run after: registers that are missing now, by campus and teacher, and absences that nobody has explained, with whom to call and what came of it. */
export async function getChasing(ctx: Ctx, date?: PlainDate): Promise<Chasing> {
  const asked = { ...(date ? { date } : {}) }
  const [registers, absences] = await Promise.all([
    listRegisters(ctx, { ...parseList(registerList, { ...asked, state: 'missing' }), size: most }),
    listAbsences(ctx, { ...parseList(absenceList, { ...asked, kind: 'unexplained' }), size: most }),
  ])
  const ids = absences.rows.map(({ studentId }) => studentId)
  const [links, calls] = await Promise.all([
    ids.length && ctx.can('READ_GUARDIANS') ? ctx.db.guardianLink.findMany({ where: { studentId: { in: ids } }, orderBy: [{ emergencyOrder: { sort: 'asc', nulls: 'last' } }, { id: 'asc' }], select: { studentId: true, guardian: { select: { fullName: true, phone: true } } } }) : [],
    ids.length ? ctx.db.attendanceCall.findMany({ where: { studentId: { in: ids }, absenceDate: toDate(registers.date) }, orderBy: { calledAt: 'desc' }, take: 2 * most, select: { studentId: true, outcome: true, calledAt: true } }) : [],
  ])
  const names = new Map(ctx.campuses.map(({ id, name }) => [id, name]))
  const missing = [...new Set(registers.rows.map(({ campusId }) => campusId))].map((campusId): CampusMissing => {
    const own = registers.rows.filter((row) => row.campusId === campusId)
    const teachers = [...new Set(own.map(({ teacher }) => teacher))].sort((a, b) => (a ?? '~').localeCompare(b ?? '~'))
    return { campusId, campusName: names.get(campusId) ?? '', count: own.length, teachers: teachers.map((teacher) => ({ teacher, registers: own.filter((row) => row.teacher === teacher) })) }
  })
  return {
    date: registers.date, today: registers.today, missing,
    toCall: absences.rows.map(({ studentId, name, className, campusName }) => {
      const reachable = links.find((link) => link.studentId === studentId && link.guardian.phone) ?? links.find((link) => link.studentId === studentId)
      return { studentId, name, className, campusName, guardian: reachable?.guardian.fullName ?? null, phone: reachable?.guardian.phone ?? null, calls: calls.filter((call) => call.studentId === studentId).map(({ outcome, calledAt }) => ({ outcome, at: calledAt })) }
    }),
  }
}
