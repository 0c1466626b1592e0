import { beforeAll, describe, expect, test } from 'vitest'
import { aSchool } from '@/prisma/seed/a-school'
import { parseList } from '@/lib/platform/list'
import { searchWords } from './name'
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
    const people = firstNames.flatMap((firstName, i) => lastNames.map((lastName, j) => ({ firstName, lastName, campusId: (i + j) % 3 === 0 ? south.id : north.id, studentNumber: `${j % 2 ? 'LI' : 'Li'}-${i}${j}` })))
    await db.student.createMany({ data: people })
    await db.student.deleteMany({ where: { studentNumber: 'LI-01' } })
    await db.staff.createMany({ data: people.map(({ studentNumber, ...person }) => ({ ...person, employeeNumber: `E${studentNumber}`, staffType: 'teacher' as const })) })
  }
})

describe('search', () => {
  type Person = { firstNameKey: string | null; lastNameKey: string | null; number: string }
  /** The same, read row by row: each word begins a name or the number; whoever has it in the family name comes first. */
  const expected = (people: readonly Person[], text: string) => {
    const words = searchWords(text).sort((a, b) => b.length - a.length)
    const keys = (person: Person) => [person.lastNameKey ?? '', person.firstNameKey ?? '', person.number.toLowerCase()]
    const place = (person: Person) => keys(person).findIndex((key, i) => key.startsWith(words[0]!) && (i === 2 || !/\d/.test(words[0]!)))
    const order = (person: Person) => { const [last, first, number] = keys(person); return [place(person), ...(place(person) === 0 ? [last, first] : place(person) === 1 ? [first, last] : [number])].join('\0') }
    return people.filter((person) => place(person) >= 0 && words.every((word) => keys(person).some((key) => key.startsWith(word)))).map((person) => ({ person, at: order(person) })).sort((a, b) => (a.at < b.at ? -1 : 1)).slice(0, 6).map(({ person }) => person.number)
  }
  const keys = { firstNameKey: true, lastNameKey: true } as const

  test.each(['an', 'li', 'be', 'ana li', 'li ana', 'márq', 'LI-', 'li-3', 'li-3 ana', 'zz', 'first last'])('finds the first: %s', async (text) => {
    for (const who of ['admin', 'director', 'teacher'] as const) {
      const ctx = await school.as(who)
      const students = (await ctx.db.student.findMany({ select: { ...keys, studentNumber: true }, orderBy: { id: 'asc' } })).map(({ studentNumber, ...names }) => ({ ...names, number: studentNumber }))
      const staff = (await ctx.db.staff.findMany({ select: { ...keys, employeeNumber: true }, orderBy: { id: 'asc' } })).map(({ employeeNumber, ...names }) => ({ ...names, number: employeeNumber }))
      const found = await searchPeople(ctx, text)
      expect(found.students.map(({ id }) => id)).toEqual(expected(students, text))
      expect(found.staff.map(({ id }) => id)).toEqual(ctx.can('READ_STAFF') ? expected(staff, text) : [])
    }
  })

  test('one slip of the finger still finds somebody, when nobody is called that', async () => {
    const ctx = await school.as('admin')
    for (const typed of ['marqeuz maria', 'Marquz Maria', 'lina marqquez', 'Olafur andesr']) expect((await searchPeople(ctx, typed)).students.length, typed).toBeGreaterThan(0)
    expect((await searchPeople(ctx, 'marqeuz maria')).students[0]).toMatchObject({ label: 'Maria Márquez' })
    expect((await searchPeople(await stranger.as('teacher'), 'marqeuz maria')).students).toEqual([])
  })

  test('shows no table that may not be read', async () => {
    const ctx = await school.as('admin')
    const only = (permission: string) => ({ ...ctx, can: (asked: string) => asked === permission })
    expect(await searchPeople(only('READ_STAFF'), 'ana')).toMatchObject({ students: [], staff: expect.arrayContaining([expect.objectContaining({ label: 'Ana Berg' })]) })
    expect(await searchPeople(only('READ_STUDENTS'), 'ana')).toMatchObject({ staff: [] })
    expect(await searchPeople(only('NOTHING'), 'ana')).toEqual({ students: [], staff: [] })
  })
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
