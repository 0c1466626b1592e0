import 'server-only'
import type { z } from 'zod'
import { inClassOn, listedName } from '@/lib/domain/people/public.server'
import { nowIn } from '@/lib/platform/clock.server'
import type { Ctx } from '@/lib/platform/context'
import { hold } from '@/lib/platform/db/sql.server'
import type { TenantDb } from '@/lib/platform/db/tenant.server'
import { Refusal } from '@/lib/platform/errors'
import { writeHistory } from '@/lib/platform/history.server'
import { daysAfter, fromDate, fromTime, toDate, toTime, type PlainDate } from '@/lib/platform/time'
import { markColumns, setMark, type MarkChange } from './mark.server'
import { overrides, premarkOf, type NoticeChannel, type NoticeKind, type NoticeShown, type arrivalInput, type callInput, type NoticeInput } from './notice'

const gone = () => new Refusal('not-found', 'errors.refusals.notFound')
const furthestAhead = 366

/** The student within reach, with what the clock of the campus says. */
async function studentOf({ db, campuses }: Ctx, studentId: string) {
  const row = await db.student.findFirst({ where: { id: studentId }, select: { id: true, campusId: true, campus: { select: { campusAttendanceConfigs: { select: { startsAt: true, lateAfterMinutes: true }, take: 1 } } } } })
  const campus = campuses.find(({ id }) => id === row?.campusId)
  if (!row || !campus) throw gone()
  const [config] = row.campus.campusAttendanceConfigs
  return { ...row, ...nowIn(campus.timeZone), startsAt: config ? fromTime(config.startsAt) : '08:30', lateAfter: config?.lateAfterMinutes ?? 0 }
}

/** A mark with the lesson it was given in, and what of a notice acts on it. */
const markOfLesson = { ...markColumns, attendanceSession: { select: { timetablePeriod: { select: { startsAt: true, endsAt: true } } } } } as const
const lessonOf = (period: { startsAt: Date; endsAt: Date } | null) => period && { startsAt: fromTime(period.startsAt), endsAt: fromTime(period.endsAt) }
const acting = { kind: true, excused: true, atTime: true, minutesLate: true, reasonId: true, fromDate: true, toDate: true } as const
const saidBy = <Notice extends { atTime: Date | null }>(notice: Notice) => ({ ...notice, atTime: notice.atTime && fromTime(notice.atTime) })

type Written = { studentId: string; campusId: string; kind: NoticeKind; channel: NoticeChannel; fromDate: PlainDate; toDate: PlainDate; atTime: string | null; minutesLate: number | null; reasonId: string | null; reportedBy: string | null; note: string | null }

/** Writes a notice and lets it act on the marks that were given already; later registers find it. */
async function writeNotice(tx: TenantDb, ctx: Ctx, notice: Written, today: PlainDate): Promise<{ id: string; marks: number }> {
  // Whole: the marks of a register that is being written at this moment are waited for.
  await hold(tx, 'students', [notice.studentId], { whole: true })
  const reason = notice.reasonId ? await tx.attendanceReasonEntry.findFirst({ where: { id: notice.reasonId }, select: { name: true, excused: true } }) : null
  if (notice.reasonId && !reason) throw gone()
  // Whoever is reported is excused, unless the reason says otherwise; late without a reason is just late.
  const excused = reason ? reason.excused : notice.kind !== 'late'
  const { fromDate: from, toDate: to, atTime, ...rest } = notice
  const { id } = await tx.attendanceNotice.create({ data: { ...rest, excused, fromDate: toDate(from), toDate: toDate(to), atTime: atTime ? toTime(atTime) : null }, select: { id: true } })
  const { studentId, kind, channel, minutesLate, reportedBy, note } = notice
  await writeHistory(tx, ctx, { deed: channel === 'late_desk' ? 'note-arrival' : 'note-absence', entity: 'attendance_notices', id, after: { studentId, kind, channel, fromDate: from, toDate: to, atTime, minutesLate, reason: reason?.name ?? null, reportedBy, note } })
  if (from > today) return { id, marks: 0 }
  const given = await tx.attendanceRecord.findMany({ where: { studentId, sessionDate: { gte: toDate(from), lte: toDate(to) } }, orderBy: { id: 'asc' }, select: markOfLesson })
  let marks = 0
  for (const { attendanceSession: { timetablePeriod }, ...mark } of given) {
    const target = overrides({ kind, excused, atTime, minutesLate }, lessonOf(timetablePeriod), mark)
    if (!target) continue
    await setMark(tx, ctx, mark, { status: target.status, minutesLate: target.minutesLate, reasonId: notice.reasonId, teacher: mark.teacherStatus ?? mark.status, deed: 'office-mark', why: note })
    marks += 1
  }
  return { id, marks }
}

const saidAlready = (error: { code?: string }): never => {
  if (error.code === 'P2002' || error.code === '23505') throw new Refusal('conflict', 'attendance.office.refusals.saidAlready')
  throw error
}

/** An absence, a late arrival or an early leave that a family has told the office. */
export async function noteAbsence(ctx: Ctx, { toDate: to, ...input }: NoticeInput): Promise<{ id: string; marks: number }> {
  const { campusId, date } = await studentOf(ctx, input.studentId)
  const last = input.kind === 'absent' ? (to ?? input.fromDate) : input.fromDate
  if (last > daysAfter(date, furthestAhead)) throw new Refusal('conflict', 'attendance.staff.refusals.tooFar')
  const { startsAt } = await studentOf(ctx, input.studentId)
  const minutesLate = input.kind === 'late' && input.atTime ? Math.max(0, minutesBetween(startsAt, input.atTime)) : null
  return ctx.db.$transaction((tx) => writeNotice(tx, ctx, { ...input, campusId, toDate: last, atTime: input.kind === 'absent' ? null : input.atTime, minutesLate }, date)).catch(saidAlready)
}

const minutesBetween = (from: string, to: string) => Number(to.slice(0, 2)) * 60 + Number(to.slice(3)) - Number(from.slice(0, 2)) * 60 - Number(from.slice(3))

/** One tap at the late desk: somebody has come, now, so many minutes late. */
export async function noteArrival(ctx: Ctx, { studentId, minutes, reasonId, note }: z.output<typeof arrivalInput>): Promise<{ id: string; marks: number }> {
  const { campusId, date, time } = await studentOf(ctx, studentId)
  return ctx.db.$transaction((tx) => writeNotice(tx, ctx, { studentId, campusId, kind: 'late', channel: 'late_desk', fromDate: date, toDate: date, atTime: time, minutesLate: minutes, reasonId, reportedBy: null, note }, date)).catch(saidAlready)
}

/** Takes a notice back, and the marks that the office has made of it; what other notices say of the same days goes on. */
export async function withdrawNotice(ctx: Ctx, { id }: { id: string }): Promise<{ id: string }> {
  return ctx.db.$transaction(async (tx) => {
    const notice = await tx.attendanceNotice.findFirst({ where: { id }, select: { studentId: true, ...acting } })
    if (!notice || (await tx.attendanceNotice.deleteMany({ where: { id } })).count === 0) throw gone()
    await writeHistory(tx, ctx, { deed: 'withdraw-notice', entity: 'attendance_notices', id, before: { studentId: notice.studentId, kind: notice.kind, fromDate: fromDate(notice.fromDate), toDate: fromDate(notice.toDate) } })
    const [others, made] = await Promise.all([
      tx.attendanceNotice.findMany({ where: { studentId: notice.studentId, fromDate: { lte: notice.toDate }, toDate: { gte: notice.fromDate } }, orderBy: { createdAt: 'asc' }, select: acting }),
      tx.attendanceRecord.findMany({ where: { studentId: notice.studentId, sessionDate: { gte: notice.fromDate, lte: notice.toDate }, teacherStatus: { not: null } }, orderBy: { id: 'asc' }, select: markOfLesson }),
    ])
    for (const { attendanceSession: { timetablePeriod }, ...mark } of made) {
      const lesson = lessonOf(timetablePeriod)
      // A mark that was corrected for another reason is not this notice's.
      if (!mark.teacherStatus || mark.reasonId !== notice.reasonId || premarkOf(saidBy(notice), lesson)?.status !== mark.status) continue
      let back: Omit<MarkChange, 'deed' | 'why'> = { status: mark.teacherStatus, minutesLate: null, reasonId: null, teacher: null }
      for (const other of others) {
        const target = other.fromDate <= mark.sessionDate && mark.sessionDate <= other.toDate ? overrides(saidBy(other), lesson, back) : null
        if (target) back = { status: target.status, minutesLate: target.minutesLate, reasonId: other.reasonId, teacher: mark.teacherStatus }
      }
      await setMark(tx, ctx, mark, { ...back, deed: 'withdraw-mark', why: null })
    }
    return { id }
  })
}

/** A call about an absence, with what came of it; whoever explained it is excused as the reason says. */
export async function recordCall(ctx: Ctx, { studentId, date, outcome, reasonId, note }: z.output<typeof callInput>): Promise<{ id: string }> {
  const { campusId, date: today } = await studentOf(ctx, studentId)
  if (date > today) throw new Refusal('conflict', 'attendance.summaries.refusals.future')
  return ctx.db.$transaction(async (tx) => {
    const { id } = await tx.attendanceCall.create({ data: { studentId, campusId, absenceDate: toDate(date), outcome, note }, select: { id: true } })
    await writeHistory(tx, ctx, { deed: 'call-family', entity: 'attendance_calls', id, after: { studentId, date, outcome, note } })
    if (outcome === 'explained') await writeNotice(tx, ctx, { studentId, campusId, kind: 'absent', channel: 'call', fromDate: date, toDate: date, atTime: null, minutesLate: null, reasonId, reportedBy: null, note }, today)
    return { id }
  }).catch(saidAlready)
}

export type NoticeRow = NoticeShown & { id: string; studentId: string; name: string; className: string; fromDate: PlainDate; toDate: PlainDate; minutesLate: number | null }
const noticeColumns = { id: true, studentId: true, kind: true, channel: true, excused: true, fromDate: true, toDate: true, atTime: true, minutesLate: true, reportedBy: true, note: true, attendanceReason: { select: { name: true } } } as const

/** What the office knows of a day at the campuses in view, the latest first. */
export async function listNotices({ db }: Ctx, campusIds: readonly string[], date: PlainDate): Promise<NoticeRow[]> {
  const rows = await db.attendanceNotice.findMany({
    where: { campusId: { in: [...campusIds] }, toDate: { gte: toDate(date) } }, orderBy: [{ fromDate: 'asc' }, { createdAt: 'desc' }, { id: 'desc' }], take: 300,
    select: { ...noticeColumns, student: { select: { firstName: true, lastName: true, classEnrollments: { where: { ...inClassOn(date), enrolledOn: { lte: toDate(date) } }, take: 1, orderBy: { enrolledOn: 'desc' }, select: { class: { select: { name: true } } } } } } },
  })
  return rows.map(({ student: { firstName, lastName, classEnrollments: [seat] }, attendanceReason, atTime, fromDate: from, toDate: to, ...row }) => ({
    ...row, name: listedName({ firstName, lastName }), className: seat?.class.name ?? '', reason: attendanceReason?.name ?? null, atTime: atTime && fromTime(atTime), fromDate: fromDate(from), toDate: fromDate(to),
  }))
}

/** What the office knows of the students of a class on a day, by student; the newest word of several. */
export async function noticesOfClass({ db }: Ctx, classId: string, date: PlainDate) {
  const rows = await db.attendanceNotice.findMany({ where: { fromDate: { lte: toDate(date) }, toDate: { gte: toDate(date) }, student: { classEnrollments: { some: { classId } } } }, orderBy: { createdAt: 'asc' }, take: 500, select: noticeColumns })
  return new Map(rows.map(({ attendanceReason, atTime, ...row }) => [row.studentId, { ...row, reason: attendanceReason?.name ?? null, atTime: atTime && fromTime(atTime) }]))
}
