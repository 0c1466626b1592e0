import 'server-only'
import { machineTime } from '@/lib/platform/clock.server'
import { tenantOf } from '@/lib/platform/db/sql.server'
import type { TenantDb } from '@/lib/platform/db/tenant.server'
import type { Routine } from '@/lib/platform/jobs.server'
import { sweepSpool } from '@/lib/platform/spool.server'
import { storage } from '@/lib/platform/storage.server'
import { fileKeptFor } from './file'

const day = 86_400_000
const portion = 500

/** Of these keys those that no file needs any more: neither a live one nor one that can still be restored. */
async function orphans(db: TenantDb, keys: readonly string[], since: Date): Promise<string[]> {
  const where = { privateUrl: { in: [...keys] } }
  const [live, removed] = await Promise.all([
    db.file.findMany({ where, select: { privateUrl: true } }),
    db.file.findRemoved({ where: { ...where, deletedAt: { gte: since } }, select: { privateUrl: true } }),
  ])
  const needed = new Set([...live, ...removed].map(({ privateUrl }) => privateUrl))
  return keys.filter((key) => !needed.has(key))
}

/**
 * Removes stored content that lost its file: of uploads whose row was never written, and of files that were removed too
 * long ago to be restored. A day more than that, so that nothing goes while it is being restored.
 */
export async function removeOrphans(db: TenantDb): Promise<void> {
  const since = new Date(machineTime().getTime() - (fileKeptFor + 1) * day)
  let waiting = new Set<string>()
  const settle = async () => {
    for (const key of await orphans(db, [...waiting], since)) await storage.removeAll(key)
    waiting = new Set()
  }
  for await (const { key, changedAt } of storage.list(`${tenantOf(db).organizationId}/files`)) {
    if (changedAt < since) waiting.add(key.split('/').slice(0, 3).join('/'))
    if (waiting.size >= portion) await settle()
  }
  await settle()
}

export const fileRoutines: readonly Routine[] = [
  { kind: 'remove-orphans', each: removeOrphans },
  { kind: 'sweep-spool', each: () => sweepSpool() },
]
