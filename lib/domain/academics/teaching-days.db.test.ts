import { beforeEach, expect, test } from 'vitest'
import { aSchool } from '@/prisma/seed/a-school'
import { todayIn } from '@/lib/platform/clock.server'
import { daysAfter, toDate } from '@/lib/platform/time'
import { changeTeachers } from './teaching-days.server'

let school: Awaited<ReturnType<typeof aSchool>>
const today = todayIn('UTC')
beforeEach(async () => {
  school = await aSchool()
})

const teaches = (who: 'teacher' | 'assistant', from: string | null, until: string | null) =>
  school.db.classTeacher.create({ data: { classId: school.classId, staffId: school.people[who].staffId, startsOn: from && toDate(from), endsOn: until && toDate(until) } })
const teachers = async () => {
  const { homeroomTeacherId } = await school.db.class.findFirstOrThrow({ where: { id: school.classId } })
  const { teacherId } = await school.db.classSubject.findFirstOrThrow({ where: { id: school.classSubjectId } })
  return [homeroomTeacherId, teacherId]
}

test('a class and its subject go over to the teacher whose days have come, once, with a line in its history', async () => {
  const { teacher, assistant } = school.people
  await teaches('teacher', null, daysAfter(today, -2))
  await teaches('assistant', daysAfter(today, -1), null)
  expect(await changeTeachers(school.db)).toBe(2)
  expect(await teachers()).toEqual([assistant.staffId, assistant.staffId])
  expect(await changeTeachers(school.db)).toBe(0)
  expect(await school.db.auditEvent.findFirst({ where: { entity: 'classes', entityId: school.classId } })).toMatchObject({ actorId: null, before: { homeroomTeacherId: teacher.staffId } })
})
test('nobody follows before their day, nor somebody who was chosen by hand, nor where nobody is named', async () => {
  const { teacher } = school.people
  await teaches('assistant', daysAfter(today, 2), null)
  expect(await changeTeachers(school.db)).toBe(0)
  await teaches('assistant', daysAfter(today, -9), daysAfter(today, -5))
  expect(await changeTeachers(school.db)).toBe(0)
  await teaches('teacher', null, daysAfter(today, -3))
  expect(await changeTeachers(school.db)).toBe(0)
  expect(await teachers()).toEqual([teacher.staffId, teacher.staffId])
  const stranger = await aSchool()
  expect(await changeTeachers(stranger.db)).toBe(0)
})
