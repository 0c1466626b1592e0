import 'server-only'
import { RateLimiterMemory } from 'rate-limiter-flexible'
import type { Ctx } from './context'
import { Refusal } from './errors'
import { log } from './log.server'

/** A person's refusals that are written down in a minute; the rest are too many to read. */
const budget = new RateLimiterMemory({ points: 20, duration: 60 })
/** Deeds whose refusal the organization itself reads: accounts, roles, money, sending to many. */
const sensitive = /^(?!READ_).*_(USERS|ROLES|ORGANIZATIONS|INVOICES|PAYMENTS|FEE_PLANS|IMPORTS)$/
const telling = new Set<Refusal['code']>(['forbidden', 'not-found'])

/**
 * Leaves a line in the security log when somebody tries what they may not: without the permission, with the id of
 * somebody else's record, on a day that is closed to them.
 */
export async function noteDenied(ctx: Ctx | null, door: string, error: unknown): Promise<void> {
  if (!(error instanceof Refusal) || !telling.has(error.code)) return
  const who = ctx ? { userId: ctx.user.id, organization: ctx.organization.name, role: ctx.role.key } : { userId: null }
  const isWithin = await budget.consume(ctx?.user.id ?? 'nobody').then(() => true, () => false)
  if (isWithin && ctx && error.code === 'forbidden' && sensitive.test(door)) {
    await ctx.db.auditEvent.create({ data: { actorId: ctx.user.id, deed: 'refused', entity: door.slice(door.indexOf('_') + 1).toLowerCase(), after: { door } }, select: { id: true } })
      .catch((problem: unknown) => log.error({ err: problem }, 'A refusal could not be written down.'))
  }
  if (isWithin) log.warn({ event: 'denied', door, code: error.code, reason: error.message, ...who }, 'Somebody was refused.')
}
