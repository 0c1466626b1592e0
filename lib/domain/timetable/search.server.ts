import 'server-only'
import type { Ctx } from '@/lib/platform/context'
import { containing } from '@/lib/platform/list'
import { readable } from './timetable.server'

export type FoundPlace = { id: string; label: string; hint: string }

/** Timetables and rooms whose names have the text in them. */
export async function searchTimetables(ctx: Ctx, text: string): Promise<{ timetables: FoundPlace[]; rooms: FoundPlace[] }> {
  const asked = text.trim().replaceAll('\0', '')
  if (asked.length < 2 || !ctx.can('READ_TIMETABLES')) return { timetables: [], rooms: [] }
  const name = containing(asked)
  const shown = { id: true, name: true, campus: { select: { name: true } } } as const
  const [timetables, rooms] = await Promise.all([
    ctx.db.timetable.findMany({ where: { name, ...readable(ctx) }, orderBy: [{ effectiveFrom: 'desc' }, { id: 'asc' }], take: 4, select: shown }),
    ctx.db.room.findMany({ where: { name }, orderBy: [{ name: 'asc' }, { id: 'asc' }], take: 4, select: shown }),
  ])
  const found = ({ id, name: label, campus }: (typeof rooms)[number]) => ({ id, label, hint: campus.name })
  return { timetables: timetables.map(found), rooms: rooms.map(found) }
}
