import 'server-only'
import type { Sql } from '@/lib/platform/db/sql.server'
import { keyOf, rosterEntities, rosterEntity, type RosterEntity, type RosterEntityName } from './roster-entities.sql.server'

const q = (name: string) => `"${name}"`

/** Columns an import may touch, and so what undo puts back. */
export const touched = (e: RosterEntity): string[] => [
  ...new Set([...e.fields.map((f) => f.column), ...Object.keys(e.departure?.set ?? {}), 'deletedAt', 'updatedAt', 'updatedById', 'importHash', ...(e.unsourced ? [] : ['sourced_id'])]),
]

const beforeOf = (e: RosterEntity) => `jsonb_build_object(${touched(e).map((column) => `'${column}', t.${q(column)}`).join(', ')})`

/** Remembers every row as it was and writes its history, in the transaction that changes it. */
const remember = async (sql: Sql, e: RosterEntity, batchId: string, actorId: string) => {
  await sql(`SELECT count(*) FROM (SELECT t.id FROM ${e.name} t JOIN plan_${e.name} p ON p.id = t.id WHERE p.kind IN ('changed', 'revived', 'gone') ORDER BY t.id FOR UPDATE OF t) held`)
  await sql(`INSERT INTO import_changes (batch_id, kind, entity, entity_id, before)
    SELECT $1, CASE p.kind WHEN 'new' THEN 'created' WHEN 'changed' THEN 'updated' WHEN 'gone' THEN 'removed' ELSE p.kind END::enum_import_changes_kind, '${e.name}', p.id, CASE WHEN t.id IS NOT NULL THEN ${beforeOf(e)} END
    FROM plan_${e.name} p LEFT JOIN ${e.name} t ON t.id = p.id WHERE p.kind <> 'same'`, [batchId])
  const pairs = (value: (column: string) => string) => `jsonb_strip_nulls(jsonb_build_object(${e.fields.map(({ column }) => `'${column}', CASE WHEN p.${q(`c_${column}`)} THEN ${value(column)} END`).join(', ')}))`
  await sql(`INSERT INTO audit_events (actor_id, deed, entity, entity_id, before, after)
    SELECT $2, 'import.' || CASE p.kind WHEN 'new' THEN 'create' WHEN 'changed' THEN 'update' WHEN 'gone' THEN 'remove' ELSE 'revive' END, '${e.name}', p.id,
      CASE WHEN t.id IS NOT NULL THEN ${pairs((c) => `to_jsonb(t.${q(c)})`)} END,
      jsonb_build_object('batch', $1::text) || CASE WHEN p.kind = 'new' THEN '{}' ELSE ${pairs((c) => `to_jsonb(p.${q(`v_${c}`)})`)} END
    FROM plan_${e.name} p LEFT JOIN ${e.name} t ON t.id = p.id WHERE p.kind <> 'same'`, [batchId, actorId])
}

/** A key that only moves from one row to another would meet itself half way: it is parked first, and written afterwards whether the file changes that column or not. */
const park = async (sql: Sql, e: RosterEntity) => {
  for (const key of e.unique) {
    if (!key.park) continue
    const { column, value } = key.park
    await sql(`WITH m AS (
        SELECT t.id, row_number() OVER () AS n FROM ${e.name} t JOIN plan_${e.name} p ON p.id = t.id AND p.kind IN ('changed', 'revived') AND (${keyOf(key, '', 't')}) IS DISTINCT FROM (${keyOf(key, 'v_', 'p')})
          JOIN plan_${e.name} o ON o.id <> p.id AND o.kind IN ('changed', 'revived') AND (${keyOf(key, 'v_', 'o')}) = (${keyOf(key, '', 't')})),
      moving AS (UPDATE plan_${e.name} p SET ${q(`c_${column}`)} = true FROM m WHERE m.id = p.id)
      UPDATE ${e.name} t SET ${q(column)} = ${value} FROM m WHERE m.id = t.id`)
  }
}

/** Two teachers who change places would meet in one lesson half way: the first leaves before the second comes. */
const vacate = (sql: Sql) =>
  sql(`UPDATE class_subjects t SET "teacherId" = NULL FROM plan_class_subjects p WHERE p.id = t.id AND p."c_teacherId" AND p.kind IN ('changed', 'revived')
    AND EXISTS (SELECT FROM plan_class_subjects o WHERE o.id <> p.id AND o."c_teacherId" AND o."v_teacherId" = t."teacherId")`)

const endEntity = async (sql: Sql, e: RosterEntity, { actorId, at }: ApplyRun) => {
  if (!e.departure) return
  const sets = Object.entries(e.departure.set).map(([column, value]) => `${q(column)} = ${value.replace('$1', '$2')}`)
  await sql(`UPDATE ${e.name} t SET ${sets.join(', ')}, sourced_id = p.sid, "importHash" = p.hash, "updatedById" = $1, "updatedAt" = $2::timestamptz FROM plan_${e.name} p WHERE p.id = t.id AND p.kind = 'gone'`, [actorId, at])
}

const applyEntity = async (sql: Sql, e: RosterEntity, { actorId, at }: ApplyRun) => {
  await park(sql, e)
  if (e.name === 'class_subjects') await vacate(sql)
  const born = e.born ?? {}
  const own = e.unsourced ? [] : [['sourced_id', 'p.sid'], ['importHash', 'p.hash']]
  await sql(`UPDATE ${e.name} t SET ${e.fields.map(({ column }) => `${q(column)} = CASE WHEN p.${q(`c_${column}`)} THEN p.${q(`v_${column}`)} ELSE t.${q(column)} END`).join(', ')},
      ${own.map(([column, value]) => `${q(column!)} = ${value}, `).join('')}"deletedAt" = NULL, "updatedById" = $1, "updatedAt" = $2::timestamptz
    FROM plan_${e.name} p WHERE p.id = t.id AND p.kind IN ('changed', 'revived')`, [actorId, at])
  const columns = [...e.fields.map((f) => [f.column, `p.${q(`v_${f.column}`)}`]), ...Object.entries(born), ...own]
  await sql(`INSERT INTO ${e.name} (id, "createdById", "updatedById", "createdAt", "updatedAt", ${columns.map(([column]) => q(column!)).join(', ')})
    SELECT p.id, $1, $1, $2::timestamptz, $2::timestamptz, ${columns.map(([, value]) => value).join(', ')} FROM plan_${e.name} p WHERE p.kind = 'new'`, [actorId, at])
}

export type ApplyRun = { batchId: string; actorId: string; at: string }

/** Writes the whole plan: what goes, children first, so that each row is remembered before it follows its parent; then the rest, parents first. `at` (ISO, milliseconds) becomes every row's `updatedAt`: undo tells later edits by it. */
export const applyPlan = async (sql: Sql, run: ApplyRun, progress: (entity: RosterEntityName) => Promise<void>) => {
  for (const entity of [...rosterEntities].reverse()) {
    await remember(sql, entity, run.batchId, run.actorId)
    await endEntity(sql, entity, run)
  }
  for (const entity of rosterEntities) {
    await applyEntity(sql, entity, run)
    await progress(entity.name)
  }
}

export type PlanSample = { kind: string; told: boolean; id: string; row: number | null; sid: string | null; label: string | null; before: Record<string, string | null>; after: Record<string, string | null> }

const shownId = (of: RosterEntityName, id: string) => `coalesce((SELECT max(n.label) FROM plan_${of} n WHERE n.id = ${id}), (SELECT ${rosterEntity(of).label} FROM ${of} t WHERE t.id = ${id}), ${id}::text)`

/** Rows of one kind as a person reads them: ids are shown by name, before and after hold what changes. */
export const samplePlan = (sql: Sql, name: RosterEntityName, kind: string, limit: number) => {
  const e = rosterEntity(name)
  const shown = (value: string, { of }: { of?: RosterEntityName }) => (of ? shownId(of, value) : `${value}::text`)
  const pairs = (value: (column: string) => string) => e.fields.map((f) => `'${f.column}', CASE WHEN s.${q(`c_${f.column}`)} THEN ${shown(value(f.column), f)} END`).join(', ')
  const goneAfter = Object.entries(e.departure?.set ?? {}).filter(([column]) => column !== 'deletedAt').map(([column, value]) => `'${column}', (${value})::text`)
  const goneBefore = Object.keys(e.departure?.set ?? {}).filter((column) => column !== 'deletedAt').map((column) => `'${column}', live.${q(column)}::text`)
  const [before, after] = kind === 'gone'
    ? [`jsonb_build_object(${goneBefore.join(', ')})`, `(SELECT jsonb_build_object(${goneAfter.join(', ')}) FROM ${e.name} t WHERE t.id = s.id)`]
    : [kind === 'new' ? `'{}'::jsonb` : `jsonb_strip_nulls(jsonb_build_object(${pairs((c) => `live.${q(c)}`)}))`, `jsonb_strip_nulls(jsonb_build_object(${pairs((c) => `s.${q(`v_${c}`)}`)}))`]
  return sql<PlanSample>(`SELECT s.kind, s.told, s.id, s.row, s.sid, coalesce(s.label, '') AS label, ${before} AS before, ${after} AS after
    FROM (SELECT * FROM plan_${e.name} WHERE kind = $1 ORDER BY row, sid, id LIMIT $2) s LEFT JOIN ${e.name} live ON live.id = s.id ORDER BY s.row, s.sid, s.id`, [kind, limit])
}
