import 'server-only'
import type { RosterFile } from './roster-files'
import { complain, type RosterRun } from './roster-staging.sql.server'

/** What names what, and where else its id may be known. */
const references: readonly { file: RosterFile; column: string; to: RosterFile; many?: true }[] = [
  { file: 'orgs', column: 'parentSourcedId', to: 'orgs' },
  { file: 'academicSessions', column: 'parentSourcedId', to: 'academicSessions' },
  { file: 'classes', column: 'courseSourcedId', to: 'courses' },
  { file: 'classes', column: 'schoolSourcedId', to: 'orgs' },
  { file: 'classes', column: 'termSourcedIds', to: 'academicSessions', many: true },
  { file: 'users', column: 'orgSourcedIds', to: 'orgs', many: true },
  { file: 'users', column: 'primaryOrgSourcedId', to: 'orgs' },
  { file: 'users', column: 'agentSourcedIds', to: 'users', many: true },
  { file: 'roles', column: 'userSourcedId', to: 'users' },
  { file: 'roles', column: 'orgSourcedId', to: 'orgs' },
  { file: 'demographics', column: 'sid', to: 'users' },
  { file: 'enrollments', column: 'classSourcedId', to: 'classes' },
  { file: 'enrollments', column: 'userSourcedId', to: 'users' },
]
const known: Partial<Record<RosterFile, readonly string[]>> = { orgs: ['campuses'], academicSessions: ['academic_years', 'terms'], classes: ['classes'], users: ['students', 'staff', 'guardians'] }

const oneSize = (id: string) => `${id} IN (upper(${id}), lower(${id}))`

/**
 * Some systems write one id in capitals here and in small letters there. A reference that fits nothing as it stands, here or
 * from before, and one id of the set but for its letters' size, means that one. Ids that mix capitals and small letters, as
 * those in base 62 do, are left as they are: there the size tells two people apart. SQL, because it goes over every reference of a district.
 */
export const foldReferences = async (run: RosterRun): Promise<void> => {
  for (const to of new Set(references.map((one) => one.to))) {
    const table = `in${to.toLowerCase()}`
    await run.sql(`CREATE TEMP TABLE meant_${table} ON COMMIT DROP AS SELECT lower(sid) AS folded, min(sid) AS sid FROM ${table} WHERE sid <> '' GROUP BY 1 HAVING count(DISTINCT sid) = 1 AND ${oneSize('min(sid)')}`)
    await run.sql(`ANALYZE meant_${table}`)
  }
  for (const { file, column, to, many } of references) {
    const [table, cell] = [`in${file.toLowerCase()}`, column.toLowerCase()]
    const elsewhere = (known[to] ?? []).map((name) => `AND NOT EXISTS (SELECT FROM ${name} k WHERE k."organizationId" = app_organization() AND k.sourced_id = r.one)`).join(' ')
    const found = `other_${table}_${cell}`
    await run.sql(`CREATE TEMP TABLE ${found} ON COMMIT DROP AS SELECT r.row, r.one, m.sid, r.at FROM (SELECT s.row, ${many ? 'u.one, u.at' : `s.${cell} AS one, 1 AS at`} FROM ${table} s ${many ? `CROSS JOIN unnest(s.${cell}) WITH ORDINALITY AS u (one, at)` : ''} WHERE NOT s.bad) r
      JOIN meant_in${to.toLowerCase()} m ON m.folded = lower(r.one) AND m.sid <> r.one WHERE ${oneSize('r.one')} ${elsewhere}`)
    if ((await run.sql(`SELECT FROM ${found} LIMIT 1`)).length === 0) continue
    await complain(run, { code: 'reference-case', file }, `SELECT row, '${column === 'sid' ? 'sourcedId' : column}', one, jsonb_build_object('id', sid) FROM ${found} f`)
    await run.sql(`UPDATE ${table} s SET ${cell} = ${many ? `ARRAY(SELECT coalesce(g.sid, u.one) FROM unnest(s.${cell}) WITH ORDINALITY AS u (one, at) LEFT JOIN ${found} g ON g.row = s.row AND g.at = u.at ORDER BY u.at)` : 'f.sid'}
      FROM ${found} f WHERE f.row = s.row`)
  }
}
