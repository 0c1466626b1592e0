import 'server-only'
import { z } from 'zod'
import type { Ctx } from './context'
import type { TenantDb } from './db/tenant.server'

type Values = Record<string, string | number | boolean | null>

export type HistoryEntry = { deed: string; entity: string; id: string | null; before?: Values; after?: Values }

/** Writes who did what, in the transaction of the deed itself. */
export const writeHistory = (tx: TenantDb, { user }: Pick<Ctx, 'user'>, { id, ...entry }: HistoryEntry) =>
  tx.auditEvent.create({ data: { actorId: user.id, entityId: id, ...entry }, select: { id: true } })

const valuesShape = z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()])).nullable().catch(null)

/** A line of the history; `before` and `after` are null where the deed kept none, or none that is plain. */
export type HistoryRow = { id: string; at: Date; actorId: string | null; deed: string; entity: string; entityId: string | null; before: Values | null; after: Values | null }

export const historyRow = ({ before, after, ...row }: Omit<HistoryRow, 'before' | 'after'> & { before: unknown; after: unknown }): HistoryRow => ({ ...row, before: valuesShape.parse(before), after: valuesShape.parse(after) })

export const historyColumns = { id: true, at: true, actorId: true, deed: true, entity: true, entityId: true, before: true, after: true } as const

/** What happened to one record, the newest first. */
export async function listHistory({ db }: Pick<Ctx, 'db'>, entity: string, entityId: string, most = 100): Promise<HistoryRow[]> {
  return (await db.auditEvent.findMany({ where: { entity, entityId }, orderBy: [{ at: 'desc' }, { id: 'desc' }], take: most, select: historyColumns })).map(historyRow)
}

/** One record's history, or that of several that are read as one: `[entity, ids]`. */
export type HistoryOf = readonly (readonly [entity: string, ids: readonly string[]])[]

/** What happened to records that are read as one, the newest first. */
export async function listHistories({ db }: Pick<Ctx, 'db'>, of: HistoryOf, most = 100): Promise<HistoryRow[]> {
  return (await db.auditEvent.findMany({ where: { OR: of.map(([entity, ids]) => ({ entity, entityId: { in: [...ids] } })) }, orderBy: [{ at: 'desc' }, { id: 'desc' }], take: most, select: historyColumns })).map(historyRow)
}

/** Names of the people who acted, by their ids. */
export async function actorNames({ db }: Pick<Ctx, 'db'>, ids: readonly (string | null)[]): Promise<Map<string, string>> {
  const known = [...new Set(ids)].filter((id) => id !== null)
  const users = known.length > 0 ? await db.user.findMany({ where: { id: { in: known } }, select: { id: true, firstName: true, lastName: true, email: true } }) : []
  return new Map(users.map(({ id, firstName, lastName, email }) => [id, [firstName, lastName].filter(Boolean).join(' ') || email]))
}
