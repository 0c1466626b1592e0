import { beforeAll, expect, test } from 'vitest'
import { getGaps } from '@/lib/domain/people/office.server'
import { todayIn } from '@/lib/platform/clock.server'
import type { Ctx } from '@/lib/platform/context'
import { daysAfter, toDate } from '@/lib/platform/time'
import { aSchool } from '@/prisma/seed/a-school'
import { getClass } from './class-record.server'
import { listClassStudents } from './enrollment.server'
import { getClassOverview, getStudentOverview } from './overviews.server'

let school: Awaited<ReturnType<typeof aSchool>>
let admin: Ctx
let director: Ctx
beforeAll(async () => {
  school = await aSchool()
  ;[admin, director] = [await school.as('admin'), await school.as('director')]
})

test('who is on roll, by grade, and whose birthday comes; a director counts the own campus', async () => {
  const before = await getStudentOverview(admin)
  expect(before.onRoll).toBe(await admin.db.student.count({ where: { status: { in: ['active', 'on_leave', 'suspended'] } } }))
  const id = school.studentIds[0]!
  const today = todayIn(admin.timeZone)
  const tomorrow = daysAfter(today, 1)
  await admin.db.student.updateMany({ where: { id }, data: { status: 'on_leave', dateOfBirth: toDate(`2016-${tomorrow.slice(5) === '02-29' ? '03-01' : tomorrow.slice(5)}`), enrollmentDate: toDate(today) } })
  const after = await getStudentOverview(admin)
  expect(after).toMatchObject({ onRoll: before.onRoll, onLeave: before.onLeave + 1 })
  expect(after.birthdays.map((one) => one.id)).toContain(id)
  expect(after.arrivals.at(-1)).toEqual({ month: today.slice(0, 7), count: (before.arrivals.at(-1)?.count ?? 0) + 1 })
  expect((await getStudentOverview(director)).onRoll).toBe(await director.db.student.count({ where: { status: { in: ['active', 'on_leave', 'suspended'] } } }))
  expect((await getStudentOverview(director)).onRoll).toBeLessThan(after.onRoll)
})

test('a class counts who is in it; whoever only waits for a place is in none', async () => {
  const before = await getClassOverview(admin)
  const place = await admin.db.classEnrollment.findFirst({ where: { endedOn: null, status: 'active', student: { status: 'active' } }, orderBy: { id: 'asc' } })
  const others = await admin.db.classEnrollment.count({ where: { studentId: place!.studentId, endedOn: null, id: { not: place!.id } } })
  // Whose last day is settled is in it until then.
  await admin.db.classEnrollment.updateMany({ where: { id: place!.id }, data: { status: 'withdrawn', endedOn: toDate(todayIn(admin.timeZone)) } })
  expect(await getClassOverview(admin)).toMatchObject({ unplaced: before.unplaced, fills: before.fills })
  expect((await getGaps({ ...admin, campus: null })).withoutClass.first.map(({ id }) => id)).not.toContain(place!.studentId)
  const { here } = await listClassStudents(admin, place!.classId, todayIn(admin.timeZone))
  expect((await getClass(admin, place!.classId)).students).toBe(here.length)
  await admin.db.classEnrollment.updateMany({ where: { id: place!.id }, data: { status: 'waitlisted', endedOn: null } })
  const after = await getClassOverview(admin)
  expect(after.unplaced).toBe(before.unplaced + (others === 0 ? 1 : 0))
  const students = (overview: typeof before) => overview.fills.find(({ id }) => id === place!.classId)?.students
  expect(students(after)).toBe((students(before) ?? 0) - 1)
})
