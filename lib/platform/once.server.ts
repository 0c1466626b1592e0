import 'server-only'
import { createHash } from 'node:crypto'
import type { Ctx } from './context'
import type { TenantDb } from './db/tenant.server'
import { Refusal } from './errors'

type Answer = Record<string, string | number | boolean | null>
/** Which deed, under which key of its form, and everything that was asked: the same key with another wish is refused. */
type Asked = { deed: string; key: string; request: unknown }

const isTaken = (error: unknown) => error instanceof Error && 'code' in error && error.code === 'P2002'
/** Longer than a row of the same deed, one after the other, can take. */
const patience = { maxWait: 10_000, timeout: 15_000 }

async function earlier<Done extends Answer>({ db }: Pick<Ctx, 'db'>, { deed, key }: Asked, requestHash: string): Promise<Done | null> {
  const kept = await db.idempotencyKey.findFirst({ where: { deed, key }, select: { requestHash: true, result: true } })
  if (!kept) return null
  if (kept.requestHash !== requestHash) throw new Refusal('conflict', 'errors.refusals.keyReused')
  return kept.result as Done
}

/**
 * A deed that happens once, however often its form is sent: what it answered is kept in its own transaction and answered
 * again. Of two at the same time the second waits for the first's key.
 */
export async function once<Done extends Answer>(ctx: Ctx, asked: Asked, run: (tx: TenantDb) => Promise<Done>): Promise<Done> {
  const { deed, key, request } = asked
  const requestHash = createHash('sha256').update(JSON.stringify([ctx.user.id, request])).digest('base64url')
  const before = await earlier<Done>(ctx, asked, requestHash)
  if (before) return before
  try {
    return await ctx.db.$transaction(async (tx) => {
      const { id } = await tx.idempotencyKey.create({ data: { deed, key, requestHash }, select: { id: true } })
      const result = await run(tx)
      await tx.idempotencyKey.updateMany({ where: { id }, data: { result } })
      return result
    }, patience)
  } catch (error) {
    const done = isTaken(error) ? await earlier<Done>(ctx, asked, requestHash) : null
    if (done) return done
    throw error
  }
}
