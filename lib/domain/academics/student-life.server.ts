import 'server-only'
import { onRollStatuses, standingOn, students, todayAt } from '@/lib/domain/people/public.server'
import type { Seen } from '@/lib/platform/catalog'
import type { Ctx } from '@/lib/platform/context'
import type { TenantDb } from '@/lib/platform/db/tenant.server'
import { Refusal } from '@/lib/platform/errors'
import { writeHistory } from '@/lib/platform/history.server'
import { daysAfter, fromDate, toDate, type PlainDate } from '@/lib/platform/time'
import { endPlace, placeIn, placesOn, resumePlaces } from './enrollment.server'
import { lifeOf, type LifeDone, type StudentDeed } from './student-life'

type Db = Ctx['db']
async function found(tx: Db, id: string) {
  const row = await tx.student.findFirst({ where: { id } })
  if (!row) throw new Refusal('not-found', 'errors.refusals.notFound')
  return row
}
type Row = Awaited<ReturnType<typeof found>>

/** The first day of whoever comes, and comes earlier than was thought: registers begin with it. */
const firstDay = (deed: StudentDeed, { enrollmentDate }: Row, on: PlainDate) =>
  deed === 'admit' || (deed === 'readmit' && enrollmentDate && on < fromDate(enrollmentDate)) ? { enrollmentDate: toDate(on) } : {}

/** Writes what now holds, if nobody wrote meanwhile. */
async function settled(tx: TenantDb, row: Row, seen: string, data: object): Promise<void> {
  const { count } = await tx.student.updateMany({ where: { id: row.id, updatedAt: new Date(seen) }, data })
  if (count === 0) throw new Refusal('conflict', 'form.conflict.refusal', { detail: { current: students.rowOf(await found(tx, row.id)) } })
}

/**
 * A deed in a student's life, from a day on: at once if that day has come at the campus, else on that day. The registers follow
 * the places in classes, which end with the day before or begin with the day itself, wherever the server stands.
 */
const done = (deed: StudentDeed) => (ctx: Ctx, { id, seen, on, reason, classId, campusId }: LifeDone): Promise<{ id: string }> =>
  ctx.db.$transaction(async (tx) => {
    if (classId && !ctx.can('CREATE_ENROLLMENTS')) throw new Refusal('forbidden', 'errors.refusals.forbidden')
    const { from, to, ends, campus } = lifeOf[deed]
    const row = await found(tx, id)
    const today = todayAt(ctx, row.campusId)
    const standing = standingOn({ ...row, nextStatusOn: row.nextStatusOn && fromDate(row.nextStatusOn) }, today)
    if (row.nextStatusOn && fromDate(row.nextStatusOn) > today && deed !== 'admit') throw new Refusal('conflict', 'students.refusals.pending')
    if (!from.includes(standing)) throw new Refusal('conflict', 'students.refusals.deed')
    const first = row.enrollmentDate && fromDate(row.enrollmentDate)
    if (first && on < first && onRollStatuses.includes(standing)) throw new Refusal('invalid', 'errors.refusals.invalid', { fields: { on: { key: 'students.problems.beforeFirstDay', params: { first } } } })
    const there = campus && campusId ? campusId : row.campusId
    if (campus && there === row.campusId) throw new Refusal('conflict', 'students.refusals.sameCampus', { fields: { campusId: { key: 'students.refusals.sameCampus' } } })
    if (campus) todayAt(ctx, there)
    const isNow = on <= today
    const next = isNow ? { status: to, campusId: there, nextStatus: null, nextStatusOn: null, nextCampusId: null } : { nextStatus: to, nextStatusOn: toDate(on), nextCampusId: campus ? there : null }
    await settled(tx, row, seen, { ...next, ...firstDay(deed, row, on) })
    const change = await tx.studentChange.create({ data: { studentId: id, campusId: there, deed, effectiveOn: toDate(on), status: to, formerStatus: standing, reason }, select: { id: true } })
    if (ends) for (const place of await placesOn(tx, id, on)) await endPlace(ctx, tx, place, daysAfter(on, -1), ends, change.id)
    if (classId) await placeIn(ctx, tx, { studentId: id, classId, on }, there)
    await writeHistory(tx, ctx, { deed: `${deed}-student`, entity: 'students', id, before: { status: standing, campusId: row.campusId }, after: { status: to, campusId: there, on, reason } })
    return { id }
  })

export const admitApplicant = done('admit')
export const transferStudent = done('transfer')
export const putOnLeave = done('leave')
export const bringBack = done('return')
export const withdrawStudent = done('withdraw')
export const graduateStudent = done('graduate')
export const readmitStudent = done('readmit')

/** Takes back what was settled for a day that has not come: places that were to end go on, those that were to begin do not. */
export const callOffChange = (ctx: Ctx, { id, seen }: Seen): Promise<{ id: string }> =>
  ctx.db.$transaction(async (tx) => {
    const row = await found(tx, id)
    const on = row.nextStatusOn && fromDate(row.nextStatusOn)
    const change = on && on > todayAt(ctx, row.campusId) ? await tx.studentChange.findFirst({ where: { studentId: id, effectiveOn: toDate(on), calledOffAt: null }, orderBy: { id: 'desc' }, select: { id: true, deed: true } }) : null
    if (!on || !change) throw new Refusal('conflict', 'students.refusals.nothingComing')
    await settled(tx, row, seen, { nextStatus: null, nextStatusOn: null, nextCampusId: null, ...(change.deed === 'admit' ? { enrollmentDate: null } : {}) })
    for (const place of await placesOn(tx, id, on)) if (fromDate(place.enrolledOn) === on) await endPlace(ctx, tx, place, daysAfter(on, -1), 'cancelled')
    await resumePlaces(ctx, tx, id, change.id)
    await tx.studentChange.updateMany({ where: { id: change.id }, data: { calledOffAt: row.updatedAt } })
    await writeHistory(tx, ctx, { deed: 'call-off-student', entity: 'students', id, before: { status: row.nextStatus, on }, after: { status: row.status, on: null } })
    return { id }
  })

export type Consequences = { places: { className: string; from: PlainDate }[]; marks: PlainDate[]; openInvoices: number }

/** What a deed would touch, for the one who is about to do it: places in classes, days that are marked already, and bills. */
export async function consequencesOf({ db }: Ctx, id: string, today: PlainDate): Promise<Consequences> {
  const [places, marks, openInvoices] = await Promise.all([
    placesOn(db, id, today),
    db.attendanceRecord.findMany({ where: { studentId: id, sessionDate: { gte: toDate(daysAfter(today, -31)) } }, orderBy: { sessionDate: 'desc' }, take: 60, select: { sessionDate: true } }),
    db.invoice.count({ where: { studentId: id, balanceDue: { gt: 0 }, status: { notIn: ['draft', 'void'] } } }),
  ])
  return { places: places.map(({ class: { name }, enrolledOn }) => ({ className: name, from: fromDate(enrolledOn) })), marks: [...new Set(marks.map(({ sessionDate }) => fromDate(sessionDate)))], openInvoices }
}
