import 'server-only'
import { tenantOf, tenantSql } from '@/lib/platform/db/sql.server'
import type { TenantDb } from '@/lib/platform/db/tenant.server'
import { begins, byName, live, longestFirst, parameters, unindexed } from './people.sql.server'

export type PersonFound = { kind: 'student' | 'staff'; number: string; firstName: string; lastName: string; jobTitle: string | null; campusName: string }
type Table = 'students' | 'staff'
/** Parameters of the text, as it names them: each word as names have it and as numbers have it, and whatever bounds the reach. */
type Asked = { names: string[]; numbers: string[]; campuses: string | null; classes: string | null }

const few = 6
/** Where a number begins like so many others, the first by name are found by walking the names. */
const many = 500

const first = `ORDER BY ${byName} LIMIT ${few}`

/** Whom a word begins. */
const named = (table: Table, { names, numbers }: Asked, i: number) =>
  `(${begins('p.last_name_key', names[i]!)} OR ${begins('p.first_name_key', names[i]!)}${table === 'students' ? ` OR ${begins('p.student_number', numbers[i]!)}` : ''})`

/** What the first word finds in each index by itself, for none serves an OR in the order of names; further words only filter. */
function throughIndexes(table: Table, asked: Asked): string {
  const { names, numbers, campuses } = asked
  const others = names.slice(1).map((_, i) => ` AND ${named(table, asked, i + 1)}`).join('')
  const from = `SELECT ${byName} FROM ${table} p WHERE ${live}${campuses ? ` AND p."campusId" = ANY(${campuses})` : ''}${others}`
  const byFirstName = `${from} AND ${begins('p.first_name_key', names[0]!)}`
  const byNumber = () => {
    const numbered = begins('p.student_number', numbers[0]!)
    if (others) return `${from} AND ${numbered}`
    const count = `(SELECT count(*) FROM (SELECT FROM students p WHERE ${live} AND ${numbered} LIMIT ${many}) n)`
    // Without the index of the number that of the names is left to walk.
    return `${from} AND ${numbered} AND ${count} < ${many} UNION ALL (${from} AND ${begins(unindexed('p.student_number'), numbers[0]!)} AND ${count} = ${many} ${first})`
  }
  // MATERIALIZED: found first and sorted then. The planner would rather walk all names of a large organization.
  return `WITH others AS MATERIALIZED (${table === 'students' ? `${byFirstName} UNION ALL ${byNumber()}` : byFirstName})
    SELECT id FROM ((${from} AND ${begins('p.last_name_key', names[0]!)} ${first}) UNION SELECT * FROM others) p ${first}`
}

/** The students of one's own classes are few: each is looked at. */
const amongOwn = (asked: Asked) => `SELECT p.id FROM students p WHERE ${live} AND ${asked.names.map((_, i) => named('students', asked, i)).join(' AND ')}
  AND p.id IN (SELECT e."studentId" FROM class_enrollments e WHERE e."organizationId" = app_organization() AND e."classId" = ANY(${asked.classes}) AND e."deletedAt" IS NULL) ${first}`

const columns = {
  students: `'student' AS kind, p.student_number AS number, NULL AS "jobTitle"`,
  staff: `'staff' AS kind, p.employee_number AS number, p.job_title AS "jobTitle"`,
}
const shown = (table: Table, found: string) => `SELECT ${columns[table]}, p.first_name AS "firstName", p.last_name AS "lastName", c.name AS "campusName", ${byName}
  FROM ${table} p JOIN campuses c ON c."organizationId" = p."organizationId" AND c.id = p."campusId" WHERE p."organizationId" = app_organization() AND p.id IN (${found})`

/** The first few of each table within reach whom every word (there is one at least) begins: a name, or a student's number. */
export async function findPeople(db: TenantDb, { words, tables }: { words: readonly string[]; tables: readonly Table[] }): Promise<PersonFound[]> {
  if (tables.length === 0) return []
  const { reach } = tenantOf(db)
  const { values, parameter } = parameters()
  const ordered = longestFirst(words)
  const asked: Asked = {
    names: ordered.map((word) => parameter(word, 'text')),
    numbers: tables.includes('students') ? ordered.map((word) => parameter(word.toUpperCase(), 'text')) : [],
    campuses: reach.kind === 'campus' || (reach.kind === 'class' && tables.includes('staff')) ? parameter(reach.campusIds, 'uuid[]') : null,
    classes: reach.kind === 'class' && tables.includes('students') ? parameter(reach.classIds, 'uuid[]') : null,
  }
  const texts = tables.map((table) => shown(table, table === 'students' && reach.kind === 'class' ? amongOwn(asked) : throughIndexes(table, asked)))
  const text = `SELECT kind, number, "firstName", "lastName", "jobTitle", "campusName" FROM (${texts.join(' UNION ALL ')}) p ORDER BY kind, ${byName}`
  // The beginning of a number may be that of every number: then the plan depends on the word.
  const plan = words.some((word) => /\d/.test(word)) ? 'each' : 'once'
  return tenantSql<PersonFound>(db, `people-search-${words.length}-${reach.kind}-${tables.join('-')}`, text, values, plan)
}
