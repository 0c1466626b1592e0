import fc from 'fast-check'
import { beforeAll, expect, test } from 'vitest'
import { aSchool } from '@/prisma/seed/a-school'
import { asOwner } from '@/prisma/seed/organization'
import type { Ctx } from '@/lib/platform/context'
import { paged, parseList, type ListQuery, type SearchParams } from '@/lib/platform/list'
import { beginsWith, searchWords } from './name'
import { studentList, studentStatuses } from './student'
import { listStudents } from './student.server'

type School = Awaited<ReturnType<typeof aSchool>>
type Query = ListQuery<typeof studentList>
const people = ['admin', 'director', 'teacher'] as const

/** What the list is, in Prisma's words: by nature slow, fenced by the client itself. */
function asked({ db, campus }: Ctx, query: Query) {
  const { status, campus: campusId = campus?.id, grade, class: classId } = query.filters
  const enrolled = { endedOn: null, ...(classId ? { classId } : {}), ...(grade ? { class: { gradeId: grade, academicYear: { current: true } } } : {}) }
  const where = {
    ...(status ? { status } : {}), ...(campusId ? { campusId } : {}), ...(classId || grade ? { classEnrollments: { some: enrolled } } : {}),
    AND: searchWords(query.search).map((word) => ({ OR: [{ lastNameKey: beginsWith(word) }, { firstNameKey: beginsWith(word) }, { studentNumber: beginsWith(word.toUpperCase()) }] })),
  }
  const order = { primaryContact: 'desc' as const }
  return paged(query, {
    countCap: 1_000,
    count: () => db.student.count({ where, take: 1_000 }),
    rows: async (keyset) => {
      const found = await db.student.findMany({
        where: { AND: [where, keyset.where] }, orderBy: keyset.orderBy, take: keyset.take,
        select: {
          id: true, studentNumber: true, firstName: true, lastName: true, firstNameKey: true, lastNameKey: true, status: true, campus: { select: { name: true } },
          guardians: { select: { fullName: true }, orderBy: [order, { id: 'asc' }], take: 1 },
          classEnrollments: { where: { endedOn: null, class: { academicYear: { current: true } } }, select: { class: { select: { name: true } } }, orderBy: [{ class: { classType: 'asc' } }, { id: 'asc' }], take: 1 },
        },
      })
      return found.map(({ campus: { name }, guardians, classEnrollments, ...row }) => ({ ...row, campusName: name, className: classEnrollments[0]?.class.name ?? null, guardian: guardians[0]?.fullName ?? null }))
    },
  })
}

let schools: School[]
const grades: string[][] = []
const classes: string[][] = []

const first = ['Ana', 'Anaïs', 'Ben', 'Lina', 'Ólafur', 'Maria']
const last = ['Anders', 'Li', 'Lima', 'Márquez', 'Berg', 'Zz']
const someday = new Date('2020-01-01')

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
    firstName: first[i % 6]!, lastName: last[(i * 5 + Math.trunc(i / 6)) % 6]!, studentNumber: `${i % 4 ? 'LI' : 'A'}-${(i * 37) % 1000}`, campusId: i % 3 ? north.id : south.id, status: i % 5 ? ('active' as const) : studentStatuses[i % 9]!,
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
    for (const step of ['next', ...steps, null]) {
      const page = await listStudents(ctx, query)
      expect(page).toEqual(await asked(ctx, query))
      rowsSeen += page.rows.length
      seen.add(`${who}${page.rows.length > 0}${query.after !== null}${query.before !== null}`)
      const cursor = step === 'next' ? page.next : step === 'previous' ? page.previous : null
      if (!cursor) break
      query = { ...query, after: step === 'next' ? cursor : null, before: step === 'next' ? null : cursor }
    }
  }), { numRuns: 300 })
  expect(rowsSeen).toBeGreaterThan(1_000)
  for (const who of people) for (const place of ['falsefalse', 'truefalse', 'falsetrue']) expect([...seen]).toContain(`${who}true${place}`)
}, 180_000)

test('where more are found than are counted, the first in order are found all the same', async () => {
  const { db, as, classId, gradeId, yearId, people: { teacher } } = await aSchool()
  const { campusId } = await db.class.findFirstOrThrow({ where: { id: classId }, select: { campusId: true } })
  await db.student.createMany({ data: Array.from({ length: 2_300 }, (_, i) => ({ campusId, studentNumber: `Q${(i * 7919) % 2300 + 1000}`, firstName: i % 2 ? 'Someone' : 'Quinn', lastName: `${i % 9 ? 'Z' : 'Qu'}${String((i * 31) % 2300)}` })) })
  const wide = await db.class.create({ data: { name: 'Wide', campusId, gradeId, academicYearId: yearId, homeroomTeacherId: teacher.staffId }, select: { id: true } })
  const ids = await db.student.findMany({ where: { studentNumber: { startsWith: 'Q' } }, select: { id: true }, take: 3_000 })
  await db.classEnrollment.createMany({ data: ids.slice(0, 2_000).map(({ id }) => ({ classId: wide.id, studentId: id, enrolledOn: someday })) })
  // Without it Prisma's query, which the list is compared with, takes seconds.
  await asOwner((owner) => owner.query('ANALYZE'))
  for (const who of people) {
    const ctx = await as(who)
    for (const params of [{ q: 'q' }, { q: 'q1' }, { q: 'z' }, { q: 's z' }, { q: 'qu' }, { class: wide.id }, { grade: gradeId }, { grade: gradeId, q: 'q' }, {}]) {
      for (const sort of ['name', '-name', 'number', '-number']) {
        const query = parseList(studentList, { ...params, sort })
        const page = await listStudents(ctx, query)
        expect(page, JSON.stringify(query)).toEqual(await asked(ctx, query))
        const next = { ...query, after: page.next }
        expect(await listStudents(ctx, next)).toEqual(await asked(ctx, next))
      }
    }
  }
}, 120_000)
