import 'server-only'
import type { Sql } from '@/lib/platform/db/sql.server'

/** A staging table holds one file of the set; columns are lower-cased, as SQL reads them. */
export type StagedColumn = { name: string; type: 'text' | 'date' | 'boolean' | 'text[]' }
export type StagedTable = { file: string; columns: readonly StagedColumn[] }

/** What every statement of one run knows. `fileNames` is what the archive calls a file, for remarks. */
export type RosterRun = {
  sql: Sql
  actorId: string
  /** Calendar day of the organization, `YYYY-MM-DD`. */
  today: string
  timeZone: string
  /** How each file came; null when it did not. */
  modes: Readonly<Record<string, 'bulk' | 'delta' | null>>
  fileNames: Readonly<Record<string, string>>
  /** Files of which some line has an unreadable id: whoever is missing there may be one of those. */
  blind: ReadonlySet<string>
  /** What was answered about ids that seem to have gone to somebody else. */
  replaced: 'same' | 'other' | null
}

const safe = (name: string) => {
  if (!/^[A-Za-z]+$/.test(name)) throw new Error(`not a column: ${name}`)
  return `"${name.toLowerCase()}"`
}

/**
 * One transaction's settings: no compilation of short-lived plans, statistics from three thousand rows of each staging
 * table instead of thirty thousand, room to sort, no limit of time for a whole district.
 */
export const openRun = async (sql: Sql) => {
  await sql(`SET LOCAL jit = off`)
  await sql(`SET LOCAL default_statistics_target = 10`)
  await sql(`SET LOCAL work_mem = '64MB'`)
  await sql(`SET LOCAL statement_timeout = 0`)
  await sql(`SET LOCAL idle_in_transaction_session_timeout = 0`)
}

/**
 * One import or undo of an organization at a time: the second waits for the first, ten minutes at most (then SQLSTATE
 * 55P03). Held until the transaction ends, however it ends.
 */
export const holdImports = async (sql: Sql): Promise<void> => {
  await sql(`SET LOCAL lock_timeout = '10min'`)
  await sql(`SELECT pg_advisory_xact_lock(hashtextextended('imports:' || app_organization()::text, 0))`)
}

export const createStaging = async (sql: Sql, tables: readonly StagedTable[]) => {
  for (const { file, columns } of tables) {
    const shape = columns.map(({ name, type }) => `${safe(name)} ${type}`).join(', ')
    await sql(`CREATE TEMP TABLE ${safe(`in${file}`)} (row int, sid text, gone boolean, bad boolean, ${shape}) ON COMMIT DROP`)
  }
  await sql(`CREATE TEMP TABLE unresolved (file text, sid text) ON COMMIT DROP`)
  await sql(`CREATE TEMP TABLE deleted_here (entity text, sid text, row int, label text) ON COMMIT DROP`)
  await sql(`CREATE TEMP TABLE replaced (entity text, sid text, id uuid, former text, row int, label text) ON COMMIT DROP`)
  await sql(`CREATE TEMP TABLE clash (id uuid, row int, sid text, taken boolean) ON COMMIT DROP`)
  await sql(`CREATE TEMP TABLE issue (n bigint GENERATED ALWAYS AS IDENTITY, code text, file text, row int, col text, value text, params jsonb) ON COMMIT DROP`)
}

const cast: Record<StagedColumn['type'], (name: string) => string> = {
  text: (name) => name,
  date: (name) => `${name}::date`,
  boolean: (name) => `${name}::boolean`,
  'text[]': (name) => `string_to_array(${name}, E'\\x1f')`,
}

export type StagedRows = readonly { row: number; sourcedId: string; gone: boolean; bad: boolean; cells: readonly (string | null)[] }[]

/** One chunk into its staging table, in one statement. */
export const stageRows = async (sql: Sql, { file, columns }: StagedTable, rows: StagedRows) => {
  const names = columns.map(({ name }) => safe(name))
  const texts = columns.map((_, i) => `$${i + 5}::text[]`)
  await sql(
    `INSERT INTO in${file.toLowerCase()} (row, sid, gone, bad, ${names.join(', ')})
     SELECT row, sid, gone, bad, ${columns.map(({ type }, i) => cast[type](`c${i}`)).join(', ')}
     FROM unnest($1::int[], $2::text[], $3::boolean[], $4::boolean[], ${texts.join(', ')}) AS t (row, sid, gone, bad, ${columns.map((_, i) => `c${i}`).join(', ')})`,
    [rows.map((r) => r.row), rows.map((r) => r.sourcedId), rows.map((r) => r.gone), rows.map((r) => r.bad), ...columns.map((_, i) => rows.map((r) => r.cells[i] ?? null))],
  )
}

type Complaint = { code: string; file: string; reject?: boolean }

/**
 * Writes remarks from a query that yields (row, col, value, params). With `reject` the rows are left out from here on,
 * yet remembered, so that what they name does not count as gone.
 */
export const complain = async ({ sql, fileNames }: Pick<RosterRun, 'sql' | 'fileNames'>, { code, file, reject }: Complaint, query: string, values: unknown[] = []) => {
  const given = [code, fileNames[file] ?? `${file}.csv`, ...values]
  const shifted = query.replace(/\$(\d+)/g, (_, n: string) => `$${Number(n) + 2}`)
  const insert = `INSERT INTO issue (code, file, row, col, value, params) SELECT $1, $2, q.row, q.col, q.value, coalesce(q.params, '{}') FROM (${shifted}) AS q (row, col, value, params) ORDER BY q.row RETURNING row`
  await sql(reject ? `WITH found AS (${insert}) UPDATE in${file.toLowerCase()} s SET bad = true FROM found WHERE s.row = found.row` : insert.replace(/ RETURNING row$/, ''), given)
}

/** What two lines of one id must agree in to be one and the same. */
const telling: Readonly<Record<string, string>> = { users: `lower(givenName || ' ' || familyName)`, classes: `lower(title) || ' ' || schoolSourcedId`, orgs: 'lower(name)', academicSessions: `lower(title) || ' ' || startDate` }

/** Lines that share an id and are not the same thing: nobody knows which is meant, so none of them is taken. */
const refuseAmbiguous = async (run: RosterRun, file: string) => {
  const what = telling[file]
  if (!what) return
  await run.sql(`INSERT INTO unresolved SELECT $1, sid FROM in${file.toLowerCase()} WHERE NOT bad AND NOT gone AND sid <> '' GROUP BY sid HAVING count(*) > 1 AND count(DISTINCT ${what}) > 1`, [file])
  await complain(run, { code: 'row-ambiguous-id', file, reject: true }, `SELECT row, 'sourcedId', sid, NULL::jsonb FROM in${file.toLowerCase()} WHERE NOT bad AND NOT gone AND sid IN (SELECT sid FROM unresolved WHERE file = $1)`, [file])
}

/** Lines of enrolments that share an id and speak of different seats: nothing refers to the id, so each is known by who and where. */
const tellSeatsApart = async (run: RosterRun) => {
  const shared = `SELECT sid FROM inenrollments WHERE NOT bad AND NOT gone AND sid <> '' GROUP BY sid HAVING count(DISTINCT userSourcedId || ' ' || classSourcedId) > 1`
  await complain(run, { code: 'enrollment-id-shared', file: 'enrollments' }, `SELECT row, 'sourcedId', sid, NULL::jsonb FROM inenrollments WHERE NOT bad AND sid IN (${shared})`)
  await run.sql(`UPDATE inenrollments SET sid = concat_ws('~', sid, userSourcedId, classSourcedId) WHERE NOT bad AND sid IN (${shared})`)
}

/** After the last row: duplicates out, statistics for the planner. */
export const closeStaging = async (run: RosterRun, tables: readonly StagedTable[]) => {
  for (const { file } of tables) {
    await run.sql(`CREATE INDEX ON in${file.toLowerCase()} (sid)`)
    await run.sql(`ANALYZE in${file.toLowerCase()}`)
    await refuseAmbiguous(run, file)
    if (file === 'enrollments') await tellSeatsApart(run)
    await complain(run, { code: 'row-duplicate-id', file, reject: true },
      `SELECT row, 'sourcedId', sid, jsonb_build_object('first', first) FROM
        (SELECT row, sid, bad, min(row) FILTER (WHERE NOT bad) OVER (PARTITION BY sid) AS first FROM in${file.toLowerCase()} WHERE sid <> '') d WHERE row > first AND NOT bad`)
  }
}

export type StoredIssue = { n: string; code: string; file: string; row: number | null; col: string | null; value: string | null; params: Record<string, string | number> }

/** Remarks found by SQL, a page at a time. */
export async function* issues(sql: Sql, page = 2_000): AsyncGenerator<StoredIssue> {
  let after = '0'
  for (;;) {
    const rows = await sql<StoredIssue>(`SELECT n, code, file, row, col, left(value, 200) AS value, params FROM issue WHERE n > $1 ORDER BY n LIMIT $2`, [after, page])
    yield* rows
    if (rows.length < page) return
    after = rows.at(-1)!.n
  }
}
