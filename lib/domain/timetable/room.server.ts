import 'server-only'
import type { z } from 'zod'
import { renameRoomOfClasses } from '@/lib/domain/academics/public.server'
import type { Seen } from '@/lib/platform/catalog'
import type { Ctx } from '@/lib/platform/context'
import { Refusal } from '@/lib/platform/errors'
import { containing, countCap, paged, type ListQuery } from '@/lib/platform/list'
import type { Paged } from '@/lib/platform/list-view'
import { record } from '@/lib/platform/record.server'
import { room, type roomEditInput, type roomList, type RoomType } from './room'

type Row = Awaited<ReturnType<Ctx['db']['room']['findMany']>>[number]
type Written = z.output<typeof roomEditInput> & { campusId?: string }
const verbs = record<Written, Row>(room, (db) => db.room, [])

/** Lessons in a room, as far as they are still to be given or drawn. They name it by its name. */
const lessonsIn = ({ campusId, name }: { campusId: string; name: string }) => ({ campusId, room: { equals: name, mode: 'insensitive' as const }, timetable: { deletedAt: null, status: { not: 'archived' as const } } })

const placeOf = (values: Record<string, unknown>) => ({ campusId: String(values.campusId), name: String(values.name) })

/** Lessons, and classes that are at home there, follow a room to its new name. */
const update = (ctx: Ctx, input: Written & Seen): Promise<{ id: string }> =>
  ctx.db.$transaction(async (tx) => {
    const { before, after } = await verbs.updateIn(tx, ctx, input.id, input, input.seen)
    const [from, to] = [placeOf(before.values), String(after.values.name)]
    if (from.name !== to) {
      await tx.timetablePeriod.updateMany({ where: lessonsIn(from), data: { room: to } })
      await renameRoomOfClasses(tx, ctx, { campusId: from.campusId, from: from.name, to })
    }
    return { id: input.id }
  })

/** A room in which lessons are given stays. */
const remove = (ctx: Ctx, { id, seen }: Seen): Promise<{ id: string }> =>
  ctx.db.$transaction(async (tx) => {
    const { values } = await verbs.get(ctx, id)
    if (await tx.timetablePeriod.count({ where: lessonsIn(placeOf(values)) })) throw new Refusal('conflict', 'timetables.refusals.roomInUse')
    return verbs.removeIn(tx, ctx, id, seen)
  })

export const rooms = { ...verbs, update, remove }

export type RoomRow = { id: string; name: string; roomType: RoomType; capacity: number | null; note: string | null; campusName: string; seen: string }

/** Rooms within reach, by the list's filters, order and page. */
export async function listRooms({ db, campus }: Ctx, query: ListQuery<typeof roomList>): Promise<Paged<RoomRow>> {
  const { search, filters } = query
  const campusId = filters.campus ?? campus?.id
  const matching = { ...(campusId ? { campusId } : {}), ...(filters.type ? { roomType: filters.type } : {}), ...(search ? { name: containing(search) } : {}) }
  const page = await paged(query, {
    countCap,
    count: () => db.room.count({ where: matching, take: countCap }),
    rows: (keyset) =>
      db.room.findMany({
        where: { AND: [matching, keyset.where] }, orderBy: keyset.orderBy, take: keyset.take,
        select: { id: true, name: true, roomType: true, capacity: true, note: true, updatedAt: true, campus: { select: { name: true } } },
      }),
  })
  return { ...page, rows: page.rows.map(({ campus: { name: campusName }, updatedAt, ...row }) => ({ ...row, campusName, seen: updatedAt.toISOString() })) }
}
