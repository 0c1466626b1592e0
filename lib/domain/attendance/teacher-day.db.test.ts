import { beforeEach, expect, test } from 'vitest'
import { aSchool } from '@/prisma/seed/a-school'
import { todayIn } from '@/lib/platform/clock.server'
import { toDate } from '@/lib/platform/time'
import { aLesson, campusRules, submissionTo } from './a-submission'
import { getTeacherDay } from './day.server'
import { submitRegister } from './register.server'

let school: Awaited<ReturnType<typeof aSchool>>
const today = todayIn('UTC')
const day = async (who: 'teacher' | 'assistant' | 'director' = 'teacher') => getTeacherDay(await school.as(who))

beforeEach(async () => {
  school = await aSchool()
})

test('a homeroom’s register is missing until it is taken', async () => {
  await campusRules(school)
  expect((await day()).missing).toMatchObject({ classId: school.classId, students: 5, period: null })
  await submitRegister(await school.as('teacher'), submissionTo(school)())
  expect(await day()).toMatchObject({ missing: null, classes: [{ taken: true }] })
})

test('where registers are taken by lesson, a lesson that is over without one is missing', async () => {
  await campusRules(school, { registerMode: 'period' })
  const periodId = await aLesson(school, { startsAt: '00:00', endsAt: '00:01' })
  expect((await day()).missing).toMatchObject({ classId: school.classId, period: { id: periodId, startsAt: '00:00' } })
  await submitRegister(await school.as('teacher'), submissionTo(school)({}, { periodId }))
  expect((await day()).missing).toBeNull()
})

test('on a day off nobody teaches and nothing is missing', async () => {
  const { db } = school
  await campusRules(school)
  await aLesson(school, { startsAt: '00:00', endsAt: '23:59' })
  expect((await day()).periods).toHaveLength(1)
  await db.specialDay.create({ data: { date: toDate(today), kind: 'early_dismissal', title: 'Short' } })
  expect((await day()).periods).toHaveLength(1)
  await db.specialDay.create({ data: { date: toDate(today), kind: 'holiday', title: 'Free', campusId: school.north.id } })
  expect(await day()).toMatchObject({ periods: [], missing: null, now: null, classes: [{ isDue: false }] })
})

test('an assistant sees the class she helps in, and whoever teaches nothing sees nothing', async () => {
  await campusRules(school)
  expect(await day('assistant')).toMatchObject({ missing: null, classes: [{ classId: school.classId, isDue: false }] })
  expect(await day('director')).toMatchObject({ now: null, missing: null, next: null, periods: [], classes: [] })
})
