import 'server-only'
import { inClassOn } from '@/lib/domain/people/public.server'
import { todayIn } from '@/lib/platform/clock.server'
import type { Ctx } from '@/lib/platform/context'
import { containing } from '@/lib/platform/list'

/** This year's classes to pick from while one types, each with how full it is. */
export async function findClassChoices({ db, timeZone }: Ctx, { q, campus }: { q: string; campus?: string }): Promise<{ value: string; label: string; hint: string }[]> {
  const rows = await db.class.findMany({
    where: { name: containing(q.trim()), academicYear: { current: true }, status: { in: ['active', 'planned'] }, ...(campus ? { campusId: campus } : {}) },
    orderBy: [{ grade: { sortOrder: 'asc' } }, { name: 'asc' }, { id: 'asc' }], take: 12,
    select: { id: true, name: true, capacity: true, campus: { select: { name: true } }, _count: { select: { classEnrollments: { where: inClassOn(todayIn(timeZone)) } } } },
  })
  return rows.map(({ id, name, capacity, campus: { name: place }, _count }) => ({ value: id, label: name, hint: `${_count.classEnrollments}${capacity ? ` / ${capacity}` : ''} · ${place}` }))
}
