import 'server-only'
import { z } from 'zod'
import { todayIn } from '@/lib/platform/clock.server'
import type { Seen } from '@/lib/platform/catalog'
import type { Ctx } from '@/lib/platform/context'
import { Refusal } from '@/lib/platform/errors'
import { writeHistory } from '@/lib/platform/history.server'
import { record } from '@/lib/platform/record.server'
import { fromDate, toDate, type PlainDate } from '@/lib/platform/time'
import { staffMember, type leavingInput, type staffEditInput } from './staff'
import { todayAt } from './student-record.server'

type Row = Awaited<ReturnType<Ctx['db']['staff']['findMany']>>[number]
export const staff = record<z.output<typeof staffEditInput> & { endDate?: PlainDate | null }, Row>(staffMember, (db) => db.staff, ['classes', 'classSubjects'])

/** Somebody who works here, as the header of the record shows them. */
export async function getStaff(ctx: Ctx, id: string) {
  const row = z.uuid().safeParse(id).success ? await ctx.db.staff.findFirst({ where: { id }, include: { user: { select: { id: true, email: true, disabled: true } } } }) : null
  if (!row) throw new Refusal('not-found', 'errors.refusals.notFound')
  const { user, ...plain } = row
  const campus = ctx.campuses.find((one) => one.id === row.campusId) ?? null
  const today = todayIn(campus?.timeZone ?? ctx.timeZone)
  const endDate = row.endDate && fromDate(row.endDate)
  const hasLeft = row.status === 'ended' || (endDate !== null && endDate < today)
  return { ...staff.rowOf(plain), name: `${row.firstName} ${row.lastName}`, status: hasLeft ? ('ended' as const) : row.status, account: user, campus, today, endDate }
}

/** The last day of work: after it, classes and lessons say that somebody is missing. */
export const leaveWork = (ctx: Ctx, { id, seen, on, reason }: z.output<typeof leavingInput>): Promise<{ id: string }> =>
  ctx.db.$transaction(async (tx) => {
    const { values } = await staff.get({ ...ctx, db: tx }, id)
    const first = typeof values.hireDate === 'string' ? values.hireDate : null
    if (first && on < first) throw new Refusal('invalid', 'errors.refusals.invalid', { fields: { on: { key: 'staff.problems.beforeFirstDay', params: { first } } } })
    const status = on < todayAt(ctx, String(values.campusId)) ? ('ended' as const) : undefined
    const { count } = await tx.staff.updateMany({ where: { id, updatedAt: new Date(seen) }, data: { endDate: toDate(on), ...(status ? { status } : {}) } })
    if (count === 0) throw new Refusal('conflict', 'form.conflict.refusal', { detail: { current: await staff.get({ ...ctx, db: tx }, id) } })
    await writeHistory(tx, ctx, { deed: 'leave-staff', entity: staffMember.entity, id, before: { endDate: values.endDate ?? null }, after: { endDate: on, reason } })
    return { id }
  })

/** Back at work, or not leaving after all. */
export const returnToWork = (ctx: Ctx, { id, seen }: Seen): Promise<{ id: string }> =>
  ctx.db.$transaction(async (tx) => {
    const { values } = await staff.get({ ...ctx, db: tx }, id)
    const { count } = await tx.staff.updateMany({ where: { id, updatedAt: new Date(seen) }, data: { endDate: null, status: 'active' } })
    if (count === 0) throw new Refusal('conflict', 'form.conflict.refusal', { detail: { current: await staff.get({ ...ctx, db: tx }, id) } })
    await writeHistory(tx, ctx, { deed: 'return-staff', entity: staffMember.entity, id, before: { endDate: values.endDate ?? null, status: values.status ?? null }, after: { endDate: null, status: 'active' } })
    return { id }
  })

export type Teaching = { homerooms: { id: string; name: string }[]; lessons: { id: string; classId: string; className: string; subjectName: string; lessonsPerWeek: number | null }[] }

/** The classes of this year that somebody leads, and what they teach. */
export async function listTeaching({ db }: Ctx, staffId: string): Promise<Teaching> {
  const now = { academicYear: { current: true }, status: { in: ['planned' as const, 'active' as const] } }
  const [homerooms, lessons] = await Promise.all([
    db.class.findMany({ where: { homeroomTeacherId: staffId, ...now }, orderBy: [{ name: 'asc' }, { id: 'asc' }], take: 100, select: { id: true, name: true } }),
    db.classSubject.findMany({ where: { teacherId: staffId, class: now }, orderBy: [{ class: { name: 'asc' } }, { subject: { name: 'asc' } }, { id: 'asc' }], take: 200, select: { id: true, lessonsPerWeek: true, class: { select: { id: true, name: true } }, subject: { select: { name: true } } } }),
  ])
  return { homerooms, lessons: lessons.map(({ id, lessonsPerWeek, class: one, subject }) => ({ id, lessonsPerWeek, classId: one.id, className: one.name, subjectName: subject.name })) }
}

export type StaffDay = { id: string; date: PlainDate; status: string; note: string | null }

/** How somebody's last working days were marked. */
export async function listStaffDays({ db }: Ctx, staffId: string): Promise<StaffDay[]> {
  const rows = await db.staffAttendanceRecord.findMany({ where: { staffId }, orderBy: [{ attendanceDate: 'desc' }, { id: 'desc' }], take: 60, select: { id: true, attendanceDate: true, status: true, note: true } })
  return rows.map(({ attendanceDate, ...row }) => ({ ...row, date: fromDate(attendanceDate) }))
}
