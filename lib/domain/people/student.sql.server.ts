import 'server-only'
import type { Keyset } from '@/lib/platform/keyset'
import type { StudentStatus } from '@/lib/platform/db/generated/enums'
import { tenantOf, tenantSql } from '@/lib/platform/db/sql.server'
import type { TenantDb } from '@/lib/platform/db/tenant.server'
import { begins, byName, live, longestFirst, nameColumns, organization, parameters, unindexed } from './people.sql.server'

type Sort = 'name' | 'number'
export type StudentsAsked = {
  status?: StudentStatus | undefined; campusId?: string | undefined; gradeId?: string | undefined; classId?: string | undefined
  words: readonly string[]; sort: Sort; page: Keyset; countCap: number
}
export type StudentListed = {
  id: string; studentNumber: string; firstName: string; lastName: string; firstNameKey: string; lastNameKey: string; status: StudentStatus
  campusName: string; className: string | null; guardian: string | null
}

const [nil, max] = ['00000000-0000-0000-0000-000000000000', 'ffffffff-ffff-ffff-ffff-ffffffffffff']
/** What leads an order, and the whole of it with the places before everybody and after. A live number is unique: it orders without the id. */
const orders = {
  name: { leads: 'last', by: byName, key: byName, types: ['text', 'text', 'uuid'], ends: { asc: ['', '', nil], desc: ['\u{10ffff}', '', max] } },
  number: { leads: 'number', by: 'p.student_number', key: 'p.student_number, p.id', types: ['text', 'uuid'], ends: { asc: ['', nil], desc: ['\u{10ffff}', max] } },
} as const
type Order = (typeof orders)[Sort]

const columns = 'p.id, p.student_number, p.first_name, p.last_name, p.first_name_key, p.last_name_key, p.status, p."campusId"'
const students = `SELECT ${columns} FROM students p WHERE ${live}`
const all = (conditions: readonly string[]) => conditions.map((condition) => ` AND ${condition}`).join('')
const currentYear = `(SELECT y.id FROM academic_years y WHERE y."organizationId" = ${organization} AND y.current OFFSET 0)`

type Parts = {
  /** Every condition on a student, the reach first, none with an index of its own. */
  conditions: readonly string[]
  /** Whom the list holds and nobody else, by their ids (`enrolled`, few at a time), or by the word that leads the search. */
  from: 'everyone' | 'enrolled' | { name: string; number: string }
  order: Order
  /** Beyond the cursor, in this order, as many as a page takes. */
  past: string; sorted: string; take: number
  cap: number
  oneCampus: boolean
}

/** In the order of the list; the planner has but one index that serves it. */
const walk = ({ conditions, past, sorted, take }: Parts, more: readonly string[]) => `(${students}${all([...conditions, ...more, past])} ORDER BY ${sorted} LIMIT ${take})`
/** Outside of a join: looked up in a hash. */
const isEnrolled = '(p.id IN (SELECT id FROM enrolled)) IS TRUE'
const found = '(SELECT count(*) FROM others)'
const counted = (text: string) => `(SELECT count(*) FROM (${text}) n)`

/**
 * Three sources of a page: `own` is walked in the list's order as it stands. `others` are found by other indexes and
 * sorted then, if they are fewer than a count counts; otherwise every page is full of them, and `many` finds them by walking.
 */
function sources(parts: Parts): { own: string | null; others: string | null; many: string | null; ownCount: string } {
  const { conditions, from, order, cap, oneCampus } = parts
  const ifMany = `${found} = ${cap}`
  if (from === 'everyone') {
    // Counted in an order that an index has, or a plan made for a large organization reads the table from its beginning.
    return { own: walk(parts, []), others: null, many: null, ownCount: counted(`SELECT FROM students p WHERE ${live}${all(conditions)} ORDER BY ${oneCampus ? byName : 'p.student_number'} LIMIT ${cap}`) }
  }
  if (from === 'enrolled') {
    const others = `SELECT p.* FROM enrolled e CROSS JOIN LATERAL (${students} AND p.id = e.id${all(conditions)} LIMIT 1) p LIMIT ${cap}`
    return { own: null, others, many: walk(parts, [ifMany, isEnrolled]), ownCount: '0' }
  }
  const of = (column: keyof typeof nameColumns, plain = false) => begins(plain ? unindexed(nameColumns[column]) : nameColumns[column], column === 'number' ? from.number : from.name)
  const not = (column: keyof typeof nameColumns) => `NOT ${of(column, true)}`
  const { leads } = order
  const [one, two] = leads === 'last' ? (['first', 'number'] as const) : (['last', 'first'] as const)
  return {
    own: walk(parts, [of(leads)]),
    others: `${students}${all([...conditions, of(one), not(leads)])} UNION ALL ${students}${all([...conditions, of(two), not(one), not(leads)])} LIMIT ${cap}`,
    many: walk(parts, [ifMany, not(leads)]),
    ownCount: counted(`${students}${all([...conditions, of(leads)])} ORDER BY ${order.by} LIMIT ${cap}`),
  }
}

function textOf(parts: Parts, { enrolled, first, bounds }: { enrolled: string | null; first: string; bounds: string }): string {
  const { own, others, many, ownCount } = sources(parts)
  const { past, sorted, take, cap } = parts
  const page = [
    ...(own ? [own] : []),
    ...(others && many ? [`(SELECT * FROM others p WHERE ${found} < ${cap} AND ${past})`, many] : []),
  ].join(' UNION ALL ')
  return `WITH ${enrolled ? `enrolled AS MATERIALIZED (${enrolled}), ` : ''}${others ? `others AS MATERIALIZED (${others}), ` : ''}
    page AS MATERIALIZED (SELECT * FROM (${page}) p ORDER BY ${sorted} LIMIT ${take})
  SELECT p.id, p.student_number AS "studentNumber", p.first_name AS "firstName", p.last_name AS "lastName", p.first_name_key AS "firstNameKey", p.last_name_key AS "lastNameKey", p.status,
    (SELECT c.name FROM campuses c WHERE c."organizationId" = ${organization} AND c.id = p."campusId") AS "campusName",
    (SELECT k.name FROM class_enrollments e
      CROSS JOIN LATERAL (SELECT k.id, k.name, k."campusId", k."academic_yearId", k.class_type FROM classes k WHERE k."organizationId" = ${organization} AND k.id = e."classId" LIMIT 1) k
      WHERE e."organizationId" = ${organization} AND e."studentId" = p.id AND e."deletedAt" IS NULL AND e.ended_on IS NULL AND k."academic_yearId" IN ${currentYear}${bounds}
      ORDER BY k.class_type, e.id LIMIT 1) AS "className",
    (SELECT g.full_name FROM guardians g WHERE g."organizationId" = ${organization} AND g."studentId" = p.id AND g."deletedAt" IS NULL ORDER BY g.primary_contact DESC, g.id LIMIT 1) AS guardian,
    CASE WHEN ${first} AND (SELECT count(*) FROM page) < ${take} THEN (SELECT count(*) FROM page) ELSE least(${cap}, ${ownCount}${others ? ` + ${found}` : ''}) END::int AS total
  FROM page p ORDER BY ${sorted}`
}

/** One page of the students within reach and how many there are in all, counted as far as `countCap`: one statement. */
export async function studentPage(db: TenantDb, asked: StudentsAsked): Promise<{ rows: StudentListed[]; total: number }> {
  const { status, gradeId, classId, sort, page, countCap: cap } = asked
  const { reach } = tenantOf(db)
  const { values, parameter } = parameters()
  const campuses = reach.kind === 'campus' ? parameter(reach.campusIds, 'uuid[]') : null
  const classes = reach.kind === 'class' ? parameter(reach.classIds, 'uuid[]') : null
  const bounds = `${campuses ? ` AND k."campusId" = ANY(${campuses})` : ''}${classes ? ` AND k.id = ANY(${classes})` : ''}`

  const campusId = asked.campusId ?? (reach.kind === 'campus' && reach.campusIds.length === 1 ? reach.campusIds[0] : undefined)
  const words = longestFirst(asked.words).map((word) => ({ name: parameter(word, 'text'), number: parameter(word.toUpperCase(), 'text') }))

  const order = orders[sort]
  const from = page.cursor ?? order.ends[page.direction]
  const place = order.types.map((type, i) => parameter(from[i], type)).join(', ')
  const first = parameter(page.cursor === null, 'boolean')

  const chosen = [...(classId ? [`k.id = ${parameter(classId, 'uuid')}`] : []), ...(gradeId ? [`k."gradeId" = ${parameter(gradeId, 'uuid')} AND k."academic_yearId" IN ${currentYear}`] : [])]
  const member = (of: string, more: string) => `SELECT e."studentId" AS id FROM class_enrollments e WHERE e."organizationId" = ${organization} AND e."deletedAt" IS NULL AND e."classId" = ANY(${of})${more}`
  const inChosen = chosen.length ? member(`ARRAY(SELECT k.id FROM classes k WHERE k."organizationId" = ${organization}${all(chosen)}${bounds})`, ' AND e.ended_on IS NULL') : null
  const enrolled = inChosen ?? (classes ? member(classes, '') : null)
  const leads = words[0] && !classId && !classes ? words[0] : enrolled ? 'enrolled' : 'everyone'

  const conditions = [
    ...(campuses ? [`p."campusId" = ANY(${campuses})`] : []),
    ...(campusId ? [`p."campusId" = ${parameter(campusId, 'uuid')}`] : []),
    ...(enrolled && leads !== 'enrolled' ? [isEnrolled] : []),
    ...(status ? [`p.status = ${parameter(status, 'enum_students_status')}`] : []),
    ...words.map(({ name, number }) => `(${begins(unindexed(nameColumns.last), name)} OR ${begins(unindexed(nameColumns.first), name)} OR ${begins(unindexed(nameColumns.number), number)})`),
  ]
  const parts: Parts = {
    conditions, from: leads, order, cap, take: page.take, oneCampus: Boolean(campusId),
    past: `(${order.key}) ${page.direction === 'asc' ? '>' : '<'} (${place})`,
    sorted: order.by.split(', ').map((column) => `${column} ${page.direction}`).join(', '),
  }
  const text = textOf(parts, { enrolled: enrolled && `SELECT DISTINCT id FROM (${enrolled}) e`, first, bounds })
  const name = ['students', sort, page.direction, page.take, reach.kind, status ? 'status' : '', campusId ? 'campus' : '', classId ? 'class' : '', gradeId ? 'grade' : '', words.length].join('-')
  const rows = await tenantSql<StudentListed & { total: number }>(db, name, text, values)
  return { rows: rows.map(({ total: _, ...row }) => row), total: rows[0]?.total ?? 0 }
}
