import 'server-only'
import { createHash } from 'node:crypto'
import type { Ctx } from '@/lib/platform/context'
import { correctRegister, findRegisterPlace, keptSubmission, readRegister, takeRegister, type RegisterColumns, type RegisterPlace, type Written } from '@/lib/platform/db/statements/register.server'
import { Refusal } from '@/lib/platform/errors'
import { daysAfter, todayIn } from '@/lib/platform/time'
import { countsAs, type AttendanceStatus, type Mark, type Register, type RegisterConflict, type RegisterKey, type SubmitInput, type SubmittedRegister } from './register'

/** Another organization's, out of reach, removed or never there: the same nothing. */
function found<Place>(place: Place | null): Place {
  if (!place) throw new Refusal('not-found', 'errors.refusals.notFound')
  return place
}

const columnsOf = ({ classId, date, periodId }: RegisterKey, { classSubjectId }: RegisterPlace): RegisterColumns => ({
  classId, date, periodId, classSubjectId, sessionType: periodId ? 'period' : 'daily',
})

/**
 * Whoever takes registers may take and mend them on the day itself, and a missing one for as many days back
 * as the campus says; later changes need the right to correct. Nobody marks the future.
 */
function closedBecause(ctx: Ctx, { date }: RegisterKey, { timeZone, editableDays }: RegisterPlace, isTaken: boolean): Register['closedBecause'] {
  const today = todayIn(timeZone)
  if (date > today) return 'future'
  if (ctx.can('CORRECT_ATTENDANCE')) return null
  if (!ctx.can('TAKE_ATTENDANCE')) return 'permission'
  if (date === today) return null
  return isTaken || date < daysAfter(today, -editableDays) ? 'locked' : null
}

export async function getRegister(ctx: Ctx, key: RegisterKey): Promise<Register> {
  const register = found(await readRegister(ctx.db, key))
  const { className, campusName, timeZone, subjectName, period, students, session } = register
  const closed = closedBecause(ctx, key, register, session !== null)
  return {
    key, className, campusName, timeZone, subjectName, period, students,
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

async function conflictWith(ctx: Ctx, key: RegisterKey, marks: readonly Mark[]): Promise<Refusal> {
  const { session, students } = found(await readRegister(ctx.db, key))
  if (!session) return new Refusal('conflict', 'attendance.refusals.gone')
  const mine = new Map(marks.map((mark) => [mark.studentId, mark.status]))
  const differences = students.flatMap((student) => {
    const [theirs, yours] = [student.status, mine.get(student.id)]
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
  const place = found(await findRegisterPlace(ctx.db, key))
  const closed = closedBecause(ctx, key, place, seen !== null)
  if (closed) throw new Refusal(closed === 'permission' ? 'forbidden' : 'conflict', `attendance.refusals.${closed}`)

  const columns = columnsOf(key, place)
  const counts = countsOf(marks)
  const requestHash = createHash('sha256').update(JSON.stringify([columns, seen, marks])).digest('base64url')
  const submission = {
    ...columns, marks, counts, idempotencyKey, requestHash,
    campusId: place.campusId, staffId: ctx.user.staffId, countsToDay: columns.sessionType === place.registerMode,
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
  throw await conflictWith(ctx, key, marks)
}

