import 'server-only'
import type { Ctx } from '@/lib/platform/context'
import { containing } from '@/lib/platform/list'

export type FoundClass = { id: string; label: string; hint: string }

/** This year's classes and the subjects whose names have the text in them. */
export async function searchClasses(ctx: Ctx, text: string): Promise<{ classes: FoundClass[]; subjects: FoundClass[] }> {
  const { db } = ctx
  const asked = text.trim().replaceAll('\0', '')
  if (asked.length < 2) return { classes: [], subjects: [] }
  const name = containing(asked)
  const [classes, subjects] = await Promise.all([
    ctx.can('READ_CLASSES') ? db.class.findMany({ where: { name, academicYear: { current: true } }, orderBy: [{ name: 'asc' }, { id: 'asc' }], take: 6, select: { id: true, name: true, campus: { select: { name: true } } } }) : [],
    ctx.can('READ_SUBJECTS') ? db.subject.findMany({ where: { name }, orderBy: [{ name: 'asc' }, { id: 'asc' }], take: 4, select: { id: true, name: true, code: true } }) : [],
  ])
  return { classes: classes.map(({ id, name: label, campus }) => ({ id, label, hint: campus.name })), subjects: subjects.map(({ id, name: label, code }) => ({ id, label, hint: code })) }
}
