import { beforeAll, describe, expect, test } from 'vitest'
import { aSchool } from '@/prisma/seed/a-school'
import { parseList } from '@/lib/platform/list'
import { beginsWith, searchWords } from './name'
import { searchPeople } from './search.server'
import { studentList } from './student'
import { listStudents } from './student.server'

type School = Awaited<ReturnType<typeof aSchool>>
let school: School
let stranger: School

const firstNames = ['Ana', 'Anaïs', 'Ben', 'Lina', 'Ólafur', 'Maria']
const lastNames = ['Anders', 'Li', 'Lima', 'Márquez', 'Berg']

beforeAll(async () => {
  ;[school, stranger] = [await aSchool(), await aSchool()]
  for (const { db, north, south } of [school, stranger]) {
    const people = firstNames.flatMap((firstName, i) => lastNames.map((lastName, j) => ({ firstName, lastName, campusId: (i + j) % 3 === 0 ? south.id : north.id, studentNumber: `LI-${i}${j}` })))
    await db.student.createMany({ data: people })
    await db.student.deleteMany({ where: { studentNumber: 'LI-01' } })
    await db.staff.createMany({ data: people.map(({ studentNumber, ...person }) => ({ ...person, employeeNumber: `E${studentNumber}`, staffType: 'teacher' as const })) })
  }
})

describe('search', () => {
  /** The same question in Prisma's words: by nature slow, by nature right. */
  const asked = (text: string) => searchWords(text).map((word) => ({ OR: [{ lastNameKey: beginsWith(word) }, { firstNameKey: beginsWith(word) }, { studentNumber: beginsWith(word.toUpperCase()) }] }))
  const order = [{ lastNameKey: 'asc' as const }, { firstNameKey: 'asc' as const }, { id: 'asc' as const }]

  test.each(['an', 'li', 'be', 'ana li', 'li ana', 'márq', 'LI-', 'li-3', 'li-3 ana', 'zz', 'first last'])('finds the first by name: %s', async (text) => {
    for (const who of ['admin', 'director', 'teacher'] as const) {
      const ctx = await school.as(who)
      const wanted = await ctx.db.student.findMany({ where: { AND: asked(text) }, orderBy: order, take: 6, select: { studentNumber: true } })
      const staff = await ctx.db.staff.findMany({ where: { AND: searchWords(text).map((word) => ({ OR: [{ lastNameKey: beginsWith(word) }, { firstNameKey: beginsWith(word) }] })) }, orderBy: order, take: 6, select: { employeeNumber: true } })
      const found = await searchPeople(ctx, text)
      expect(found.students.map(({ id }) => id)).toEqual(wanted.map(({ studentNumber }) => studentNumber))
      expect(found.staff.map(({ id }) => id)).toEqual(ctx.can('READ_STAFF') ? staff.map(({ employeeNumber }) => employeeNumber) : [])
    }
  })

  test('shows no table that may not be read', async () => {
    const ctx = await school.as('admin')
    const only = (permission: string) => ({ ...ctx, can: (asked: string) => asked === permission })
    expect(await searchPeople(only('READ_STAFF'), 'ana')).toMatchObject({ students: [], staff: expect.arrayContaining([expect.objectContaining({ label: 'Ana Berg' })]) })
    expect(await searchPeople(only('READ_STUDENTS'), 'ana')).toMatchObject({ staff: [] })
    expect(await searchPeople(only('NOTHING'), 'ana')).toEqual({ students: [], staff: [] })
  })
})

test('where more numbers begin alike than are sorted, the first by name are found all the same', async () => {
  const { db, as } = await aSchool()
  const { id: campusId } = await db.campus.findFirstOrThrow({ select: { id: true } })
  await db.student.createMany({ data: Array.from({ length: 520 }, (_, i) => ({ campusId, studentNumber: `Q${1000 + i}`, firstName: 'Someone', lastName: `Z${String(520 - i).padStart(3, '0')}` })) })
  expect((await searchPeople(await as('admin'), 'q1')).students.map(({ id }) => id)).toEqual(['Q1519', 'Q1518', 'Q1517', 'Q1516', 'Q1515', 'Q1514'])
})

test('a list shows class, campus and guardian of its students, as far as one sees', async () => {
  const list = async (who: 'admin' | 'director' | 'teacher') => (await listStudents(await school.as(who), parseList(studentList, { q: 'first' }))).rows
  const { mark } = school
  const own = { className: `Own ${mark}`, campusName: `North ${mark}`, guardian: `Guardian1${mark}` }
  const names = { admin: 6, director: 5, teacher: 5 }
  for (const [who, students] of Object.entries(names)) {
    const rows = await list(who as keyof typeof names)
    expect(rows).toHaveLength(students)
    expect(rows[0]).toMatchObject(own)
  }
  // A class of another campus stays unseen beside a student of one's own.
  const enrolled = { classId: school.otherClassId, studentId: school.studentIds[0]!, enrolledOn: new Date('2020-01-01') }
  await school.db.classEnrollment.deleteMany({ where: { studentId: enrolled.studentId } })
  await school.db.classEnrollment.create({ data: enrolled })
  const classOf = async (who: 'admin' | 'director') => (await list(who)).find(({ id }) => id === enrolled.studentId)?.className
  expect(await classOf('admin')).toBe(`Other ${mark}`)
  expect(await classOf('director')).toBeNull()
})
