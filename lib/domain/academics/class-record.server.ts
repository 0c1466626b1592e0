import 'server-only'
import { z } from 'zod'
import { inClassOn } from '@/lib/domain/people/public.server'
import { todayIn } from '@/lib/platform/clock.server'
import type { Ctx } from '@/lib/platform/context'
import type { TenantDb } from '@/lib/platform/db/tenant.server'
import { Refusal } from '@/lib/platform/errors'
import { record } from '@/lib/platform/record.server'
import { schoolClass, type classEditInput } from './class'

type Row = Awaited<ReturnType<Ctx['db']['class']['findMany']>>[number]
type Written = z.output<typeof classEditInput> & { campusId?: string; academicYearId?: string }

/** A class that was taught is archived, not removed: its registers and lessons stand on it. */
export const classes = record<Written, Row>(schoolClass, (db) => db.class, ['attendanceSessions', 'timetablePeriods'], { near: true })

/** Classes name their room as a text, because a campus without a list of rooms and a roster from elsewhere name one as well: so they follow when it is renamed. */
export async function renameRoomOfClasses(tx: TenantDb, ctx: Ctx, { campusId, from, to }: { campusId: string; from: string; to: string }): Promise<void> {
  const there = await tx.class.findMany({ where: { campusId, status: { in: ['planned', 'active'] }, room: { equals: from, mode: 'insensitive' } }, select: { id: true } })
  for (const { id } of there) await classes.updateIn(tx, ctx, id, { room: to })
}

export type ClassRecord = Awaited<ReturnType<typeof getClass>>

/** A class as the header of its record shows it. */
export async function getClass(ctx: Ctx, id: string) {
  const row = z.uuid().safeParse(id).success ? await ctx.db.class.findFirst({
    where: { id },
    include: {
      grade: { select: { name: true } }, academicYear: { select: { name: true, current: true } },
      homeroomTeacher: { select: { id: true, firstName: true, lastName: true, status: true } },
    },
  }) : null
  if (!row) throw new Refusal('not-found', 'errors.refusals.notFound')
  const { grade, academicYear, homeroomTeacher, ...plain } = row
  const campus = ctx.campuses.find((one) => one.id === row.campusId) ?? null
  const today = todayIn(campus?.timeZone ?? ctx.timeZone)
  const students = await ctx.db.classEnrollment.count({ where: { classId: id, ...inClassOn(today) } })
  return {
    ...classes.rowOf(plain), name: row.name, status: row.status, capacity: row.capacity, students, campus, gradeName: grade.name, yearName: academicYear.name, isCurrent: academicYear.current,
    today,
    teacher: homeroomTeacher && { id: homeroomTeacher.id, name: `${homeroomTeacher.firstName} ${homeroomTeacher.lastName}`, hasLeft: homeroomTeacher.status === 'ended' },
  }
}
