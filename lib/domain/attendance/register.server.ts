import 'server-only'
import { createHash } from 'node:crypto'
import type { Ctx } from '@/lib/platform/context'
import { correctRegister, keptSubmission, readRegister, takeRegister, type RegisterColumns, type Written } from '@/lib/platform/db/statements/register.server'
import { Refusal } from '@/lib/platform/errors'
import { daysAfter, fromTime, todayIn } from '@/lib/platform/time'
import { countsAs, type AttendanceStatus, type Mark, type Register, type RegisterConflict, type RegisterKey, type SubmitInput, type SubmittedRegister } from './register'

type Found = Awaited<ReturnType<typeof findClass>>

/** The class within reach, with the zone and the rules of its campus, and the period that is asked for. */
async function findClass({ db }: Ctx, { classId, periodId }: RegisterKey) {
  const found = await db.class.findFirst({
    where: { id: classId },
    select: {
      id: true, name: true, campusId: true,
      campus: { select: { name: true, timeZone: true, campusAttendanceConfigs: { select: { registerMode: true, editableDays: true }, take: 1 } } },
    },
  })
  if (!found) throw new Refusal('not-found', 'errors.refusals.notFound')
  const period = periodId
    ? await db.timetablePeriod.findFirst({
        where: { id: periodId, classId },
        select: { id: true, name: true, startsAt: true, endsAt: true, classSubjectId: true, classSubject: { select: { subject: { select: { name: true } } } } },
      })
    : null
  if (periodId && !period) throw new Refusal('not-found', 'errors.refusals.notFound')
  const rules = found.campus.campusAttendanceConfigs[0] ?? { registerMode: 'daily' as const, editableDays: 7 }
  return { ...found, period, rules }
}

const columnsOf = (key: RegisterKey, { period }: Found): RegisterColumns => ({
  classId: key.classId, date: key.date, periodId: key.periodId, classSubjectId: period?.classSubjectId ?? null, sessionType: period ? 'period' : 'daily',
})

/**
 * Whoever takes registers may take and mend them on the day itself, and a missing one for as many days back
 * as the campus says; later changes need the right to correct. Nobody marks the future.
 */
function closedBecause(ctx: Ctx, { date }: RegisterKey, { campus, rules }: Found, isTaken: boolean): Register['closedBecause'] {
  const today = todayIn(campus.timeZone)
  if (date > today) return 'future'
  if (ctx.can('CORRECT_ATTENDANCE')) return null
  if (!ctx.can('TAKE_ATTENDANCE')) return 'permission'
  if (date === today) return null
  return isTaken || date < daysAfter(today, -rules.editableDays) ? 'locked' : null
}

export async function getRegister(ctx: Ctx, key: RegisterKey): Promise<Register> {
  const found = await findClass(ctx, key)
  const { session, students } = await readRegister(ctx.db, columnsOf(key, found))
  const closed = closedBecause(ctx, key, found, session !== null)
  const { period } = found
  return {
    key,
    className: found.name,
    campusName: found.campus.name,
    timeZone: found.campus.timeZone,
    subjectName: period?.classSubject.subject.name ?? null,
    period: period && { name: period.name, startsAt: fromTime(period.startsAt), endsAt: fromTime(period.endsAt) },
    students: students as Register['students'],
    taken: session && { version: session.version, at: session.at, by: session.by },
    editable: closed === null,
    closedBecause: closed,
  }
}

const count = (marks: readonly Mark[], matches: (status: AttendanceStatus) => boolean) => marks.filter(({ status }) => matches(status)).length
const countsOf = (marks: readonly Mark[]) => ({
  present: count(marks, (status) => countsAs[status] === 'present'),
  absent: count(marks, (status) => countsAs[status] === 'absent'),
  late: count(marks, (status) => status === 'late'),
  excused: count(marks, (status) => status === 'absent_excused'),
})

/** Minutes belong to those who came late or left early; a form may have kept some from before. */
const tidied = (marks: readonly Mark[]): Mark[] =>
  marks.map((mark) => ({ ...mark, minutesLate: mark.status === 'late' || mark.status === 'left_early' ? mark.minutesLate : null, remark: mark.remark || null }))

async function conflictWith(ctx: Ctx, columns: RegisterColumns, marks: readonly Mark[]): Promise<Refusal> {
  const { session, students } = await readRegister(ctx.db, columns)
  if (!session) return new Refusal('conflict', 'attendance.refusals.gone')
  const mine = new Map(marks.map((mark) => [mark.studentId, mark.status]))
  const differences = students.flatMap((student) => {
    const [theirs, yours] = [student.status as AttendanceStatus | null, mine.get(student.id)]
    return theirs && yours && theirs !== yours ? [{ studentId: student.id, name: `${student.firstName} ${student.lastName}`, theirs, yours }] : []
  })
  const detail: RegisterConflict = { version: session.version, at: session.at, by: session.by, differences }
  return new Refusal('conflict', 'attendance.refusals.taken', { params: { by: session.by ?? '' }, detail })
}

/**
 * Submits a register, or corrects one that was submitted. Exactly once by its key: the same submission sent
 * again is answered the same. Refuses when somebody else was first (with the differences), when the class
 * list changed meanwhile, and when the day is closed for this person. Nothing is half-applied.
 */
export async function submitRegister(ctx: Ctx, input: SubmitInput): Promise<SubmittedRegister> {
  const { idempotencyKey, seen, ...key } = input
  const marks = tidied(input.marks)
  const found = await findClass(ctx, key)
  const closed = closedBecause(ctx, key, found, seen !== null)
  if (closed) throw new Refusal(closed === 'permission' ? 'forbidden' : 'conflict', `attendance.refusals.${closed}`)

  const columns = columnsOf(key, found)
  const counts = countsOf(marks)
  const requestHash = createHash('sha256').update(JSON.stringify([columns, seen, marks])).digest('base64url')
  const submission = {
    ...columns, marks, counts, idempotencyKey, requestHash,
    campusId: found.campusId, staffId: ctx.user.staffId, countsToDay: columns.sessionType === found.rules.registerMode,
  }
  const write = (): Promise<Written> => (seen ? correctRegister(ctx.db, { ...submission, seen }) : takeRegister(ctx.db, submission))
  const written = await write().catch((error: { code?: string }) => {
    // The same key at the same time: the other request has won and is answered below.
    if (error.code === '23505') return { id: null, version: null, fits: true }
    throw error
  })
  if (written.version) return { version: written.version, present: counts.present, absent: counts.absent, late: counts.late }

  const kept = await keptSubmission(ctx.db, idempotencyKey)
  if (kept?.requestHash === requestHash) return { version: kept.version, present: counts.present, absent: counts.absent, late: counts.late }
  if (kept) throw new Refusal('conflict', 'errors.refusals.keyReused')
  if (!written.fits) throw new Refusal('conflict', 'attendance.refusals.listChanged')
  throw await conflictWith(ctx, columns, marks)
}

