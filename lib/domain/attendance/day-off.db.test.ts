import { expect, test } from 'vitest'
import { aSchool } from '@/prisma/seed/a-school'
import { todayIn } from '@/lib/platform/clock.server'
import { daysAfter, toDate } from '@/lib/platform/time'
import { aLesson, campusRules } from './a-submission'
import { findDayOff } from './day.server'

test('on a day off a teacher is told the school days around it and what she teaches on the next; on a school day nothing', async () => {
  const school = await aSchool()
  const [today, tomorrow] = [todayIn('UTC'), daysAfter(todayIn('UTC'), 1)]
  await campusRules(school)
  await aLesson(school, { date: tomorrow, startsAt: '08:30', endsAt: '09:20' })
  expect(await findDayOff(await school.as('teacher'))).toBeNull()
  await school.db.specialDay.create({ data: { date: toDate(today), kind: 'holiday', title: 'Free', campusId: school.north.id } })
  expect(await findDayOff(await school.as('teacher'))).toMatchObject({ last: daysAfter(today, -1), next: tomorrow, periods: [{ startsAt: '08:30', classId: school.classId }] })
  expect(await findDayOff(await school.as('director'))).toMatchObject({ next: tomorrow, periods: [] })
})
