import { expect, test } from 'vitest'
import { aSchool } from '@/prisma/seed/a-school'
import { nowIn, setClock, todayIn } from '@/lib/platform/clock.server'
import { daysAfter, isoWeekdayOf } from '@/lib/platform/time'
import { aLesson, campusRules, submissionTo } from './a-submission'
import { getDay, getTeacherDay } from './day.server'
import { getRegister, submitRegister } from './register.server'

// A leap day, the last and the first minutes of a year, and days on which a zone changes its clocks.
test.each([
  ['America/New_York', '2028-02-29T09:35:00-05:00', '2028-02-29', '09:35'],
  ['Asia/Karachi', '2026-12-31T23:50:00+05:00', '2026-12-31', '23:50'],
  ['Pacific/Auckland', '2027-01-01T00:10:00+13:00', '2027-01-01', '00:10'],
  ['America/New_York', '2026-03-08T03:10:00-04:00', '2026-03-08', '03:10'],
  ['America/New_York', '2026-11-01T23:30:00-05:00', '2026-11-01', '23:30'],
  ['Pacific/Auckland', '2026-09-27T03:10:00+13:00', '2026-09-27', '03:10'],
])('in %s at %s a school is on %s: its register is taken, and the next day it is yesterday’s', async (timeZone, instant, date, time) => {
  setClock(instant)
  expect(nowIn(timeZone)).toEqual({ date, time, isoWeekday: isoWeekdayOf(date) })
  const school = await aSchool({ timeZone })
  await campusRules(school)
  await aLesson(school, { date, startsAt: '00:00', endsAt: '23:59' })
  const [teacher, director] = [await school.as('teacher'), await school.as('director')]
  expect(await getTeacherDay(teacher)).toMatchObject({ here: { date }, now: { startsAt: '00:00' }, missing: { classId: school.classId } })

  const asked = { classId: school.classId, date: null, periodId: null }
  expect(await getRegister(teacher, asked)).toMatchObject({ key: { date }, isSchoolDay: true, editable: true, taken: null })
  const { version } = await submitRegister(teacher, submissionTo(school)({ 0: 'absent_unexcused' }, { date }))
  expect(await getDay(director)).toMatchObject({ date, today: date, campuses: [{ isOpen: true, registersDue: 1, registersTaken: 1, absent: 1 }] })

  setClock(new Date(Date.parse(instant) + 24.5 * 3_600_000).toISOString())
  const next = todayIn(timeZone)
  expect(daysAfter(date, 1) <= next && next <= daysAfter(date, 2)).toBe(true)
  expect(await getDay(director)).toMatchObject({ date: next, campuses: [{ registersDue: 1, registersTaken: 0, absent: 0 }], history: [{ date }] })
  await expect(submitRegister(teacher, submissionTo(school)({}, { date, seen: version }))).rejects.toMatchObject({ message: 'attendance.refusals.locked' })
})
