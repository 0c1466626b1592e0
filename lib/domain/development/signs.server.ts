import 'server-only'
import { z } from 'zod'
import { todayIn } from '@/lib/platform/clock.server'
import type { Ctx } from '@/lib/platform/context'
import { Refusal } from '@/lib/platform/errors'
import { daysAfter, type PlainDate } from '@/lib/platform/time'
import { getContent } from './content.server'
import { ownCampusId } from './own-campus.server'
import { nextBox, signType, type SignRating } from './signs'

const type = signType
const kept = z.object({ due: z.string(), /** When it was first practised. */ begun: z.string().optional() })
export type SignProgress = { box: number; due: PlainDate; isDue: boolean }

/** How far somebody is with each sign they have practised. */
export async function readSigns({ db, user, timeZone }: Ctx): Promise<Map<string, SignProgress>> {
  const today = todayIn(timeZone)
  const rows = await db.userProgress.findMany({ where: { userId: user.id, progressType: type }, select: { itemId: true, score: true, metadata: true } })
  return new Map(rows.map(({ itemId, score, metadata }) => {
    const due = kept.safeParse(metadata).data?.due ?? today
    return [itemId, { box: score ?? 0, due, isDue: due <= today }] as const
  }))
}

/** How well a sign was known, as its learner says; when it comes again follows from it. */
export async function rateSign(ctx: Ctx, { key, rating }: { key: string; rating: SignRating }): Promise<{ box: number }> {
  const { db, user, timeZone } = ctx
  const { payload } = await getContent(ctx, 'sign_lessons')
  if (!payload.lessons.some(({ signs }) => signs.some((sign) => sign.key === key))) throw new Refusal('not-found', 'errors.refusals.notFound')
  const where = { userId: user.id, progressType: type, itemId: key }
  const before = await db.userProgress.findFirst({ where, select: { score: true, metadata: true } })
  const today = todayIn(timeZone)
  const { box, days } = nextBox(before?.score ?? 0, rating)
  const data = { score: box, value: rating, metadata: { due: daysAfter(today, days), begun: kept.safeParse(before?.metadata).data?.begun ?? today } }
  const { count } = await db.userProgress.updateMany({ where, data })
  if (count === 0) {
    await db.userProgress.create({ data: { userId: user.id, campusId: await ownCampusId(ctx), progressType: type, itemId: key, ...data }, select: { id: true } }).catch(async (error: { code?: string }) => {
      // Two taps at once: the later one stands.
      if (error.code !== 'P2002') throw error
      await db.userProgress.updateMany({ where, data })
    })
  }
  return { box }
}
