import 'server-only'
import { machineTime } from '@/lib/platform/clock.server'
import type { Ctx } from '@/lib/platform/context'
import { actorNames } from '@/lib/platform/history.server'
import { trashDays } from '@/lib/platform/record.server'
import { openKinds } from './kinds.server'

const most = 100
const day = 86_400_000

/** The last things removed of every kind that this person may bring back, the newest first. */
export async function removedOf(ctx: Ctx) {
  const found = await Promise.all(
    openKinds(ctx).map(async ([entity, { removed, title }]) => (await removed(ctx, most)).map((row) => ({ ...row, entity, name: String(row.values[title] ?? '–') }))),
  )
  const rows = found.flat().sort((a, b) => b.removedAt.getTime() - a.removedAt.getTime()).slice(0, most)
  const names = await actorNames(ctx, rows.map(({ by }) => by))
  return rows.map(({ by, ...row }) => ({ ...row, by: by && (names.get(by) ?? null), daysLeft: Math.max(0, Math.ceil(trashDays - (machineTime().getTime() - row.removedAt.getTime()) / day)) }))
}
