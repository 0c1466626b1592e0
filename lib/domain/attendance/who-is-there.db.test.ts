import { beforeEach, describe, expect, test } from 'vitest'
import { aSchool } from '@/prisma/seed/a-school'
import { todayIn } from '@/lib/platform/clock.server'
import { parseList } from '@/lib/platform/list'
import { daysAfter, toDate } from '@/lib/platform/time'
import { studentList } from '@/lib/domain/people/student'
import { listStudents } from '@/lib/domain/people/student.server'
import { searchPeople } from '@/lib/domain/people/search.server'
import { campusRules, submissionTo } from './a-submission'
import { getDay } from './day.server'
import { registerList } from './lists'
import { getRegister, submitRegister } from './register.server'
import { listRegisters } from './registers.server'
import { getTeacherDay } from './teacher-day.server'

type School = Awaited<ReturnType<typeof aSchool>>
let school: School
const today = todayIn('UTC')
const yesterday = daysAfter(today, -1)
const anyWeekday = () => campusRules(school, { editableDays: 30 })

beforeEach(async () => {
  school = await aSchool()
})

const listed = async (date = today) => (await getRegister(await school.as('director'), { classId: school.classId, date, periodId: null })).students.map(({ id }) => id)
const due = async () => (await getDay(await school.as('director'))).all.registersDue

describe('a register lists who is there', () => {
  test('not who has left with a seat still open, and who left on a day until that day', async () => {
    const [first, second] = school.studentIds as [string, string]
    await school.db.student.updateMany({ where: { id: { in: [first, second] } }, data: { status: 'withdrawn' } })
    await school.db.classEnrollment.updateMany({ where: { studentId: second }, data: { endedOn: toDate(yesterday) } })
    expect(await listed()).toEqual(school.studentIds.slice(2))
    expect(await listed(yesterday)).toEqual(school.studentIds.slice(1))
  })
  test('not who is still to come, nor who is only asking for a place', async () => {
    const [first, second, third] = school.studentIds as [string, string, string]
    await school.db.student.update({ where: { id: first }, data: { status: 'applicant' } })
    await school.db.student.update({ where: { id: second }, data: { status: 'expected', enrollmentDate: toDate(daysAfter(today, 1)) } })
    await school.db.student.update({ where: { id: third }, data: { enrollmentDate: toDate(today) } })
    expect(await listed()).toEqual(school.studentIds.slice(2))
    expect(await listed(yesterday)).toEqual(school.studentIds.slice(3))
    await anyWeekday()
    const marks = submissionTo(school)({}).marks
    await expect(submitRegister(await school.as('director'), submissionTo(school)({}, { marks }))).rejects.toMatchObject({ message: 'attendance.refusals.listChanged' })
    await submitRegister(await school.as('director'), submissionTo(school)({}, { marks: marks.slice(2) }))
  })
})

describe('a register is due', () => {
  beforeEach(anyWeekday)
  test('between the days of its class only, and when somebody sits in it', async () => {
    expect(await due()).toBe(1)
    await school.db.class.update({ where: { id: school.classId }, data: { endsOn: toDate(yesterday) } })
    expect(await due()).toBe(0)
    expect((await getTeacherDay(await school.as('teacher'))).classes).toEqual([])
    await school.db.class.update({ where: { id: school.classId }, data: { endsOn: null, startsOn: toDate(today), status: 'planned' } })
    expect(await due()).toBe(1)
    await school.db.student.updateMany({ where: { id: { in: school.studentIds } }, data: { status: 'graduated' } })
    expect(await due()).toBe(0)
    expect((await listRegisters(await school.as('director'), parseList(registerList, {}))).rows).toEqual([])
  })
})

describe('the register of an earlier day shows who taught then', () => {
  beforeEach(anyWeekday)
  const teachers = async (date: string) => (await listRegisters(await school.as('director'), parseList(registerList, { date }))).rows.map(({ teacher }) => teacher)
  test('also when somebody else teaches the class now', async () => {
    const { teacher, assistant } = school.people
    const name = (who: string) => `${who} Staff${school.mark}`
    await submitRegister(await school.as('director'), submissionTo(school)({}, { date: yesterday }))
    await school.db.class.update({ where: { id: school.classId }, data: { homeroomTeacherId: assistant.staffId } })
    expect(await teachers(yesterday)).toEqual([name('teacher')])
    expect(await teachers(today)).toEqual([name('assistant')])
    const longAgo = daysAfter(today, -40)
    expect(await teachers(longAgo)).toEqual([name('assistant')])
    await school.db.classTeacher.create({ data: { classId: school.classId, staffId: teacher.staffId, endsOn: toDate(daysAfter(today, -30)) } })
    expect(await teachers(longAgo)).toEqual([name('teacher')])
  })
})

test('a student with a seat at another campus is found by both directors', async () => {
  await school.db.student.update({ where: { id: school.otherStudentId }, data: { lastName: 'Zander' } })
  const director = await school.as('director')
  const found = async () => [(await listStudents(director, parseList(studentList, { q: 'Zander' }))).rows.length, (await searchPeople(director, 'Zander')).students.length, await director.db.student.count({ where: { id: school.otherStudentId } })]
  expect(await found()).toEqual([0, 0, 0])
  await school.db.classEnrollment.create({ data: { classId: school.classId, studentId: school.otherStudentId, enrolledOn: toDate(today) } })
  expect(await found()).toEqual([1, 1, 1])
  expect(await director.db.guardian.count({ where: { studentId: school.otherStudentId } })).toBe(1)
  expect(await director.db.student.count({ where: { campusId: school.south.id } })).toBe(1)
})
