import 'server-only'
import type { Ctx } from '@/lib/platform/context'

export type ReportChoices = { campuses: { value: string; label: string }[]; grades: { value: string; label: string }[]; classes: { value: string; label: string }[] }

/** What a report can be narrowed to. */
export async function reportChoices(ctx: Ctx): Promise<ReportChoices> {
  const campuses = ctx.campus ? [] : ctx.campuses.map(({ id, name }) => ({ value: id, label: name }))
  const [grades, classes] = await Promise.all([
    ctx.db.grade.findMany({ orderBy: [{ sortOrder: 'asc' }, { id: 'asc' }], take: 100, select: { id: true, name: true } }),
    ctx.db.class.findMany({ where: { academicYear: { current: true }, ...(ctx.campus ? { campusId: ctx.campus.id } : {}) }, orderBy: [{ name: 'asc' }, { id: 'asc' }], take: 500, select: { id: true, name: true } }),
  ])
  return { campuses, grades: grades.map(({ id, name }) => ({ value: id, label: name })), classes: classes.map(({ id, name }) => ({ value: id, label: name })) }
}
