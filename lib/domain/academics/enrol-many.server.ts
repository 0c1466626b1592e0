import 'server-only'
import type { z } from 'zod'
import { inClassOn, listedName } from '@/lib/domain/people/public.server'
import { todayIn } from '@/lib/platform/clock.server'
import type { Ctx } from '@/lib/platform/context'
import { hold } from '@/lib/platform/db/sql.server'
import { Refusal } from '@/lib/platform/errors'
import { daysAfter, type PlainDate } from '@/lib/platform/time'
import type { enrolManyInput } from './enrollment'
import { endPlace, placeIn } from './enrollment.server'

export type Candidate = { id: string; name: string; number: string; classId: string | null; className: string | null }
export type EnrolPreview = { candidates: Candidate[]; capacity: number | null; taken: number }

/** Students of a class's campus who could come in: by grade of the class they are in, or those in no class. */
export async function listCandidates({ db, timeZone }: Ctx, classId: string, { from, search }: { from?: string; search: string }): Promise<Candidate[]> {
  const target = await db.class.findFirst({ where: { id: classId }, select: { campusId: true, academicYearId: true } })
  if (!target) throw new Refusal('not-found', 'errors.refusals.notFound')
  const there = inClassOn(todayIn(timeZone))
  const thisYear = { ...there, class: { academicYearId: target.academicYearId } }
  const rows = await db.student.findMany({
    where: {
      campusId: target.campusId, status: { in: ['active', 'expected'] },
      classEnrollments: from ? { some: { ...there, classId: from } } : { none: thisYear },
      ...(search ? { lastNameKey: { startsWith: search } } : {}),
    },
    orderBy: [{ lastNameKey: 'asc' }, { firstNameKey: 'asc' }, { id: 'asc' }], take: 200,
    select: { id: true, firstName: true, lastName: true, studentNumber: true, classEnrollments: { where: thisYear, take: 1, orderBy: { id: 'asc' }, select: { class: { select: { id: true, name: true } } } } },
  })
  return rows.map(({ id, firstName, lastName, studentNumber, classEnrollments: [enrolled] }) => ({ id, name: listedName({ firstName, lastName }), number: studentNumber, classId: enrolled?.class.id ?? null, className: enrolled?.class.name ?? null }))
}

/** Other classes of the same campus and year, from which students could come. */
export async function listSiblingClasses({ db }: Ctx, classId: string): Promise<{ value: string; label: string }[]> {
  const target = await db.class.findFirst({ where: { id: classId }, select: { campusId: true, academicYearId: true, classType: true } })
  if (!target) return []
  const rows = await db.class.findMany({ where: { ...target, id: { not: classId }, status: { in: ['active', 'planned'] } }, orderBy: [{ grade: { sortOrder: 'asc' } }, { name: 'asc' }, { id: 'asc' }], take: 200, select: { id: true, name: true } })
  return rows.map(({ id, name }) => ({ value: id, label: name }))
}

/** How many places a class has, and how many are taken. */
export async function placesOf({ db, timeZone }: Ctx, classId: string): Promise<{ capacity: number | null; taken: number }> {
  const row = await db.class.findFirst({ where: { id: classId }, select: { capacity: true, _count: { select: { classEnrollments: { where: inClassOn(todayIn(timeZone)) } } } } })
  if (!row) throw new Refusal('not-found', 'errors.refusals.notFound')
  return { capacity: row.capacity, taken: row._count.classEnrollments }
}

/** Several students into one class, all or none: who is in a homeroom of the same year leaves it the day before. */
export const enrolStudents = (ctx: Ctx, { classId, studentIds, on }: z.output<typeof enrolManyInput>): Promise<{ count: number }> =>
  ctx.db.$transaction(async (tx) => {
    const target = await tx.class.findFirst({ where: { id: classId }, select: { academicYearId: true, classType: true } })
    if (!target) throw new Refusal('not-found', 'errors.refusals.notFound')
    // In one order, so that two who enrol the same students wait for each other instead of for ever.
    const chosen = [...new Set(studentIds)].sort()
    await hold(tx, 'students', chosen)
    const lastDay: PlainDate = daysAfter(on, -1)
    const leaving = target.classType === 'homeroom'
      ? await tx.classEnrollment.findMany({ where: { ...inClassOn(on), studentId: { in: chosen }, classId: { not: classId }, class: { academicYearId: target.academicYearId, classType: 'homeroom' } }, select: { id: true, enrolledOn: true, status: true } })
      : []
    for (const row of leaving) await endPlace(ctx, tx, row, lastDay, 'transferred')
    for (const studentId of chosen) await placeIn(ctx, tx, { studentId, classId, on })
    return { count: chosen.length }
  }, { timeout: 60_000 })
