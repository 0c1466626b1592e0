import 'server-only'
import { createHmac, timingSafeEqual } from 'node:crypto'
import { machineTime } from '@/lib/platform/clock.server'
import type { Ctx } from '@/lib/platform/context'
import { contextOfPerson } from '@/lib/platform/context-record.server'
import { gate } from '@/lib/platform/db/gate.server'
import { needEnv } from '@/lib/platform/env'
import { writeHistory } from '@/lib/platform/history.server'
import { hashed } from '@/lib/platform/session/refresh.server'

const purpose = 'calendar_feed'
const years = 10
const shape = /^([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})\.([\w-]{43})$/

const signatureOf = (id: string) => createHmac('sha256', needEnv('NEXTAUTH_SECRET')).update(`calendar-feed:${id}`).digest('base64url')
/** A key that nobody can make up: its own id, signed. It follows from the id, so that its owner can see it again. */
const tokenOf = (id: string) => `${id}.${signatureOf(id)}`

const own = ({ user, organization }: Ctx) => ({ userId: user.id, organizationId: organization.id, purpose, usedAt: null, expiresAt: { gt: machineTime() } } as const)

export type Feed = { token: string; since: Date }

/** The key to one's own calendar, if there is one. */
export async function findFeed(ctx: Ctx): Promise<Feed | null> {
  const row = await gate().oneTimeToken.findFirst({ where: own(ctx), orderBy: { createdAt: 'desc' }, select: { id: true, createdAt: true } })
  return row && { token: tokenOf(row.id), since: row.createdAt }
}

/** Whatever key there was opens nothing any more. */
export async function endFeed(ctx: Ctx): Promise<{ ended: number }> {
  const { count } = await gate().oneTimeToken.updateMany({ where: own(ctx), data: { usedAt: machineTime() } })
  if (count > 0) await writeHistory(ctx.db, ctx, { deed: 'end-feed', entity: 'users', id: ctx.user.id })
  return { ended: count }
}

/** A new key; the former one ends with it. */
export async function makeFeed(ctx: Ctx): Promise<Feed> {
  await endFeed(ctx)
  const [id, at] = [crypto.randomUUID(), machineTime()]
  const token = tokenOf(id)
  const expiresAt = new Date(at)
  expiresAt.setUTCFullYear(at.getUTCFullYear() + years)
  await gate().oneTimeToken.create({ data: { id, userId: ctx.user.id, organizationId: ctx.organization.id, purpose, tokenHash: hashed(token), expiresAt }, select: { id: true } })
  await writeHistory(ctx.db, ctx, { deed: 'make-feed', entity: 'users', id: ctx.user.id })
  return { token, since: at }
}

/** Whose calendar a key opens, with what they may do at this moment; null for a wrong key, one that was ended, and somebody who is gone. */
export async function openFeed(token: string): Promise<Ctx | null> {
  const [, id, signature] = shape.exec(token) ?? []
  if (!id || !signature || !timingSafeEqual(Buffer.from(signature), Buffer.from(signatureOf(id)))) return null
  const row = await gate().oneTimeToken.findFirst({ where: { id, tokenHash: hashed(token), purpose, usedAt: null, expiresAt: { gt: machineTime() } }, select: { userId: true, organizationId: true } })
  return row?.organizationId ? contextOfPerson(row.userId, row.organizationId, 'en') : null
}
