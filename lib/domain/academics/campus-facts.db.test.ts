import { expect, test } from 'vitest'
import { aSchool } from '@/prisma/seed/a-school'
import { aLesson } from '@/lib/domain/attendance/a-submission'
import { todayIn } from '@/lib/platform/clock.server'
import { daysAfter } from '@/lib/platform/time'
import { findBell, getCampusFacts } from './campus-facts.server'

test('a campus counts its own classes and people, and a director no others', async () => {
  const school = await aSchool()
  await school.db.academicYear.updateMany({ where: { id: school.yearId }, data: { current: true } })
  await school.db.class.updateMany({ where: { id: { in: [school.classId, school.otherClassId] } }, data: { status: 'active' } })
  const admin = await school.as('admin')
  const at = (id: string) => getCampusFacts({ ...admin, campus: admin.campuses.find((campus) => campus.id === id)! })
  expect(await at(school.north.id)).toEqual({ students: 5, classes: 1, staff: 6 })
  expect(await at(school.south.id)).toEqual({ students: 1, classes: 1, staff: 0 })
  expect(await getCampusFacts({ ...admin, campus: null })).toEqual({ students: null, classes: 2, staff: 6 })
  expect(await getCampusFacts({ ...(await school.as('director')), campus: null })).toEqual({ students: null, classes: 1, staff: 6 })
})

test('the bell says which lesson is on, else which is next, and nothing after the last or on another weekday', async () => {
  const school = await aSchool()
  const date = todayIn('UTC')
  await aLesson(school, { startsAt: '08:30', endsAt: '09:20' })
  await aLesson(school, { startsAt: '09:25', endsAt: '10:15' })
  const admin = await school.as('admin')
  const ctx = { ...admin, campus: admin.campuses.find(({ id }) => id === school.north.id)! }
  expect(await findBell(ctx, { date, time: '08:00' })).toEqual({ number: 1, of: 2, startsAt: '08:30', endsAt: '09:20', isOn: false })
  expect(await findBell(ctx, { date, time: '09:20' })).toMatchObject({ number: 2, isOn: false })
  expect(await findBell(ctx, { date, time: '09:25' })).toMatchObject({ number: 2, isOn: true })
  expect(await findBell(ctx, { date, time: '10:15' })).toBeNull()
  expect(await findBell(ctx, { date: daysAfter(date, 1), time: '09:00' })).toBeNull()
  expect(await findBell({ ...admin, campus: null }, { date, time: '09:00' })).toBeNull()
})
