import 'server-only'
import type { Sql } from '@/lib/platform/db/sql.server'
import { idsReplaced, keyOf, rosterEntities, type RosterEntity, type RosterField, type RosterKey } from './roster-entities.sql.server'
import { complain, type RosterRun } from './roster-staging.sql.server'

/**
 * From `want_<entity>` (what the set says) and the live table to `plan_<entity>` (what would happen). Columns: row, sid,
 * label, id, kind, told, hash, and for each field `v_<field>` (value afterwards) and `c_<field>` (does the file change it).
 *
 * `importHash` is `<32 hex digits of the whole row>:<8 of each field>`, with `!` before it while the row is gone. The
 * fields' digests tell what the file said last time: only what the file has changed since is written, so that a
 * correction made by hand stays until the file itself says something new.
 */
const digest = (text: string, length: number) => `left(encode(sha256(convert_to(${text}, 'UTF8')), 'hex'), ${length})`
const quiet = '--------'
export const hashLength = (entity: RosterEntity) => 33 + 8 * entity.fields.length

const q = (name: string) => `"${name}"`
const given = ({ column, none }: RosterField) => (none ? `nullif(j.${q(column)}, '${none}')` : `j.${q(column)}`)

const matchBySource = (e: RosterEntity) => `
  CREATE TEMP TABLE match_${e.name} ON COMMIT DROP AS
  SELECT DISTINCT ON (w.sid) w.sid, t.id, false AS adopted FROM want_${e.name} w
  JOIN ${e.name} t ON t.sourced_id = w.sid AND ${isImported(e)}
  ORDER BY w.sid, t."deletedAt" DESC NULLS FIRST, t.id`

/** Most rows end by a status; where a row ends by being deleted, the mark before its hash tells it from one that somebody deleted here. */
const endsDeleted = (e: RosterEntity) => 'deletedAt' in (e.departure?.set ?? {})
const isImported = (e: RosterEntity) => (endsDeleted(e) ? `(t."deletedAt" IS NULL OR t."importHash" LIKE '!%')` : `t."deletedAt" IS NULL`)

const inSet = (campus: string) => `${campus} IN (SELECT id FROM set_campus)`

/** By hand first; in a bulk set also rows whose old identity the set no longer names (the sender renumbered). */
const matchByNature = (e: RosterEntity, nature: string, bulk: boolean) => `
  INSERT INTO match_${e.name}
  SELECT DISTINCT ON (sid) sid, id, true FROM (
    SELECT DISTINCT ON (t.id) w.sid, t.id, w.row FROM want_${e.name} w JOIN ${e.name} t ON ${nature}
    WHERE t."deletedAt" IS NULL
      AND (t.sourced_id IS NULL ${bulk ? `OR (NOT EXISTS (SELECT FROM want_${e.name} o WHERE o.sid = t.sourced_id) AND NOT (${e.departure?.spared ?? 'false'})${e.departure ? ` AND ${inSet(e.departure.campus)}` : ''})` : ''})
      AND NOT EXISTS (SELECT FROM match_${e.name} m WHERE m.sid = w.sid OR m.id = t.id)
    ORDER BY t.id, w.row, w.sid) once
  ORDER BY sid, row, id`

const planRows = (e: RosterEntity) => {
  const change = (f: RosterField, i: number) => {
    const comesBack = f.column === 'status' ? ' OR j.was_gone' : f.column === 'ended_on' ? ' OR j.was_gone' : ''
    return `(${f.first ? 'j.t_id IS NULL OR ' : ''}j.${q(f.column)} IS NOT NULL AND (j.t_id IS NULL OR j.old IS NULL OR ${digest(`j.${q(f.column)}::text`, 8)} <> substr(j.old, ${34 + 8 * i}, 8)${comesBack})
      AND (j.t_id IS NULL OR ${given(f)} IS DISTINCT FROM j.t_${i})) AS ${q(`c_${f.column}`)}`
  }
  const remembered = (f: RosterField, i: number) => `CASE WHEN j.${q(f.column)} IS NULL THEN coalesce(substr(j.old, ${34 + 8 * i}, 8), '${quiet}') ELSE ${digest(`j.${q(f.column)}::text`, 8)} END`
  const anyChange = e.fields.map((f) => q(`c_${f.column}`)).join(' OR ')
  return `
  CREATE TEMP TABLE plan_${e.name} ON COMMIT DROP AS
  WITH hashed AS (
    SELECT w.*, m.id AS match_id, coalesce(m.adopted, false) AS adopted,
      ${digest(`concat_ws(E'\\x1f', '${e.name}', w.sid, ${e.fields.map((f) => `coalesce(w.${q(f.column)}::text, '')`).join(', ')})`, 32)} AS digest
    FROM want_${e.name} w LEFT JOIN match_${e.name} m ON m.sid = w.sid),
  joined AS (
    SELECT h.*, t.id AS t_id, t.sourced_id AS t_sid, coalesce(t."deletedAt" IS NOT NULL OR t."importHash" LIKE '!%', false) AS was_gone,
      -- Fields that an import knew nothing of come last and have said nothing yet.
      CASE WHEN length(ltrim(t."importHash", '!')) BETWEEN 33 AND ${hashLength(e)} THEN rpad(ltrim(t."importHash", '!'), ${hashLength(e)}, '-') END AS old,
      ${e.fields.map((f, i) => `t.${q(f.column)} AS t_${i}`).join(', ')}
    FROM hashed h LEFT JOIN ${e.name} t ON t.id = h.match_id OFFSET 0), -- or what was remembered is taken apart again for each field
  weighed AS (SELECT j.*, ${e.fields.map(change).join(', ')}, ${e.fields.map(remembered).join(' || ')} AS fields_hash FROM joined j)
  SELECT j.row, j.sid, j.label, coalesce(j.t_id, uuid_v7()) AS id, false AS told, j.t_sid,
    CASE WHEN j.t_id IS NULL THEN 'new' WHEN j.was_gone THEN 'revived'
      WHEN NOT j.adopted AND left(j.old, 32) = j.digest THEN 'same'
      WHEN NOT j.adopted AND NOT (${anyChange}) AND substr(j.old, 34) = j.fields_hash THEN 'same' ELSE 'changed' END AS kind,
    j.digest || ':' || j.fields_hash AS hash,
    ${e.fields.map((f, i) => `${q(`c_${f.column}`)}, CASE WHEN ${q(`c_${f.column}`)} OR j.t_id IS NULL THEN ${f.first ? `coalesce(${given(f)}, ${f.first})` : given(f)} ELSE j.t_${i} END::${f.type} AS ${q(`v_${f.column}`)}`).join(',\n    ')}
  FROM weighed j`
}

/** Fills `clash` with the rows that would share a key with another afterwards; false if there is none. */
const findClashes = async ({ sql }: RosterRun, e: RosterEntity, key: RosterKey) => {
  const leaves = e.departure && key.columns.some((column) => Object.keys(e.departure!.set).some((set) => column.includes(set))) ? `AND NOT (${e.departure.told})` : ''
  const clashes = await sql(`INSERT INTO clash
    SELECT p.id, p.row, p.sid, t.id IS NOT NULL AS taken FROM (SELECT p.*, row_number() OVER (PARTITION BY ${keyOf(key, 'v_', 'p')} ORDER BY kind = 'new', row, sid) AS place FROM plan_${e.name} p) p
    LEFT JOIN ${e.name} t ON t."deletedAt" IS NULL AND (${keyOf(key, '', 't')}) = (${keyOf(key, 'v_', 'p')}) AND t.id <> p.id AND NOT EXISTS (SELECT FROM plan_${e.name} o WHERE o.id = t.id) ${leaves}
    WHERE p.place > 1 OR t.id IS NOT NULL RETURNING 1`)
  return clashes.length > 0
}

/** Who comes second with a number keeps the one from before, or gets the id for one. */
const dropKeys = async (run: RosterRun, e: RosterEntity, key: RosterKey) => {
  const column = key.columns[0]!
  if (!(await findClashes(run, e, key))) return
  await complain(run, { code: key.code, file: e.file }, `SELECT DISTINCT ON (c.row) c.row, $1, p.label, jsonb_build_object('number', p.${q(`v_${column}`)}) FROM clash c JOIN plan_${e.name} p ON p.id = c.id ORDER BY c.row`, [key.field])
  await run.sql(`UPDATE plan_${e.name} p SET ${q(`v_${column}`)} = CASE WHEN p.kind = 'new' THEN p.sid ELSE (SELECT t.${q(column)} FROM ${e.name} t WHERE t.id = p.id) END, ${q(`c_${column}`)} = p.kind = 'new' FROM clash c WHERE c.id = p.id`)
  await run.sql(`DELETE FROM clash`)
}

/** Keys that two live rows would share afterwards: the later row does without, if it can, or is left out, with a word. */
const refuseConflicts = async (run: RosterRun, e: RosterEntity) => {
  for (const key of e.unique) {
    if (key.optional) await dropKeys(run, e, key)
    if (!(await findClashes(run, e, key))) continue
    await complain(run, { code: key.optional ? 'row-conflict' : key.code, file: e.file, reject: true },
      `SELECT DISTINCT ON (c.row) c.row, $1, p.label, jsonb_build_object('taken', c.taken::text) FROM clash c JOIN plan_${e.name} p ON p.id = c.id ORDER BY c.row`, [key.field])
    await run.sql(`DELETE FROM plan_${e.name} p USING clash c WHERE c.id = p.id`)
    await run.sql(`DELETE FROM clash`)
  }
}

/**
 * An id that went to somebody else. Whether it did, a person says: until then the line is left out, and what names it
 * resolves to nobody; then it is the same person after all, or the former one leaves and a new one comes.
 */
const findReplaced = async (run: RosterRun, e: RosterEntity) => {
  if (!e.replaced) return
  const isPerson = e.name === 'students' || e.name === 'staff'
  const at = e.fields.findIndex(({ column }) => column === 'first_name')
  // What somebody corrected here by hand while the file says what it always said is no newcomer.
  const news = isPerson ? ` AND (${digest('w.first_name', 8)} <> substr(ltrim(t."importHash", '!'), ${34 + 8 * at}, 8))` : ''
  const found = await run.sql(`INSERT INTO replaced SELECT '${e.name}', w.sid, t.id, t.${isPerson ? `first_name || ' ' || t.last_name` : 'id::text'} AS former, w.row, w.label FROM match_${e.name} m JOIN want_${e.name} w ON w.sid = m.sid JOIN ${e.name} t ON t.id = m.id
    WHERE NOT m.adopted AND ${e.replaced}${news} RETURNING 1`)
  if (found.length === 0) return
  const these = `r.entity = '${e.name}'`
  if (isPerson && run.replaced === null) {
    await complain(run, { code: 'person-replaced', file: e.file, reject: true }, `SELECT row, 'sourcedId', label, jsonb_build_object('former', former) FROM replaced r WHERE ${these}`)
    await run.sql(`INSERT INTO unresolved SELECT '${e.file}', sid FROM replaced r WHERE ${these}`)
    await run.sql(`DELETE FROM want_${e.name} w USING replaced r WHERE ${these} AND r.sid = w.sid`)
  }
  if (!isPerson || run.replaced !== 'same') await run.sql(`DELETE FROM match_${e.name} m USING replaced r WHERE ${these} AND r.sid = m.sid`)
  if (isPerson && run.replaced !== 'other') await run.sql(`DELETE FROM replaced r WHERE ${these}`)
}

const refuseUnsound = async (run: RosterRun, { name, file, unsound }: RosterEntity) => {
  if (!unsound) return
  const { when, code, field, value, params } = unsound
  await complain(run, { code, file, reject: true }, `SELECT p.row, $1, ${value}, ${params} FROM plan_${name} p WHERE ${when}`, [field])
  await run.sql(`DELETE FROM plan_${name} p WHERE ${when}`)
}

/** Rows that were imported once and that the set no longer has, or says are to be deleted. */
const planDepartures = async ({ sql, modes, blind }: RosterRun, e: RosterEntity) => {
  const d = e.departure
  if (!d) return
  const missing = modes[d.file] === 'bulk' && !blind.has(d.file) ? `NOT (${d.spared}) AND ${inSet(d.campus)}` : 'false'
  const replaced = `t.id ${idsReplaced(e.name)}`
  const told = `(${d.told} OR ${replaced})`
  await sql(`INSERT INTO plan_${e.name} (row, sid, label, id, told, kind, hash, ${e.fields.map((f) => q(`v_${f.column}`)).join(', ')})
    SELECT NULL, CASE WHEN ${replaced} THEN t.sourced_id || '~' || t.id ELSE t.sourced_id END, ${e.label}, t.id, ${told}, 'gone', '!' || ltrim(coalesce(t."importHash", '${e.name}>' || t.sourced_id), '!'), ${e.fields.map((f) => `t.${q(f.column)}`).join(', ')}
    FROM ${e.name} t WHERE t."deletedAt" IS NULL AND t.sourced_id IS NOT NULL AND coalesce(t."importHash", '') NOT LIKE '!%' AND ${d.scope} AND (${missing} OR ${told})
      AND NOT EXISTS (SELECT FROM plan_${e.name} p WHERE p.id = t.id)`)
}

/**
 * Plans one entity. Afterwards `ids_<entity>` resolves identities of the file for the entities that follow: planned
 * rows and earlier imported ones the set is silent about; a null id is a row that somebody deleted here. `amend` may
 * correct the plan before it is held against the table.
 */
export const planEntity = async (run: RosterRun, e: RosterEntity, amend?: () => Promise<void>) => {
  const { sql } = run
  await sql(`ANALYZE want_${e.name}`)
  const deleted = await sql(`INSERT INTO deleted_here SELECT '${e.name}', w.sid, w.row, w.label FROM want_${e.name} w WHERE ${deletedHere(e)} RETURNING 1`)
  if (deleted.length > 0) {
    await complain(run, { code: 'row-deleted-here', file: e.file }, `SELECT row, 'sourcedId', label, NULL::jsonb FROM deleted_here WHERE entity = '${e.name}'`)
    await sql(`DELETE FROM want_${e.name} w USING deleted_here d WHERE d.entity = '${e.name}' AND d.sid = w.sid`)
  }
  await sql(matchBySource(e))
  await findReplaced(run, e)
  for (const nature of e.natural) await sql(matchByNature(e, nature, run.modes[e.file] === 'bulk'))
  await sql(`ANALYZE match_${e.name}`)
  await sql(planRows(e))
  await sql(`CREATE INDEX ON plan_${e.name} (id)`)
  await sql(`ANALYZE plan_${e.name}`)
  await amend?.()
  await refuseUnsound(run, e)
  await refuseConflicts(run, e)
  await complain(run, { code: 'row-relinked', file: e.file },
    `SELECT row, 'sourcedId', label, jsonb_build_object('former', t_sid) FROM plan_${e.name} WHERE t_sid <> sid`)
  await planDepartures(run, e)
  await sql(`CREATE TEMP TABLE ids_${e.name} ON COMMIT DROP AS
    SELECT sid, id FROM plan_${e.name} WHERE kind <> 'gone'
    UNION ALL SELECT t.sourced_id, t.id FROM ${e.name} t WHERE t."deletedAt" IS NULL AND t.sourced_id IS NOT NULL AND NOT EXISTS (SELECT FROM plan_${e.name} p WHERE p.id = t.id)
      AND NOT EXISTS (SELECT FROM unresolved u WHERE u.file = '${e.file}' AND u.sid = t.sourced_id)
    UNION ALL SELECT sid, NULL FROM deleted_here WHERE entity = '${e.name}'`)
  await sql(`CREATE INDEX ON ids_${e.name} (sid)`)
  await sql(`ANALYZE ids_${e.name}`)
}

const deletedHere = (e: RosterEntity) => `EXISTS (SELECT FROM ${e.name} t WHERE t.sourced_id = w.sid AND t."deletedAt" IS NOT NULL AND NOT ${isImported(e)})
  AND NOT EXISTS (SELECT FROM ${e.name} t WHERE t.sourced_id = w.sid AND ${isImported(e)})`

export type EntityCount = { entity: string; kind: 'new' | 'changed' | 'same' | 'revived' | 'gone'; count: number; told: number }

export const countPlan = async (sql: Sql): Promise<EntityCount[]> =>
  (await sql<EntityCount>(rosterEntities.map(({ name }) => `SELECT '${name}' AS entity, kind, count(*)::int AS count, count(*) FILTER (WHERE told)::int AS told FROM plan_${name} GROUP BY kind`).join(' UNION ALL ')))

/** What each school has of what was imported, and what it would lose that the file did not ask for. */
export const countLosses = (sql: Sql): Promise<{ entity: string; campus: string; count: number; of: number }[]> =>
  sql(rosterEntities.flatMap(({ name, departure }) => (departure ? [`SELECT '${name}' AS entity, c.name AS campus, count(*) FILTER (WHERE p.id IS NOT NULL)::int AS count, count(*)::int AS of
    FROM ${name} t JOIN campuses c ON c.id = ${departure.campus} LEFT JOIN plan_${name} p ON p.id = t.id AND p.kind = 'gone' AND NOT p.told
    WHERE t."deletedAt" IS NULL AND t.sourced_id IS NOT NULL AND coalesce(t."importHash", '') NOT LIKE '!%' AND ${departure.scope} GROUP BY c.id, c.name HAVING count(p.id) > 0`] : [])).join(' UNION ALL '))
