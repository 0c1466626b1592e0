import { expect, test } from 'vitest'
import { asOwner } from '@/prisma/seed/organization'
import { familyNames, givenNames } from '@/prisma/seed/names'
import { aSchool } from '@/prisma/seed/a-school'
import { parseList } from '@/lib/platform/list'
import { searchKey } from './name'
import { searchPeople } from './search.server'
import { studentList } from './student'
import { listStudents } from './student.server'

test('the browser’s idea of a name is the database’s', async () => {
  const names = [...givenNames, ...familyNames, 'Wałęsa', 'Sørensen', 'Straße', 'Ægir', 'Đỗ', 'İlker', 'Þóra', 'O’Brien']
  const { rows } = await asOwner((owner) => owner.query<{ key: string }>('SELECT search_key(n) AS key FROM unnest($1::text[]) WITH ORDINALITY AS u (n, i) ORDER BY i', [names]))
  expect(names.map(searchKey)).toEqual(rows.map(({ key }) => key))
})

test('people are found by the start of any name or number, without accents, and only one’s own', async () => {
  const [school, other] = [await aSchool(), await aSchool()]
  const make = (db: typeof school.db, campusId: string) => db.student.create({ data: { studentNumber: 'ZX-4711', firstName: 'Łucja', lastName: 'Señora-Wałęsa', campusId } })
  await make(school.db, school.north.id)
  await make(other.db, other.north.id)
  const director = await school.as('director')
  for (const q of ['lucja', 'senora luc', 'ZX-47', 'zx-4711', 'luc zx']) {
    expect((await listStudents(director, parseList(studentList, { q }))).rows.map(({ firstName }) => firstName), q).toEqual(['Łucja'])
    expect((await searchPeople(director, q)).students, q).toHaveLength(1)
  }
  for (const q of ['walesa', 'x-4711', '%', '_', "' OR 1=1 --"]) expect((await listStudents(director, parseList(studentList, { q }))).rows, q).toEqual([])
  expect(await searchPeople(director, 'l')).toEqual({ students: [], staff: [] })
})
