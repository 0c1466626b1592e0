import 'server-only'
import { leaveMail } from '@/lib/domain/access/public.server'
import { now, todayIn } from '@/lib/platform/clock.server'
import type { Ctx } from '@/lib/platform/context'
import { Refusal } from '@/lib/platform/errors'
import { daysAfter, type PlainDate } from '@/lib/platform/time'
import { z } from 'zod'
import { checkInType, publishable, type ZoneWeek } from './check-in'
import { countZones } from './check-in.sql.server'
import { zoneKeys, type ZoneKey } from './content-type'
import { ownCampusId } from './own-campus.server'
import { weekOf, weeksUntil } from './week'

const isTwice = (error: unknown) => typeof error === 'object' && error !== null && 'code' in error && error.code === 'P2002'
const notFound = () => new Refusal('not-found', 'errors.refusals.notFound')

/** How somebody is, in one tap. Nobody else reads it; the same tap sent twice is one. */
export async function checkIn(ctx: Ctx, { id, zone }: { id: string; zone: ZoneKey }): Promise<{ id: string }> {
  const { db, user } = ctx
  await db.userProgress
    .create({ data: { userId: user.id, campusId: await ownCampusId(ctx), progressType: checkInType, itemId: id, value: zone, metadata: { date: todayIn(ctx.timeZone) } }, select: { id: true } })
    .catch((error: unknown) => {
      if (!isTwice(error)) throw error
    })
  return { id }
}

/** Why, if somebody likes to say it: for themselves. */
export async function noteReason({ db, user, timeZone }: Ctx, { id, reason }: { id: string; reason: string }): Promise<{ id: string }> {
  const where = { userId: user.id, progressType: checkInType, itemId: id }
  const row = await db.userProgress.findFirst({ where, select: { metadata: true } })
  if (!row) throw notFound()
  const date = kept.safeParse(row.metadata).data?.date ?? todayIn(timeZone)
  await db.userProgress.updateMany({ where, data: { metadata: { date, reason } } })
  return { id }
}

const kept = z.object({ date: z.string(), reason: z.string().default('') })
export type OwnCheckIn = { id: string; zone: ZoneKey; at: Date; reason: string }

/** One's own last check-ins, the newest first. */
export async function listOwnCheckIns({ db, user }: Ctx, most = 10): Promise<OwnCheckIn[]> {
  const rows = await db.userProgress.findMany({ where: { userId: user.id, progressType: checkInType }, orderBy: [{ createdAt: 'desc' }, { id: 'desc' }], take: most, select: { itemId: true, value: true, createdAt: true, metadata: true } })
  return rows.flatMap(({ itemId, value, createdAt, metadata }) => {
    const zone = z.enum(zoneKeys).safeParse(value)
    return zone.success ? [{ id: itemId, zone: zone.data, at: createdAt, reason: kept.safeParse(metadata).data?.reason ?? '' }] : []
  })
}

export const trendWeeks = 12

/** How larger groups were, by campus and week, weeks that are over only. */
export async function listZoneWeeks(ctx: Ctx): Promise<{ weeks: PlainDate[]; rows: ZoneWeek[] }> {
  const week = weekOf(todayIn(ctx.timeZone))
  const weeks = weeksUntil(daysAfter(week, -7), trendWeeks)
  const campusIds = ctx.campuses.map(({ id }) => id)
  return { weeks, rows: publishable(await countZones(ctx.db, { campusIds, from: weeks[0]!, before: week }), campusIds, weeks) }
}

/** Colleagues of a campus who have an account, and not oneself. */
const listening = ({ user }: Ctx, campusId: string) => ({ campusId, status: 'active' as const, userId: { not: null }, NOT: { userId: user.id } })

export type Listener = { userId: string; name: string; jobTitle: string | null }

/** Whom one could talk to: the people of one's campus, those who lead it first. */
export async function listListeners(ctx: Ctx): Promise<Listener[]> {
  const campusId = await ownCampusId(ctx)
  const staff = campusId ? await ctx.db.staff.findMany({ where: listening(ctx, campusId), orderBy: [{ lastName: 'asc' }, { firstName: 'asc' }, { id: 'asc' }], take: 200, select: { userId: true, firstName: true, lastName: true, jobTitle: true, staffType: true } }) : []
  const leads = (type: string) => (type === 'director' || type === 'administrator' ? 0 : 1)
  return staff.toSorted((a, b) => leads(a.staffType) - leads(b.staffType)).map(({ userId, firstName, lastName, jobTitle }) => ({ userId: userId!, name: `${firstName} ${lastName}`, jobTitle }))
}

/**
 * Asks somebody for a talk, on their first screen and by mail. Who has asked already and was not answered yet is not asked
 * twice. The mail says who asks and what they chose to say, and nothing of how they are.
 */
export async function askForTalk(ctx: Ctx, { toUserId, note }: { toUserId: string; note: string }): Promise<{ asked: true }> {
  const { db, user } = ctx
  const campusId = await ownCampusId(ctx)
  const listener = campusId ? await db.staff.findFirst({ where: { ...listening(ctx, campusId), userId: toUserId }, select: { user: { select: { email: true, locale: true } } } }) : null
  if (!listener?.user) throw notFound()
  const { email, locale } = listener.user
  await db
    .$transaction(async (tx) => {
      await tx.talkRequest.create({ data: { fromUserId: user.id, toUserId, note: note || null }, select: { id: true } })
      await leaveMail(tx, { template: 'talk-asked', recipient: email, userId: toUserId, locale, params: { name: user.name, note, hasNote: note ? 1 : 0 } })
    })
    .catch((error: unknown) => {
      if (!isTwice(error)) throw error
    })
  return { asked: true }
}

export type TalkAsked = { id: string; name: string; note: string | null; at: Date }

/** Who would like to talk to oneself. */
export async function listTalksAsked({ db, user }: Ctx): Promise<TalkAsked[]> {
  const rows = await db.talkRequest.findMany({ where: { toUserId: user.id, settledAt: null }, orderBy: [{ createdAt: 'asc' }, { id: 'asc' }], take: 10, select: { id: true, note: true, createdAt: true, fromUser: { select: { firstName: true, lastName: true, email: true } } } })
  return rows.map(({ id, note, createdAt, fromUser: { firstName, lastName, email } }) => ({ id, note, at: createdAt, name: [firstName, lastName].filter(Boolean).join(' ') || email }))
}

/** They have talked. Only whoever was asked says so; that somebody asked is in no history. */
export async function settleTalk({ db, user }: Ctx, { id }: { id: string }): Promise<{ id: string }> {
  const { count } = await db.talkRequest.updateMany({ where: { id, toUserId: user.id, settledAt: null }, data: { settledAt: now() } })
  if (count === 0) throw notFound()
  return { id }
}
