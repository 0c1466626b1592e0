import 'server-only'
import { createHash } from 'node:crypto'
import { nowIn, todayIn } from '@/lib/platform/clock.server'
import type { Ctx } from '@/lib/platform/context'
import { Refusal } from '@/lib/platform/errors'
import { daysAfter, type PlainDate } from '@/lib/platform/time'
import { hasMinutes, standingOf, tallyOf, type Mark, type Marking, type Register, type RegisterConflict, type RegisterStudent, type RegisterKey, type SubmitInput, type SubmittedRegister } from './register'
import { premarkOf } from './notice'
import { noticesOfClass } from './notice.server'
import { correctorsOf } from './register-correctors.server'
import { findRegisterPlace, type RegisterPlace } from './register-place.server'
import { correctRegister, readRegister, takeRegister, type RegisterColumns, type Written } from './register.sql.server'
import { noSchool } from './school-day'
import { readCalendar } from './school-day.server'

/** Another organization's, out of reach, removed or never there: the same nothing. */
function found<Place>(place: Place | null): Place {
  if (!place) throw new Refusal('not-found', 'errors.refusals.notFound')
  return place
}

const typeOf = ({ periodId }: RegisterKey) => (periodId ? 'period' : 'daily')
const columnsOf = (key: RegisterKey, { classSubjectId }: RegisterPlace): RegisterColumns => ({ ...key, classSubjectId, sessionType: typeOf(key) })

/**
 * Whoever takes registers may take and mend them on the day itself, and a missing one for as many days back
 * as the campus says; later changes need the right to correct. Nobody marks the future, and a campus takes its registers one way,
 * so that nobody counts twice in its day.
 */
function closedBecause(ctx: Ctx, key: RegisterKey, { timeZone, editableDays, registerMode }: Pick<RegisterPlace, 'timeZone' | 'editableDays' | 'registerMode'>, isTaken: boolean): Register['closedBecause'] {
  const [{ date }, today] = [key, todayIn(timeZone)]
  if (date > today) return 'future'
  if (!isTaken && typeOf(key) !== registerMode) return registerMode
  if (ctx.can('CORRECT_ATTENDANCE')) return null
  if (!ctx.can('TAKE_ATTENDANCE')) return 'permission'
  if (date === today) return null
  return isTaken || date < daysAfter(today, -editableDays) ? 'locked' : null
}

/** Without a date it is the day that the class's campus has now, wherever the person is. */
export async function getRegister(ctx: Ctx, { date, ...asked }: Omit<RegisterKey, 'date'> & { date: PlainDate | null }): Promise<Register> {
  const key = { ...asked, date: date ?? todayIn(ctx.timeZone) }
  const [place, calendar] = await Promise.all([findRegisterPlace(ctx, key).then(found), readCalendar(ctx, ctx.campuses.map(({ id }) => id), { from: key.date, to: key.date })])
  const there = nowIn(place.timeZone)
  if (date === null && key.date !== there.date) return getRegister(ctx, { ...asked, date: there.date })
  const [{ session, students: listed }, notices] = await Promise.all([readRegister(ctx.db, columnsOf(key, place)), noticesOfClass(ctx, key.classId, key.date)])
  const students = listed.map((student): RegisterStudent => {
    const notice = notices.get(student.id)
    return notice ? { ...student, notice, premark: premarkOf(notice, place.period) ?? undefined } : student
  })
  const closed = closedBecause(ctx, key, place, session !== null)
  const { className, campusName, timeZone, subjectName, period, lessons } = place
  return {
    key, className, campusId: place.campusId, campusName, timeZone, subjectName, period, students, isSchoolDay: place.meets && noSchool(calendar, place.campusId, key.date) === null,
    lessons: lessons.map((lesson) => ({ ...lesson, isDue: `${key.date} ${lesson.startsAt}` <= `${there.date} ${there.time}` })),
    taken: session && { version: session.version, at: session.at, by: session.by, isCorrected: session.isCorrected },
    today: there.date,
    editable: closed === null,
    closedBecause: closed,
    correctors: closed === 'locked' ? await correctorsOf(ctx, place.campusId) : [],
  }
}

/** A form may have kept minutes from before. */
const tidied = (marks: readonly Mark[]): Mark[] => marks.map((mark) => ({ ...mark, minutesLate: hasMinutes(mark.status) ? mark.minutesLate : null, remark: mark.remark || null }))

const isSame = (a: Marking, b: Marking) => a.status === b.status && a.minutesLate === b.minutesLate && a.remark === b.remark

async function conflictWith(ctx: Ctx, columns: RegisterColumns, marks: readonly Mark[]): Promise<Refusal> {
  const { session, students } = await readRegister(ctx.db, columns)
  if (!session) return new Refusal('conflict', 'attendance.refusals.gone')
  const mine = new Map(marks.map(({ studentId, ...marking }) => [studentId, marking]))
  const differences = students.flatMap(({ id, firstName, lastName, status, minutesLate, remark }) => {
    const [theirs, yours] = [status && { status, minutesLate, remark }, mine.get(id)]
    return theirs && yours && !isSame(theirs, yours) ? [{ studentId: id, name: `${firstName} ${lastName}`, theirs, yours }] : []
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
  const { idempotencyKey, seen, marks: sent, ...key } = input
  const marks = tidied(sent)
  const place = found(await findRegisterPlace(ctx, key))
  const columns = columnsOf(key, place)
  const tally = tallyOf(marks.map(({ status }) => standingOf[status]))
  const done = (version: string): SubmittedRegister => ({ version, ...tally })
  const requestHash = createHash('sha256').update(JSON.stringify([ctx.user.id, columns, seen, marks])).digest('base64url')
  const before = async () => {
    const kept = await ctx.db.idempotencyKey.findFirst({ where: { deed: 'submit-register', key: idempotencyKey }, select: { requestHash: true, result: true } })
    if (kept && kept.requestHash !== requestHash) throw new Refusal('conflict', 'errors.refusals.keyReused')
    return kept && done((kept.result as { version: string }).version)
  }

  const closed = closedBecause(ctx, key, place, seen !== null)
  // Whoever asks again after midnight asks whether it was written before.
  const known = closed && (await before())
  if (known) return known
  if (closed) throw new Refusal(closed === 'permission' ? 'forbidden' : 'conflict', `attendance.refusals.${closed}`)

  const submission = { ...columns, marks, tally, idempotencyKey, requestHash, campusId: place.campusId, staffId: ctx.user.staffId }
  const write = (): Promise<Written> => (seen ? correctRegister(ctx.db, { ...submission, seen }) : takeRegister(ctx.db, submission))
  const written = await write().catch((error: { code?: string }) => {
    // The same key at the same time: the other request has won and is answered below.
    if (error.code === '23505') return { id: null, version: null, fits: true }
    throw error
  })
  if (written.version) return done(written.version)

  const answered = await before()
  if (answered) return answered
  if (!written.fits) throw new Refusal('conflict', 'attendance.refusals.listChanged')
  throw await conflictWith(ctx, columns, marks)
}
