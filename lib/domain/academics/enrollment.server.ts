import 'server-only'
import type { z } from 'zod'
import { goneStatuses, listedName, standingOn, todayAt } from '@/lib/domain/people/public.server'
import type { Ctx } from '@/lib/platform/context'
import { hold } from '@/lib/platform/db/sql.server'
import type { TenantDb } from '@/lib/platform/db/tenant.server'
import { Refusal } from '@/lib/platform/errors'
import { listHistory, writeHistory } from '@/lib/platform/history.server'
import { daysAfter, fromDate, plainDate, toDate, type PlainDate } from '@/lib/platform/time'
import { enrollment, enrollmentStatuses, type EnrollmentStatus, type endInput, type enrolInput, type moveInput } from './enrollment'

export const full = (field = 'classId') => new Refusal('conflict', 'classes.refusals.full', { fields: { [field]: { key: 'classes.refusals.full' } } })
/** Whether the database had no place left; it counts while it holds the class. */
export const isFull = (error: unknown) => error instanceof Error && error.message.includes('class_has_room')

type Place = { studentId: string; classId: string; on: PlainDate; waits?: boolean }

/**
 * A class that still takes students, at a campus where the student is on that day. Both are held: whoever withdraws the student, closes the
 * class or removes either comes before or after. Students always first, so that nobody waits in a circle.
 */
async function openClass(tx: TenantDb, { studentId, classId, on }: Omit<Place, 'waits'>, campusId?: string) {
  await hold(tx, 'students', [studentId])
  await hold(tx, 'classes', [classId])
  const [row, student] = await Promise.all([
    tx.class.findFirst({ where: { id: classId }, select: { id: true, name: true, campusId: true, status: true } }),
    tx.student.findFirst({ where: { id: studentId }, select: { campusId: true, status: true, nextStatus: true, nextStatusOn: true, studentCampuses: { select: { campusId: true } } } }),
  ])
  if (!row || !student) throw new Refusal('not-found', 'errors.refusals.notFound')
  if (row.status !== 'active' && row.status !== 'planned') throw new Refusal('conflict', 'classes.refusals.closed', { fields: { classId: { key: 'classes.refusals.closed' } } })
  if (goneStatuses.includes(standingOn({ ...student, nextStatusOn: student.nextStatusOn && fromDate(student.nextStatusOn) }, on))) throw new Refusal('conflict', 'classes.refusals.notHere')
  const there = campusId ? [campusId] : [student.campusId, ...student.studentCampuses.map((seat) => seat.campusId)]
  if (!there.includes(row.campusId)) throw new Refusal('conflict', 'classes.refusals.otherCampus', { fields: { classId: { key: 'classes.refusals.otherCampus' } } })
  return row
}

/** The places that a student has in a class on a day or later, but one. */
const placesThere = (tx: TenantDb, { studentId, classId, on }: Omit<Place, 'waits'>, id?: string) =>
  tx.classEnrollment.findMany({ where: { studentId, classId, ...(id ? { id: { not: id } } : {}), OR: [{ endedOn: null }, { endedOn: { gte: toDate(on) } }], status: { notIn: ['cancelled', 'no_show'] } }, select: { id: true, status: true } })

/** A place in a class from a day on, or one in its waiting list. Inside the transaction of the deed it belongs to. */
export async function placeIn(ctx: Ctx, tx: TenantDb, { studentId, classId, on, waits = false }: Place, campusId?: string): Promise<{ id: string }> {
  await openClass(tx, { studentId, classId, on }, campusId)
  const places = await placesThere(tx, { studentId, classId, on })
  const there = places.find(({ status }) => status === 'waitlisted')
  if (places.length > (there && !waits ? 1 : 0)) throw new Refusal('conflict', 'classes.refusals.isThere', { fields: { classId: { key: 'classes.refusals.isThere' } } })
  const values = { studentId, classId, enrolledOn: on, status: (waits ? 'waitlisted' : 'active') as EnrollmentStatus }
  const columns = { ...values, enrolledOn: toDate(on) }
  try {
    const id = there
      ? (await tx.classEnrollment.update({ where: { id: there.id }, data: { enrolledOn: toDate(on), status: 'active' }, select: { id: true } })).id
      : (await tx.classEnrollment.create({ data: columns, select: { id: true } })).id
    await writeHistory(tx, ctx, { deed: waits ? 'waitlist-student' : 'enrol-student', entity: enrollment.entity, id, after: values })
    return { id }
  } catch (error) {
    throw isFull(error) ? full() : error
  }
}

/** The last day in a class; whoever had not come yet by then never was in it. `change` is the deed in a student's life that ends it, if one does. */
export async function endPlace(ctx: Ctx, tx: TenantDb, row: { id: string; enrolledOn: Date; endedOn?: Date | null; status: EnrollmentStatus }, lastDay: PlainDate, status: EnrollmentStatus, change?: string): Promise<void> {
  const began = fromDate(row.enrolledOn) <= lastDay && row.status !== 'waitlisted' && row.status !== 'pending'
  const ended = began ? { endedOn: toDate(lastDay), status } : { endedOn: row.enrolledOn, status: 'cancelled' as const }
  const { count } = await tx.classEnrollment.updateMany({ where: { id: row.id, status: row.status }, data: ended })
  if (count === 0) throw new Refusal('conflict', 'errors.refusals.busy')
  await writeHistory(tx, ctx, { deed: 'end-enrollment', entity: enrollment.entity, id: row.id, before: { status: row.status, endedOn: row.endedOn ? fromDate(row.endedOn) : null }, after: { status: ended.status, endedOn: fromDate(ended.endedOn), ...(change ? { change } : {}) } })
}

/** Places that a deed in a student's life had ended go on as what they were, also those of a waiting list; what was ended by itself, or since, stays so. */
export async function resumePlaces(ctx: Ctx, tx: TenantDb, studentId: string, change: string): Promise<void> {
  for (const { id } of await tx.classEnrollment.findMany({ where: { studentId, endedOn: { not: null } }, orderBy: { id: 'asc' }, select: { id: true } })) {
    const [last] = await listHistory({ db: tx }, enrollment.entity, id, 1)
    const status = enrollmentStatuses.find((one) => one === last?.before?.status)
    if (last?.deed !== 'end-enrollment' || last.after?.change !== change || !status) continue
    const endedOn = plainDate.nullable().catch(null).parse(last.before?.endedOn ?? null)
    await tx.classEnrollment.updateMany({ where: { id }, data: { endedOn: endedOn && toDate(endedOn), status } }).catch((error: unknown) => {
      throw isFull(error) ? full() : error
    })
    await writeHistory(tx, ctx, { deed: 'resume-enrollment', entity: enrollment.entity, id, before: { status: last.after.status ?? null, endedOn: last.after.endedOn ?? null }, after: { status, endedOn } })
  }
}

export const enrolStudent = (ctx: Ctx, input: z.output<typeof enrolInput>) => ctx.db.$transaction((tx) => placeIn(ctx, tx, input))

/** Whose place it is, held: deeds on the places of a student happen one after the other. */
async function holdStudentOf(tx: TenantDb, id: string): Promise<void> {
  const row = await tx.classEnrollment.findFirst({ where: { id }, select: { studentId: true } })
  if (row) await hold(tx, 'students', [row.studentId])
}

async function opened(tx: TenantDb, id: string) {
  await holdStudentOf(tx, id)
  const row = await tx.classEnrollment.findFirst({ where: { id, endedOn: null }, select: { id: true, studentId: true, classId: true, enrolledOn: true, status: true } })
  if (!row) throw new Refusal('not-found', 'errors.refusals.notFound')
  return row
}

/** From one class to another: the day before is the last in the old one. */
export const moveStudent = (ctx: Ctx, { id, classId, on }: z.output<typeof moveInput>) =>
  ctx.db.$transaction(async (tx) => {
    const row = await opened(tx, id)
    if (row.classId === classId) throw new Refusal('conflict', 'classes.refusals.isThere', { fields: { classId: { key: 'classes.refusals.isThere' } } })
    await endPlace(ctx, tx, row, daysAfter(on, -1), 'transferred')
    return placeIn(ctx, tx, { studentId: row.studentId, classId, on })
  })

/** Out of a class, `on` being the last day in it; from the waiting list, at once. */
export const endEnrollment = (ctx: Ctx, { id, on }: z.output<typeof endInput>) =>
  ctx.db.$transaction(async (tx) => {
    await endPlace(ctx, tx, await opened(tx, id), on, 'withdrawn')
    return { id }
  })

/** As if the place had not been ended: on in the class, or on its waiting list, as its history says it was. */
export const resumeEnrollment = (ctx: Ctx, { id }: { id: string }) =>
  ctx.db.$transaction(async (tx) => {
    await holdStudentOf(tx, id)
    const row = await tx.classEnrollment.findFirst({ where: { id, endedOn: { not: null }, status: { in: ['withdrawn', 'cancelled'] } }, select: { id: true, studentId: true, classId: true, enrolledOn: true, endedOn: true, status: true } })
    const [last] = row ? await listHistory({ db: tx }, enrollment.entity, id, 1) : []
    const status = enrollmentStatuses.find((one) => one === last?.before?.status)
    if (!row || last?.deed !== 'end-enrollment' || !status) throw new Refusal('not-found', 'trash.refusals.gone')
    await openClass(tx, { ...row, on: daysAfter(fromDate(row.endedOn ?? row.enrolledOn), 1) })
    if ((await placesThere(tx, { ...row, on: fromDate(row.enrolledOn) }, id)).length > 0) throw new Refusal('conflict', 'classes.refusals.isThere')
    const { count } = await tx.classEnrollment.updateMany({ where: { id, endedOn: row.endedOn }, data: { endedOn: null, status } }).catch((error: unknown) => {
      throw isFull(error) ? full() : error
    })
    if (count === 0) throw new Refusal('not-found', 'trash.refusals.gone')
    await writeHistory(tx, ctx, { deed: 'resume-enrollment', entity: enrollment.entity, id, before: { status: row.status, endedOn: row.endedOn && fromDate(row.endedOn) }, after: { status, endedOn: null } })
    return { id }
  })

/** A place in the class for somebody of its waiting list. */
export const takeFromWaitingList = (ctx: Ctx, { id, on }: z.output<typeof endInput>) =>
  ctx.db.$transaction(async (tx) => {
    const { studentId, classId, status } = await opened(tx, id)
    if (status !== 'waitlisted') throw new Refusal('conflict', 'classes.refusals.isThere')
    return placeIn(ctx, tx, { studentId, classId, on })
  })

/** Who of a waiting list was put there first. */
const shownStudent = { id: true, firstName: true, lastName: true, preferredName: true, studentNumber: true, status: true, dateOfBirth: true } as const

export type ClassStudent = { id: string; studentId: string; name: string; number: string; from: PlainDate; until: PlainDate | null; status: EnrollmentStatus }

/** Everybody who is, was or waits to be in a class: those who are there by name, the waiting by their turn, then those who left. */
export async function listClassStudents({ db }: Ctx, classId: string, today: PlainDate = '9999-12-31'): Promise<{ here: ClassStudent[]; waiting: ClassStudent[]; gone: ClassStudent[] }> {
  const rows = await db.classEnrollment.findMany({
    where: { classId, status: { notIn: ['cancelled', 'no_show'] } }, orderBy: [{ student: { lastNameKey: 'asc' } }, { student: { firstNameKey: 'asc' } }, { id: 'asc' }], take: 400,
    select: { id: true, enrolledOn: true, endedOn: true, status: true, createdAt: true, student: { select: shownStudent } },
  })
  const places = rows.map(({ id, enrolledOn, endedOn, status, createdAt, student }) => ({ id, studentId: student.id, name: listedName(student), number: student.studentNumber, from: fromDate(enrolledOn), until: endedOn && fromDate(endedOn), status, createdAt }))
  const waits = ({ status }: ClassStudent) => status === 'waitlisted' || status === 'pending'
  return {
    here: places.filter((place) => (!place.until || place.until >= today) && !waits(place)),
    waiting: places.filter((place) => !place.until && waits(place)).sort((a, b) => a.createdAt.getTime() - b.createdAt.getTime()),
    gone: places.filter((place) => place.until && place.until < today),
  }
}

export type StudentClass = { id: string; classId: string; className: string; yearName: string; isCurrent: boolean; gradeName: string; campusName: string; teacher: string | null; from: PlainDate; until: PlainDate | null; status: EnrollmentStatus }

/** The classes of a student, this year's first. */
export async function listStudentClasses({ db }: Ctx, studentId: string): Promise<StudentClass[]> {
  const rows = await db.classEnrollment.findMany({
    where: { studentId }, orderBy: [{ class: { academicYear: { startDate: 'desc' } } }, { enrolledOn: 'desc' }, { id: 'desc' }], take: 100,
    select: { id: true, enrolledOn: true, endedOn: true, status: true, class: { select: { id: true, name: true, grade: { select: { name: true } }, campus: { select: { name: true } }, academicYear: { select: { name: true, current: true } }, homeroomTeacher: { select: { firstName: true, lastName: true } } } } },
  })
  return rows.map(({ id, enrolledOn, endedOn, status, class: { homeroomTeacher, ...one } }) => ({
    id, classId: one.id, className: one.name, yearName: one.academicYear.name, isCurrent: one.academicYear.current, gradeName: one.grade.name, campusName: one.campus.name,
    teacher: homeroomTeacher && `${homeroomTeacher.firstName} ${homeroomTeacher.lastName}`, from: fromDate(enrolledOn), until: endedOn && fromDate(endedOn), status,
  }))
}

/** The places that a deed of a day would end. */
export const placesOn = (tx: TenantDb, studentId: string, on: PlainDate) =>
  tx.classEnrollment.findMany({ where: { studentId, status: { notIn: ['cancelled', 'no_show'] }, OR: [{ endedOn: null }, { endedOn: { gte: toDate(on) } }] }, select: { id: true, classId: true, studentId: true, enrolledOn: true, endedOn: true, status: true, class: { select: { name: true } } } })

export { todayAt }
