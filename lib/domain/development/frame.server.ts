import 'server-only'
import { cache } from 'react'
import { z } from 'zod'
import { machineTime, now, todayIn } from '@/lib/platform/clock.server'
import type { Ctx } from '@/lib/platform/context'
import { Refusal } from '@/lib/platform/errors'
import { writeHistory } from '@/lib/platform/history.server'
import { containing, countCap, paged, type ListQuery } from '@/lib/platform/list'
import type { Paged } from '@/lib/platform/list-view'
import { daysAfter, fromDate, toDate, type PlainDate } from '@/lib/platform/time'
import { frameKeys } from './content-type'
import { isEmpty, type FrameInput, type frameList, type FrameSections } from './frame'
import { weekOf } from './week'

const isTwice = (error: unknown) => typeof error === 'object' && error !== null && 'code' in error && error.code === 'P2002'
const notFound = () => new Refusal('not-found', 'errors.refusals.notFound')
/** A note is seen by staff once it is published; before that by those who write notes. */
const visible = (ctx: Ctx) => (ctx.can('UPDATE_FRAME_ENTRIES') ? {} : { publishedAt: { not: null } })

const columns = { id: true, weekOf: true, author: true, publishedAt: true, updatedAt: true, campusId: true, formal: true, recognition: true, application: true, management: true, emotional: true } as const
type Row = { id: string; weekOf: Date; author: string; publishedAt: Date | null; updatedAt: Date; campusId: string | null } & FrameSections
export type Frame = { id: string; weekOf: PlainDate; author: string; publishedAt: Date | null; seen: string; campusId: string | null; sections: FrameSections }
const sectionsOf = (row: FrameSections): FrameSections => Object.fromEntries(frameKeys.map((key) => [key, row[key]])) as FrameSections
const frameOf = (row: Row): Frame => ({ id: row.id, weekOf: fromDate(row.weekOf), author: row.author, publishedAt: row.publishedAt, seen: row.updatedAt.toISOString(), campusId: row.campusId, sections: sectionsOf(row) })

export async function getFrame(ctx: Ctx, id: string): Promise<Frame> {
  const row = z.uuid().safeParse(id).success ? await ctx.db.frameEntry.findFirst({ where: { id, ...visible(ctx) }, select: columns }) : null
  if (!row) throw notFound()
  return frameOf(row)
}

/** The note of the week before, to write upon. */
export async function findFrameBefore({ db }: Ctx, { campusId, weekOf: week }: Frame): Promise<Frame | null> {
  const row = await db.frameEntry.findFirst({ where: { campusId, publishedAt: { not: null }, weekOf: { lt: toDate(week) } }, orderBy: [{ weekOf: 'desc' }, { id: 'desc' }], select: columns })
  return row && frameOf(row)
}

/** The note of a campus and week: the one that is there, or a new one. Two who begin at once write the same. */
export async function beginFrame(ctx: Ctx, { campusId, weekOf: asked }: { campusId: string; weekOf: PlainDate }): Promise<{ id: string }> {
  if (!ctx.campuses.some(({ id }) => id === campusId)) throw notFound()
  const week = toDate(weekOf(asked))
  const known = () => ctx.db.frameEntry.findFirst({ where: { campusId, weekOf: week }, select: { id: true } })
  const before = await known()
  if (before) return before
  try {
    return await ctx.db.frameEntry.create({ data: { campusId, weekOf: week, postedDate: week, author: ctx.user.name }, select: { id: true } })
  } catch (error) {
    const first = isTwice(error) ? await known() : null
    if (!first) throw error
    return first
  }
}

/** Keeps what is written, and publishes it when asked. Whoever wrote upon an older state is told what stands now. */
export async function saveFrame(ctx: Ctx, { id, seen, sections, publish }: FrameInput): Promise<{ seen: string; publishedAt: Date | null }> {
  if (publish && isEmpty(sections)) throw new Refusal('invalid', 'frame.refusals.empty')
  return ctx.db.$transaction(async (tx) => {
    const before = await tx.frameEntry.findFirst({ where: { id }, select: columns })
    if (!before) throw notFound()
    const isFirst = publish && before.publishedAt === null
    const stamp = isFirst ? { publishedAt: now(), postedDate: toDate(todayIn(ctx.timeZone)), author: ctx.user.name } : {}
    const { count } = await tx.frameEntry.updateMany({ where: { id, updatedAt: new Date(seen) }, data: { ...sections, ...stamp } })
    const after = await tx.frameEntry.findFirstOrThrow({ where: { id }, select: columns })
    if (count === 0) throw new Refusal('conflict', 'frame.refusals.conflict', { params: { by: after.author }, detail: { seen: after.updatedAt.toISOString(), sections: sectionsOf(after) } })
    if (isFirst || before.publishedAt) await writeHistory(tx, ctx, { deed: isFirst ? 'publish-frame' : 'change-frame', entity: 'frame_entries', id, ...(isFirst ? {} : { before: sectionsOf(before), after: sectionsOf(after) }) })
    return { seen: after.updatedAt.toISOString(), publishedAt: after.publishedAt }
  })
}

/** Somebody has read it; once. */
export async function markFrameRead({ db, user }: Ctx, id: string): Promise<void> {
  if (await db.frameRead.count({ where: { frameEntryId: id, userId: user.id } })) return
  await db.frameRead.create({ data: { frameEntryId: id, userId: user.id, readAt: machineTime() }, select: { id: true } }).catch((error: unknown) => {
    if (!isTwice(error)) throw error
  })
}

export type Readers = { read: { name: string; at: Date }[]; unread: string[] }

/** Who of a campus has read a note, and who has not. */
export async function listReaders({ db }: Ctx, { id, campusId }: Frame): Promise<Readers> {
  const [reads, staff] = await Promise.all([
    db.frameRead.findMany({ where: { frameEntryId: id }, orderBy: [{ readAt: 'asc' }, { id: 'asc' }], select: { userId: true, readAt: true } }),
    db.staff.findMany({ where: { ...(campusId ? { campusId } : {}), status: 'active', userId: { not: null } }, orderBy: [{ lastName: 'asc' }, { firstName: 'asc' }, { id: 'asc' }], select: { userId: true, firstName: true, lastName: true } }),
  ])
  const at = new Map(reads.map(({ userId, readAt }) => [userId, readAt]))
  const people = staff.map(({ userId, firstName, lastName }) => ({ name: `${firstName} ${lastName}`, at: at.get(userId!) }))
  return { read: people.flatMap(({ name, at: when }) => (when ? [{ name, at: when }] : [])), unread: people.filter((one) => !one.at).map(({ name }) => name) }
}

export type FrameRow = { id: string; weekOf: PlainDate; campusName: string; author: string; isPublished: boolean; reads: number; isRead: boolean }

export async function listFrames(ctx: Ctx, query: ListQuery<typeof frameList>): Promise<Paged<FrameRow>> {
  const { db, campus, user } = ctx
  const { filters, search } = query
  const campusId = filters.campus ?? campus?.id
  const text = containing(search)
  const matching = { AND: [visible(ctx), campusId ? { campusId } : {}, filters.state ? { publishedAt: filters.state === 'draft' ? null : { not: null } } : {}, search ? { OR: [...frameKeys.map((key) => ({ [key]: text })), { author: text }] } : {}] }
  const page = await paged(query, {
    countCap,
    count: () => db.frameEntry.count({ where: matching, take: countCap }),
    rows: (keyset) => db.frameEntry.findMany({ where: { AND: [matching, keyset.where] }, orderBy: keyset.orderBy, take: keyset.take, select: { id: true, weekOf: true, createdAt: true, author: true, publishedAt: true, campus: { select: { name: true } }, _count: { select: { reads: true } }, reads: { where: { userId: user.id }, select: { id: true } } } }),
  })
  return { ...page, rows: page.rows.map(({ id, weekOf: week, author, publishedAt, campus: place, _count, reads }) => ({ id, weekOf: fromDate(week), campusName: place?.name ?? '', author, isPublished: publishedAt !== null, reads: _count.reads, isRead: reads.length > 0 })) }
}

export type FrameTasks = { toRead: { id: string; weekOf: PlainDate; campusName: string; author: string }[]; due: { campusId: string; name: string; id: string | null }[]; week: PlainDate }

/** The notes of a fortnight at the campuses in view, with whether one has read them: several cards of a home ask, one of them reads. */
export const readFortnight = cache(async ({ db, user, campus, campuses, timeZone }: Ctx) => {
  const rows = await db.frameEntry.findMany({
    where: { campusId: { in: (campus ? [campus] : campuses).map(({ id }) => id) }, weekOf: { gte: toDate(daysAfter(weekOf(todayIn(timeZone)), -7)) } }, orderBy: [{ weekOf: 'desc' }, { id: 'asc' }],
    select: { id: true, weekOf: true, author: true, createdById: true, publishedAt: true, campusId: true, campus: { select: { name: true } }, reads: { where: { userId: user.id }, select: { id: true } } },
  })
  return rows.map(({ weekOf: week, reads, ...row }) => ({ ...row, weekOf: fromDate(week), isRead: reads.length > 0 }))
})

const shownToRead = 3

/** For the first screen: notes of the last two weeks that one has not read, and campuses whose note of this week is not published. */
export async function findFrameTasks(ctx: Ctx): Promise<FrameTasks> {
  const week = weekOf(todayIn(ctx.timeZone))
  const notes = await readFortnight(ctx)
  const thisWeek = notes.filter((note) => note.weekOf === week)
  const isDue = ({ id }: { id: string }) => !thisWeek.some(({ campusId, publishedAt }) => campusId === id && publishedAt)
  return {
    week,
    toRead: notes.filter(({ publishedAt, isRead, createdById }) => publishedAt && !isRead && createdById !== ctx.user.id).slice(0, shownToRead)
      .map(({ id, weekOf: of, author, campus: place }) => ({ id, weekOf: of, author, campusName: place?.name ?? '' })),
    due: ctx.can('CREATE_FRAME_ENTRIES') && ctx.role.reach === 'campus'
      ? (ctx.campus ? [ctx.campus] : ctx.campuses).filter(isDue).map(({ id, name }) => ({ campusId: id, name, id: thisWeek.find(({ campusId }) => campusId === id)?.id ?? null }))
      : [],
  }
}
