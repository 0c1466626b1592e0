import 'server-only'
import type { Ctx } from '@/lib/platform/context'
import { Refusal } from '@/lib/platform/errors'
import { writeHistory } from '@/lib/platform/history.server'

/** What an organization needs before its first school day, in the order in which it is filled in. */
export const steps = ['campuses', 'academicYears', 'terms', 'specialDays', 'grades', 'subjects', 'rooms', 'bellSchedules', 'staff', 'users', 'classes', 'students', 'timetables', 'feePlans'] as const
export type Step = (typeof steps)[number]
export type Setup = { counts: Record<Step, number>; years: { id: string; name: string; current: boolean }[] }

/** No more is counted than tells an empty shelf from a filled one. */
const enough = { take: 1_000 }

/** Academic years, the latest first. */
export const listYears = ({ db }: Ctx): Promise<Setup['years']> => db.academicYear.findMany({ orderBy: [{ startDate: 'desc' }, { id: 'asc' }], take: 50, select: { id: true, name: true, current: true } })

/** How much of each there is, and which year is the current one. */
export async function getSetup(ctx: Ctx): Promise<Setup> {
  const { db } = ctx
  const [campuses, years, terms, specialDays, grades, subjects, rooms, bellSchedules, staff, users, classes, students, timetables, feePlans] = await Promise.all([
    db.campus.count(enough), listYears(ctx), db.term.count(enough), db.specialDay.count(enough), db.grade.count(enough), db.subject.count(enough),
    db.room.count(enough), db.bellSchedule.count(enough), db.staff.count(enough), db.user.count({ where: { id: { not: ctx.user.id } }, ...enough }), db.class.count({ where: { academicYear: { current: true } }, ...enough }), db.student.count(enough), db.timetable.count(enough), db.feePlan.count(enough),
  ])
  return { counts: { campuses, academicYears: years.length, terms, specialDays, grades, subjects, rooms, bellSchedules, staff, users, classes, students, timetables, feePlans }, years }
}

export const hasStudents = async ({ db }: Ctx): Promise<boolean> => (await db.student.findFirst({ select: { id: true } })) !== null

/** What a form may stand on. */
export type Ground = 'campuses' | 'academicYears' | 'grades' | 'bellSchedules' | 'staff' | 'students'
const one = { select: { id: true } } as const
const isThere: Record<Ground, (ctx: Ctx) => Promise<unknown>> = {
  campuses: async ({ campuses }) => campuses[0] ?? null,
  academicYears: ({ db }) => db.academicYear.findFirst(one),
  grades: ({ db }) => db.grade.findFirst(one),
  bellSchedules: ({ db }) => db.bellSchedule.findFirst(one),
  staff: ({ db }) => db.staff.findFirst(one),
  students: ({ db }) => db.student.findFirst(one),
}

/** The first of these of which there is none within reach. */
export async function findMissing(ctx: Ctx, on: readonly Ground[]): Promise<Ground | null> {
  const found = await Promise.all(on.map((ground) => isThere[ground](ctx)))
  return on.find((_, at) => found[at] === null) ?? null
}

/** One year is the current one: lists, forms and plans begin with it. Which one a school day belongs to, its dates say. */
export const makeYearCurrent = (ctx: Ctx, { id }: { id: string }): Promise<{ id: string }> =>
  ctx.db.$transaction(async (tx) => {
    const year = await tx.academicYear.findFirst({ where: { id }, select: { name: true, current: true } })
    if (!year) throw new Refusal('not-found', 'errors.refusals.notFound')
    if (year.current) return { id }
    const before = await tx.academicYear.findFirst({ where: { current: true }, select: { name: true } })
    await tx.academicYear.updateMany({ where: { current: true }, data: { current: false } })
    await tx.academicYear.updateMany({ where: { id }, data: { current: true } })
    await writeHistory(tx, ctx, { deed: 'make-year-current', entity: 'academic_years', id, before: { current: before?.name ?? null }, after: { current: year.name } })
    return { id }
  })
