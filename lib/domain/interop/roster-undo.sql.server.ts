import 'server-only'
import type { Sql } from '@/lib/platform/db/sql.server'
import { touched } from './roster-apply.sql.server'
import { keyOf, meeting, rosterEntities, type RosterEntity } from './roster-entities.sql.server'

const q = (name: string) => `"${name}"`
const backwards = [...rosterEntities].reverse()

export type UndoBlock = { entity: string; id: string; label: string; why: 'changed' | 'used' | 'taken'; by: string | null }

/** Tables whose rows point at an entity, from the database itself: a table added later is seen as well. What goes with its row (`ON DELETE CASCADE`) is part of it. */
const childrenOf = async (sql: Sql, table: string) =>
  sql<{ child: string; column: string; soft: boolean }>(`
    SELECT c.conrelid::regclass::text AS child, a.attname AS column, EXISTS (SELECT FROM pg_attribute d WHERE d.attrelid = c.conrelid AND d.attname = 'deletedAt') AS soft
    FROM pg_constraint c CROSS JOIN LATERAL unnest(c.conkey, c.confkey) AS k (own, theirs)
    JOIN pg_attribute a ON a.attrelid = c.conrelid AND a.attnum = k.own
    JOIN pg_attribute f ON f.attrelid = c.confrelid AND f.attnum = k.theirs AND f.attname = 'id'
    WHERE c.contype = 'f' AND c.confdeltype <> 'c' AND c.confrelid = $1::regclass AND c.conrelid <> c.confrelid ORDER BY 1, 2`, [table])

const gather = async (sql: Sql, e: RosterEntity, batchId: string) => {
  await sql(`CREATE TEMP TABLE undo_${e.name} ON COMMIT DROP AS
    SELECT c.entity_id AS id, c.kind, c.before, NULL::text AS why, NULL::text AS by FROM import_changes c WHERE c.batch_id = $1 AND c.entity = '${e.name}'`, [batchId])
  await sql(`CREATE INDEX ON undo_${e.name} (id)`)
  await sql(`ANALYZE undo_${e.name}`)
  await sql(`SELECT count(*) FROM (SELECT t.id FROM ${e.name} t JOIN undo_${e.name} u ON u.id = t.id ORDER BY t.id FOR UPDATE OF t) held`)
}

/** What somebody deleted since needs no undoing; what somebody edited, or what something new hangs on, stands in the way. */
const findBlocks = async (sql: Sql, e: RosterEntity, appliedAt: string) => {
  await sql(`DELETE FROM undo_${e.name} u USING ${e.name} t WHERE t.id = u.id AND u.kind = 'created' AND t."deletedAt" IS NOT NULL`)
  await sql(`UPDATE undo_${e.name} u SET why = 'changed' FROM ${e.name} t WHERE t.id = u.id AND t."updatedAt" <> $1::timestamptz`, [appliedAt])
  const entities = new Set<string>(rosterEntities.map(({ name }) => name))
  for (const { child, column, soft } of await childrenOf(sql, e.name)) {
    const undoneToo = entities.has(child)
      ? `AND NOT EXISTS (SELECT FROM undo_${child} y WHERE y.id = x.id AND y.why IS NULL AND (y.kind = 'created' OR (y.before->>'${column}') IS DISTINCT FROM u.id::text))`
      : ''
    await sql(`UPDATE undo_${e.name} u SET why = 'used', by = '${child.replaceAll(`'`, '')}' WHERE u.kind = 'created' AND u.why IS NULL
      AND EXISTS (SELECT FROM ${child} x WHERE x.${q(column)} = u.id ${soft ? 'AND x."deletedAt" IS NULL' : ''} ${undoneToo})`)
  }
}

const before = (e: RosterEntity) => `undo_${e.name} w JOIN ${e.name} t ON t.id = w.id CROSS JOIN LATERAL jsonb_populate_record(NULL::${e.name}, w.before) r WHERE w.kind <> 'created' AND w.why IS NULL`

/** What a row would take back while somebody else has it by now. Asked again after each find: a row that stays may hold what another wants back. */
const findTaken = async (sql: Sql, e: RosterEntity) => {
  const free = e.name !== 'class_subjects' ? [] : [`r."teacherId" <> coalesce(t."teacherId", '00000000-0000-0000-0000-000000000000') AND EXISTS (
    SELECT FROM ${meeting} LEFT JOIN undo_class_subjects y ON y.id = b."class_subjectId" AND y.why IS NULL
    WHERE a."class_subjectId" = t.id AND CASE WHEN y.id IS NULL THEN b."teacherId"::text ELSE y.before->>'teacherId' END = r."teacherId"::text)`]
  const keys = e.unique.map((key) => `r."deletedAt" IS NULL AND (${keyOf(key, '', 'r')}) IS DISTINCT FROM (${keyOf(key, '', 't')}) AND EXISTS (
    SELECT FROM ${e.name} o WHERE (${keyOf(key, '', 'o')}) = (${keyOf(key, '', 'r')}) AND o.id <> t.id AND o."deletedAt" IS NULL AND NOT EXISTS (SELECT FROM undo_${e.name} y WHERE y.id = o.id AND y.why IS NULL))`)
  if (keys.length === 0) return
  const taken = [...keys, ...free].map((one) => `(${one})`).join(' OR ')
  let found = 1
  while (found > 0) found = (await sql(`UPDATE undo_${e.name} u SET why = 'taken' FROM (SELECT w.id FROM ${before(e)} AND (${taken})) x WHERE x.id = u.id RETURNING u.id`)).length
}

/** A guardian who stays keeps the child of the own row. */
const keepOwnChild = (sql: Sql) =>
  sql(`UPDATE undo_guardian_links u SET why = 'used', by = 'guardians' FROM guardian_links t JOIN guardians g ON g.id = t."guardianId" AND g."studentId" = t."studentId" JOIN undo_guardians y ON y.id = g.id AND y.why IS NOT NULL
    WHERE t.id = u.id AND u.kind = 'created' AND u.why IS NULL`)

/** Everything this batch did, with what stands in the way of undoing it, children first. */
export const gatherUndo = async (sql: Sql, batchId: string, appliedAt: string) => {
  for (const entity of backwards) await gather(sql, entity, batchId)
  for (const entity of backwards) {
    await findBlocks(sql, entity, appliedAt)
    await findTaken(sql, entity)
    if (entity.name === 'guardians') await keepOwnChild(sql)
  }
}

export const countBlocks = async (sql: Sql): Promise<number> => {
  const [row] = await sql<{ count: number }>(`SELECT (${rosterEntities.map(({ name }) => `(SELECT count(*) FROM undo_${name} WHERE why IS NOT NULL)`).join(' + ')})::int AS count`)
  return row?.count ?? 0
}

export const listBlocks = (sql: Sql, limit: number): Promise<UndoBlock[]> =>
  sql<UndoBlock>(`${rosterEntities.map((e) => `SELECT '${e.name}' AS entity, t.id, ${e.label} AS label, u.why, u.by FROM undo_${e.name} u JOIN ${e.name} t ON t.id = u.id WHERE u.why IS NOT NULL`).join(' UNION ALL ')} ORDER BY entity, label LIMIT ${Math.trunc(limit)}`)

export type UndoCounts = { removed: number; restored: number; left: number }

const applyEntityUndo = async (sql: Sql, e: RosterEntity, actorId: string, at: string) => {
  const own = e.unsourced ? '' : `sourced_id = NULL, `
  const [removed] = await sql<{ count: number }>(`WITH done AS (UPDATE ${e.name} t SET "deletedAt" = $2::timestamptz, ${own}"importHash" = NULL, "updatedAt" = $2::timestamptz, "updatedById" = $1 FROM undo_${e.name} u WHERE u.id = t.id AND u.kind = 'created' AND u.why IS NULL RETURNING 1)
    SELECT count(*)::int AS count FROM done`, [actorId, at])
  return removed?.count ?? 0
}

const restoreEntity = async (sql: Sql, e: RosterEntity) => {
  for (const key of e.unique) {
    if (!key.park && e.name !== 'class_subjects') continue
    const { column, value } = key.park ?? { column: 'teacherId', value: 'NULL' } // a teacher leaves a lesson before the next one comes
    await sql(`UPDATE ${e.name} t SET ${q(column)} = ${value} FROM (SELECT w.id, row_number() OVER () AS n FROM ${before(e)} AND (${keyOf(key, '', 'r')}) IS DISTINCT FROM (${keyOf(key, '', 't')})) m WHERE m.id = t.id`)
  }
  const [restored] = await sql<{ count: number }>(`WITH done AS (UPDATE ${e.name} t SET ${touched(e).map((column) => `${q(column)} = r.${q(column)}`).join(', ')}
    FROM undo_${e.name} u CROSS JOIN LATERAL jsonb_populate_record(NULL::${e.name}, u.before) r WHERE u.id = t.id AND u.kind <> 'created' AND u.why IS NULL RETURNING 1)
    SELECT count(*)::int AS count FROM done`)
  return restored?.count ?? 0
}

/** Takes everything back that nothing stands in the way of: created rows are removed, the others become what they were. */
export const applyUndo = async (sql: Sql, { batchId, actorId, at }: { batchId: string; actorId: string; at: string }, progress: (entity: string) => Promise<void>): Promise<UndoCounts> => {
  const counts: UndoCounts = { removed: 0, restored: 0, left: await countBlocks(sql) }
  for (const e of backwards) {
    await sql(`INSERT INTO audit_events (actor_id, deed, entity, entity_id, before, after)
      SELECT $2, 'import.undo', '${e.name}', u.id, NULL, jsonb_build_object('batch', $1::text, 'kind', u.kind) FROM undo_${e.name} u WHERE u.why IS NULL`, [batchId, actorId])
    counts.removed += await applyEntityUndo(sql, e, actorId, at)
    counts.restored += await restoreEntity(sql, e)
    await progress(e.name)
  }
  return counts
}
