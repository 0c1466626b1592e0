import 'server-only'
import { z } from 'zod'
import { todayIn } from '@/lib/platform/clock.server'
import type { Ctx } from '@/lib/platform/context'
import type { TenantDb } from '@/lib/platform/db/tenant.server'
import { Refusal } from '@/lib/platform/errors'
import { writeHistory } from '@/lib/platform/history.server'
import { record } from '@/lib/platform/record.server'
import { fromDate, toDate, type PlainDate } from '@/lib/platform/time'
import { nextStudentNumber } from './student-number.server'
import { standingOn, student, type StudentStatus, type studentInput } from './student'

type Edited = z.output<typeof studentInput>
type Row = Awaited<ReturnType<Ctx['db']['student']['findMany']>>[number]

const verbs = record<Edited & { campusId?: string; status?: StudentStatus; studentNumber?: string; enrollmentDate?: PlainDate }, Row>(student, (db) => db.student, [])

/** With an invoice or a payment somebody is withdrawn, not removed: the database says so, which sees the account at every campus. */
const remove: typeof verbs.remove = (ctx, seen) =>
  verbs.remove(ctx, seen).catch((error: unknown) => {
    throw error instanceof Error && error.message.includes('student_has_account') ? new Refusal('conflict', 'students.refusals.hasAccount') : error
  })
export const students = { ...verbs, remove }

/** Today at a campus; one that is out of reach is not there. */
export function todayAt(ctx: Ctx, campusId: string): PlainDate {
  const campus = ctx.campuses.find(({ id }) => id === campusId)
  if (!campus) throw new Refusal('not-found', 'errors.refusals.notFound')
  return todayIn(campus.timeZone)
}

export type Admission = Edited & { campusId: string; on: PlainDate }

/** A new student with a number of their own, on the roll from a day on. Inside the transaction of who admits. */
export async function createStudent(ctx: Ctx, tx: TenantDb, { campusId, on, ...values }: Admission): Promise<{ id: string; studentNumber: string }> {
  const isToCome = on > todayAt(ctx, campusId)
  const status: StudentStatus = isToCome ? 'expected' : 'active'
  const studentNumber = await nextStudentNumber(tx, ctx)
  const { id } = await tx.student.create({
    data: {
      ...values, dateOfBirth: values.dateOfBirth ? toDate(values.dateOfBirth) : null, campusId, studentNumber, status, enrollmentDate: toDate(on),
      ...(isToCome ? { nextStatus: 'active' as const, nextStatusOn: toDate(on) } : {}),
    },
    select: { id: true },
  })
  await tx.studentChange.create({ data: { studentId: id, campusId, deed: 'admit', effectiveOn: toDate(on), status: 'active', formerStatus: 'applicant' }, select: { id: true } })
  await writeHistory(tx, ctx, { deed: 'admit-student', entity: student.entity, id, after: { ...values, campusId, studentNumber, status, enrollmentDate: on } })
  return { id, studentNumber }
}

export type StudentRecord = Awaited<ReturnType<typeof getStudent>>

/** A student as the record's header shows them; another organization's, one out of reach or a removed one is a refusal. */
export async function getStudent(ctx: Ctx, id: string) {
  const row = z.uuid().safeParse(id).success ? await ctx.db.student.findFirst({
    where: { id },
    include: {
      guardianLinks: { select: { guardian: { select: { id: true, fullName: true, phone: true } } }, orderBy: [{ emergencyOrder: { sort: 'asc', nulls: 'last' } }, { id: 'asc' }], take: 1 },
      classEnrollments: { where: { OR: [{ endedOn: null }, { endedOn: { gte: toDate(todayIn(ctx.timeZone)) } }], status: { notIn: ['pending', 'waitlisted', 'cancelled', 'no_show'] }, class: { academicYear: { current: true } } }, select: { class: { select: { id: true, name: true } } }, orderBy: [{ class: { classType: 'asc' } }, { id: 'asc' }], take: 1 },
      ...(ctx.can('READ_STUDENT_NOTES') ? { studentNotes: { where: { urgent: true }, select: { id: true, kind: true, body: true }, orderBy: [{ kind: 'asc' }, { id: 'asc' }] } } : {}),
    },
  }) : null
  if (!row) throw new Refusal('not-found', 'errors.refusals.notFound')
  const { guardianLinks: [link], classEnrollments: [enrolled], studentNotes: urgentNotes = [], ...plain } = row
  const campus = ctx.campuses.find(({ id: one }) => one === row.campusId) ?? null
  const today = todayIn(campus?.timeZone ?? ctx.timeZone)
  const next = { nextStatus: row.nextStatus, nextStatusOn: row.nextStatusOn && fromDate(row.nextStatusOn) }
  return {
    ...students.rowOf(plain), today, campus, name: `${row.firstName} ${row.lastName}`,
    standing: standingOn({ status: row.status, ...next }, today),
    /** What is settled for a day to come. */
    coming: next.nextStatus && next.nextStatusOn && next.nextStatusOn > today ? { status: next.nextStatus, on: next.nextStatusOn, campusId: row.nextCampusId } : null,
    guardian: link?.guardian ?? null, class: enrolled?.class ?? null,
    /** What whoever may know must not overlook. */
    urgentNotes,
  }
}
