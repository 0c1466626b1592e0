import fc from 'fast-check'
import { beforeAll, expect, test } from 'vitest'
import { aSchool } from '@/prisma/seed/a-school'
import type { Ctx } from '@/lib/platform/context'
import { parseList, type ListQuery, type SearchParams } from '@/lib/platform/list'
import { searchWords } from './name'
import { studentList, studentStatuses } from './student'
import { listStudents } from './student.server'

type School = Awaited<ReturnType<typeof aSchool>>
type Query = ListQuery<typeof studentList>
const people = ['admin', 'director', 'teacher'] as const

/** What the list is, read whole and row by row. */
async function asked({ db, campus }: Ctx, { filters, search, sort }: Query): Promise<string[]> {
  const { status, campus: campusId = campus?.id, grade, class: classId } = filters
  const orderBy = [...(sort.by === 'number' ? [{ studentNumber: 'asc' as const }] : [{ lastNameKey: 'asc' as const }, { firstNameKey: 'asc' as const }]), { id: 'asc' as const }]
  const all = await db.student.findMany({ orderBy, select: { id: true, status: true, campusId: true, studentCampuses: { select: { campusId: true } }, firstNameKey: true, lastNameKey: true, studentNumber: true, classEnrollments: { where: { endedOn: null }, select: { classId: true, class: { select: { gradeId: true, academicYear: { select: { current: true } } } } } } } })
  const found = all.filter((one) => {
    const keys = [one.lastNameKey ?? '', one.firstNameKey ?? '', one.studentNumber.toLowerCase()]
    return (!status || one.status === status) && (!campusId || one.campusId === campusId || one.studentCampuses.some((seat) => seat.campusId === campusId))
      && (!(classId || grade) || one.classEnrollments.some((enrolled) => (!classId || enrolled.classId === classId) && (!grade || (enrolled.class.gradeId === grade && enrolled.class.academicYear.current))))
      && searchWords(search).every((word) => keys.some((key) => key.startsWith(word)))
  })
  const ids = found.map(({ id }) => id)
  return sort.descending ? ids.reverse() : ids
}

let schools: School[]
const grades: string[][] = []
const classes: string[][] = []

const first = ['Ana', 'Anaïs', 'Ben', 'Lina', 'Ólafur', 'Maria']
const last = ['Anders', 'Li', 'Lima', 'Márquez', 'Berg', 'Zz']

/** Twin organizations: students of both campuses, gone, in several classes, in none, in last year's, in classes they left. */
async function peopled({ db, north, south, yearId, gradeId, classId, otherClassId, people }: School, n: number) {
  const before = await db.academicYear.create({ data: { name: 'Before', startDate: new Date('2010-01-01'), endDate: new Date('2011-01-01') }, select: { id: true } })
  const grade = await db.grade.create({ data: { name: 'Another', code: 'A', sortOrder: 2 }, select: { id: true } })
  const made = async (name: string, campusId: string, gradeOf: string, academicYearId = yearId, classType: 'homeroom' | 'scheduled' = 'scheduled') =>
    (await db.class.create({ data: { name, campusId, gradeId: gradeOf, academicYearId, classType, homeroomTeacherId: name === 'Mine' ? people.teacher.staffId : null }, select: { id: true } })).id
  const more = [await made('Mine', north.id, grade.id), await made('Far', south.id, grade.id), await made('Old', north.id, gradeId, before.id), await made('Lab', north.id, gradeId, yearId, 'homeroom')]
  classes[n] = [classId, otherClassId, ...more]
  grades[n] = [gradeId, grade.id]
  await db.student.createMany({ data: Array.from({ length: 140 }, (_, i) => ({
    firstName: first[i % 6]!, lastName: last[(i * 5 + Math.trunc(i / 6)) % 6]!, studentNumber: `${['A', 'LI', 'li', 'Li'][i % 4]}-${(i * 37) % 1000}`, campusId: i % 3 ? north.id : south.id, status: i % 5 ? ('active' as const) : studentStatuses[i % 9]!,
  })) })
  const ids = (await db.student.findMany({ select: { id: true }, orderBy: { studentNumber: 'asc' }, take: 200 })).map(({ id }) => id)
  await db.classEnrollment.createMany({ data: ids.flatMap((studentId, i) => [i % 7, (i * 3) % 11].flatMap((c, j, both) => (classes[n]![c] && both.indexOf(c) === j ? [{ classId: classes[n]![c], studentId, enrolledOn: new Date('2020-02-02'), endedOn: (i + j) % 6 ? null : new Date('2021-01-01') }] : []))).filter(({ classId: c, studentId: s }) => !(c === classId || c === otherClassId) || ids.indexOf(s) < 120), skipDuplicates: true })
  await db.guardian.createMany({ data: ids.flatMap((studentId, i) => Array.from({ length: i % 4 }, (_, g) => ({ studentId, fullName: `G${i}-${g}`, relationship: 'mother' as const, primaryContact: g === i % 3 }))) })
  await db.student.deleteMany({ where: { id: { in: ids.filter((_, i) => i % 17 === 0) } } })
  await db.classEnrollment.deleteMany({ where: { studentId: { in: ids.filter((_, i) => i % 13 === 0) } } })
  await db.guardian.deleteMany({ where: { studentId: { in: ids.filter((_, i) => i % 19 === 0) } } })
}

beforeAll(async () => {
  schools = [await aSchool(), await aSchool()]
  for (const [n, school] of schools.entries()) await peopled(school, n)
}, 60_000)

const sometimes = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: undefined, freq: 2 })
const question = fc.record({
  who: fc.constantFrom(...people), at: fc.nat(1), switched: fc.boolean(), steps: fc.array(fc.constantFrom('next', 'previous'), { maxLength: 4 }), small: fc.boolean(),
  q: sometimes(fc.constantFrom('an', 'a', 'li', 'be', 'ana li', 'li ana a', 'márq', 'LI-', 'li-3', 'li-3 ana', 'a-', 'zz', 'first', 'last', 'nobody', '%')),
  sort: fc.constantFrom('name', '-name', 'number', '-number'), size: fc.constantFrom('50', '25', '100'),
  status: sometimes(fc.constantFrom('active', 'withdrawn', 'applicant')), campus: sometimes(fc.nat(2)), grade: sometimes(fc.nat(2)), class: sometimes(fc.nat(6)),
})

test('a list is what its filters, words, order, cursor and reach say', async () => {
  const seen = new Set<string>()
  let rowsSeen = 0
  const ctxs = await Promise.all(schools.map(async ({ as }) => Object.fromEntries(await Promise.all(people.map(async (who) => [who, await as(who)] as const))) as Record<(typeof people)[number], Ctx>))
  await fc.assert(fc.asyncProperty(question, async ({ who, at, switched, steps, small, campus, grade, class: klass, ...rest }) => {
    const school = schools[at]!
    const stranger = schools[1 - at]!
    const place = (i: number | undefined, own: string[], foreign: string) => (i === undefined ? undefined : (own[i] ?? foreign))
    const params: SearchParams = { ...rest, campus: place(campus, [school.north.id, school.south.id], stranger.north.id), grade: place(grade, grades[at]!, grades[1 - at]![0]!), class: place(klass, classes[at]!, classes[1 - at]![0]!) }
    const ctx: Ctx = switched ? { ...ctxs[at]![who], campus: ctxs[at]![who].campuses[0] ?? null } : ctxs[at]![who]
    let query = { ...parseList(studentList, params), ...(small ? { size: 7 } : {}) }
    const whole = await asked(ctx, query)
    let from = 0
    for (const step of ['next', ...steps, null]) {
      const page = await listStudents(ctx, query)
      expect(page.rows.map(({ id }) => id)).toEqual(whole.slice(from, from + query.size))
      expect([page.total, page.capped]).toEqual([whole.length, false])
      rowsSeen += page.rows.length
      seen.add(`${who}${page.rows.length > 0}${query.after !== null}${query.before !== null}`)
      const cursor = step === 'next' ? page.next : step === 'previous' ? page.previous : null
      if (!cursor) break
      from = step === 'next' ? from + query.size : Math.max(0, from - query.size)
      query = { ...query, after: step === 'next' ? cursor : null, before: step === 'next' ? null : cursor }
    }
  }), { numRuns: 300 })
  expect(rowsSeen).toBeGreaterThan(500)
  for (const who of people) for (const place of ['falsefalse', 'truefalse', 'falsetrue']) expect([...seen]).toContain(`${who}true${place}`)
}, 180_000)

test('a count stops where nobody reads on', async () => {
  const { db, as, north } = await aSchool()
  await db.student.createMany({ data: Array.from({ length: 1_005 }, (_, i) => ({ campusId: north.id, studentNumber: `Q${i}`, firstName: 'Quinn', lastName: `Q${i}` })) })
  const page = await listStudents(await as('admin'), parseList(studentList, { q: 'q' }))
  expect([page.rows.length, page.total, page.capped]).toEqual([50, 1_000, true])
})
