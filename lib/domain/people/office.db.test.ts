import { expect, test } from 'vitest'
import { aSchool } from '@/prisma/seed/a-school'
import { getGaps } from './office.server'

test('students without class or guardian are found, at the campus that is looked at, and only by whom they concern', async () => {
  const school = await aSchool()
  const registrar = await school.as('registrar')
  expect(await getGaps({ ...registrar, campus: null })).toMatchObject({ withoutClass: { count: 0, first: [] }, withoutGuardian: { count: 0 } })
  const [gone, orphan] = school.studentIds as [string, string]
  await school.db.classEnrollment.updateMany({ where: { studentId: gone }, data: { endedOn: new Date('2020-02-01') } })
  await school.db.guardian.deleteMany({ where: { studentId: orphan } })
  const gaps = await getGaps({ ...registrar, campus: null })
  expect(gaps.withoutClass).toMatchObject({ count: 1, isMore: false, first: [{ id: gone }] })
  expect(gaps.withoutGuardian).toMatchObject({ count: 1, first: [{ id: orphan }] })
  const south = registrar.campuses.find(({ id }) => id === school.south.id)!
  expect(await getGaps({ ...registrar, campus: south })).toMatchObject({ withoutClass: { count: 0 }, withoutGuardian: { count: 0 } })
  await school.db.student.updateMany({ where: { id: { in: [gone, orphan] } }, data: { status: 'withdrawn' } })
  expect(await getGaps({ ...registrar, campus: null })).toMatchObject({ withoutClass: { count: 0 }, withoutGuardian: { count: 0 } })
  expect((await getGaps({ ...(await (await aSchool()).as('registrar')), campus: null })).withoutClass.first).toEqual([])
})
