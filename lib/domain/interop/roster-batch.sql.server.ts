import 'server-only'
import { tenantSql, type Sql } from '@/lib/platform/db/sql.server'
import type { TenantDb } from '@/lib/platform/db/tenant.server'

type Remark = { severity: string; code: string; file: string; row: number | null; column: string | null; value: string | null; params: object }
type Check = { id: string; actorId: string; format: string | null; summary: object; remarks: readonly Remark[] }

/** The end of a check: its remarks and its state, together. Nothing happens when the check was overtaken. */
export const saveCheck = async (sql: Sql, { id, actorId, format, summary, remarks }: Check): Promise<boolean> => {
  const done = await sql(`UPDATE import_batches SET state = 'checked', problem = NULL, format = $2, summary = $3, progress = total, finished_at = now(), "updatedAt" = now(), "updatedById" = $4
    WHERE id = $1 AND state = 'checking' RETURNING id`, [id, format, JSON.stringify(summary), actorId])
  if (done.length === 0) return false
  const of = <K extends keyof Remark>(key: K) => remarks.map((remark) => remark[key])
  await sql(`INSERT INTO import_diagnostics (batch_id, severity, code, file, "row", "column", value, params)
    SELECT $1, s::enum_import_diagnostics_severity, c, f, r, k, v, p FROM unnest($2::text[], $3::text[], $4::text[], $5::int[], $6::text[], $7::text[], $8::jsonb[]) AS t (s, c, f, r, k, v, p)`,
  [id, of('severity'), of('code'), of('file'), of('row'), of('column'), of('value'), remarks.map(({ params }) => JSON.stringify(params))])
  return true
}

/** The state of an import within the transaction that is about to act on it. */
export const stateOf = async (sql: Sql, id: string): Promise<string | null> => {
  const [row] = await sql<{ state: string }>(`SELECT state FROM import_batches WHERE id = $1 AND "deletedAt" IS NULL`, [id])
  return row?.state ?? null
}

type End = { id: string; actorId: string; from: string; to: string; deed: string; summary: object }

/** The end of a deed, in the transaction of the deed itself. False when it was not this deed's turn: then roll back. */
export const endDeed = async (sql: Sql, { id, actorId, from, to, deed, summary }: End): Promise<boolean> => {
  const done = await sql(`UPDATE import_batches SET state = $4::enum_import_batches_state, problem = NULL, summary = $5, progress = total, finished_at = now(), "updatedAt" = now(), "updatedById" = $2
    WHERE id = $1 AND state = $3::enum_import_batches_state RETURNING id`, [id, actorId, from, to, JSON.stringify(summary)])
  if (done.length === 0) return false
  await sql(`INSERT INTO audit_events (actor_id, deed, entity, entity_id, before, after) VALUES ($1, $2, 'import_batches', $3, NULL, $4)`, [actorId, deed, id, JSON.stringify(summary)])
  return true
}

/** Imports at rest for more than so many days whose file is still kept, the oldest first. */
export const oldFiles = (db: TenantDb, days: number, limit: number) =>
  tenantSql<{ id: string; fileKey: string }>(db, 'roster-old-files',
    `SELECT id, file_key AS "fileKey" FROM import_batches WHERE state IN ('checked', 'applied', 'failed', 'undone') AND found->>'removedAt' IS NULL
      AND coalesce(finished_at, "updatedAt") < now() - $1 * interval '1 day' ORDER BY id LIMIT $2`, [days, limit])

export const rememberRemoval = (db: TenantDb, ids: readonly string[]) =>
  tenantSql(db, 'roster-file-removed', `UPDATE import_batches SET found = jsonb_set(found, '{removedAt}', to_jsonb(now())) WHERE id = ANY($1::uuid[])`, [ids])
