import 'server-only'
import type { Ctx } from '@/lib/platform/context'
import { Refusal } from '@/lib/platform/errors'
import { actorNames } from '@/lib/platform/history.server'
import { fromTime, toDate, type PlainDate, type PlainTime } from '@/lib/platform/time'
import { explainDay, ruleColumns, usualRule } from './day-rule'
import { isStatus, type CallOutcome, type NoticeShown } from './notice'
import type { AttendanceStatus } from './register'
import type { StudentDay } from './student-year.server'

export type MarkStep = { at: Date; by: string | null; deed: string; status: AttendanceStatus | null; minutesLate: number | null; why: string | null }
export type DayMark = {
  id: string; seen: string; classId: string; className: string; periodId: string | null; startsAt: PlainTime | null; status: AttendanceStatus; minutesLate: number | null; teacherStatus: AttendanceStatus | null; reasonId: string | null; reason: string | null; remark: string | null
  /** Every step of the mark, the latest first. */
  steps: MarkStep[]
}
export type StudentDayFull = {
  student: { id: string; name: string }; campusName: string; timeZone: string; date: PlainDate; day: StudentDay | null; marks: DayMark[]
  notices: (NoticeShown & { id: string; by: string | null })[]; calls: { id: string; outcome: CallOutcome; note: string | null; at: Date; by: string | null }[]
}

const entry = (value: unknown, key: string): unknown => (typeof value === 'object' && value !== null ? Reflect.get(value, key) : undefined)
const text = (value: unknown) => (typeof value === 'string' ? value : null)
const number = (value: unknown) => (typeof value === 'number' ? value : null)

type Event = { at: Date; actorId: string | null; deed: string; entity: string; entityId: string | null; after: unknown }
/** What one line of the history says of one mark; a register's line speaks of all its students. */
function stepOf({ at, actorId, deed, entity, after }: Event, studentId: string, names: ReadonlyMap<string, string>): MarkStep | null {
  const own = entity === 'attendance_records' ? after : deed === 'submit-register' ? { status: text(entry(entry(after, 'exceptions'), studentId)) ?? 'present' } : entry(after, studentId)
  const status = entry(own, 'status')
  return isStatus(status) ? { at, by: actorId && (names.get(actorId) ?? null), deed, status, minutesLate: number(entry(own, 'minutesLate') ?? entry(own, 'minutes')), why: text(entry(own, 'why')) } : null
}

/** A student's day with everything that made it: each mark with the teacher's own beside the office's and its whole history, what the family told, and who was called. */
export async function getStudentDay(ctx: Ctx, studentId: string, date: PlainDate): Promise<StudentDayFull> {
  const { db } = ctx
  const day = toDate(date)
  const student = await db.student.findFirst({ where: { id: studentId }, select: { id: true, firstName: true, lastName: true, campusId: true } })
  if (!student) throw new Refusal('not-found', 'errors.refusals.notFound')
  const [marks, notices, calls] = await Promise.all([
    db.attendanceRecord.findMany({
      where: { studentId, sessionDate: day }, orderBy: { id: 'asc' }, take: 50,
      select: { id: true, updatedAt: true, campusId: true, attendanceSessionId: true, status: true, minutesLate: true, teacherStatus: true, reasonId: true, remarks: true, attendanceReason: { select: { name: true } }, attendanceSession: { select: { classId: true, class: { select: { name: true } }, timetablePeriodId: true, timetablePeriod: { select: { startsAt: true } } } } },
    }),
    db.attendanceNotice.findMany({ where: { studentId, fromDate: { lte: day }, toDate: { gte: day } }, orderBy: { createdAt: 'desc' }, take: 20, select: { id: true, kind: true, channel: true, excused: true, atTime: true, reportedBy: true, note: true, createdById: true, attendanceReason: { select: { name: true } } } }),
    db.attendanceCall.findMany({ where: { studentId, absenceDate: day }, orderBy: { calledAt: 'desc' }, take: 20, select: { id: true, outcome: true, note: true, calledAt: true, createdById: true } }),
  ])
  const campusId = marks[0]?.campusId ?? student.campusId
  const [events, month, rule] = await Promise.all([
    marks.length ? db.auditEvent.findMany({ where: { OR: [{ entity: 'attendance_records', entityId: { in: marks.map(({ id }) => id) } }, { entity: 'attendance_sessions', entityId: { in: marks.map((mark) => mark.attendanceSessionId) } }] }, orderBy: [{ at: 'desc' }, { id: 'desc' }], take: 500, select: { at: true, actorId: true, deed: true, entity: true, entityId: true, after: true } }) : [],
    db.studentAttendanceMonth.findFirst({ where: { studentId, campusId, month: toDate(`${date.slice(0, 7)}-01`) }, select: { days: true } }),
    db.campusAttendanceSummary.findFirst({ where: { campusId, attendanceDate: day }, select: ruleColumns }),
  ])
  const names = await actorNames(ctx, [...events.map(({ actorId }) => actorId), ...notices.map(({ createdById }) => createdById), ...calls.map(({ createdById }) => createdById)])
  const by = (id: string | null) => (id ? (names.get(id) ?? null) : null)
  const why = explainDay(rule ?? usualRule, marks)
  const stored = month?.days.charAt(Number(date.slice(8)) - 1)
  const campus = ctx.campuses.find(({ id }) => id === campusId)
  return {
    student: { id: student.id, name: `${student.firstName} ${student.lastName}` }, campusName: campus?.name ?? '', timeZone: campus?.timeZone ?? ctx.timeZone, date,
    day: why.letter ? { date, letter: why.letter, why: !stored || stored === why.letter ? why : null, byLesson: marks.some(({ attendanceSession }) => attendanceSession.timetablePeriodId !== null), minutes: marks.reduce((sum, mark) => sum + (mark.status === 'late' ? (mark.minutesLate ?? 0) : 0), 0) } : null,
    marks: marks.map(({ id, updatedAt, attendanceSessionId, status, minutesLate, teacherStatus, reasonId, remarks, attendanceReason, attendanceSession: { classId, class: { name }, timetablePeriodId, timetablePeriod } }) => ({
      id, seen: updatedAt.toISOString(), classId, className: name, periodId: timetablePeriodId, startsAt: timetablePeriod && fromTime(timetablePeriod.startsAt), status, minutesLate, teacherStatus, reasonId, reason: attendanceReason?.name ?? null, remark: remarks,
      steps: events.filter(({ entity, entityId }) => (entity === 'attendance_records' ? entityId === id : entityId === attendanceSessionId)).flatMap((event) => stepOf(event, studentId, names) ?? []),
    })).sort((a, b) => (a.startsAt ?? '').localeCompare(b.startsAt ?? '')),
    notices: notices.map(({ attendanceReason, atTime, createdById, ...notice }) => ({ ...notice, reason: attendanceReason?.name ?? null, atTime: atTime && fromTime(atTime), by: by(createdById) })),
    calls: calls.map(({ createdById, calledAt, ...call }) => ({ ...call, at: calledAt, by: by(createdById) })),
  }
}
