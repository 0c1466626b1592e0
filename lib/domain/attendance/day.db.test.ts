import { beforeEach, expect, test } from 'vitest'
import { aSchool } from '@/prisma/seed/a-school'
import { todayIn } from '@/lib/platform/clock.server'
import { parseList } from '@/lib/platform/list'
import { daysAfter } from '@/lib/platform/time'
import { getDay, listRegisters } from './day.server'
import { registerList } from './lists'
import { submitInput } from './register'
import { submitRegister } from './register.server'

type School = Awaited<ReturnType<typeof aSchool>>
let school: School
const today = todayIn('UTC')

beforeEach(async () => {
  school = await aSchool()
  const schoolDays = [1, 2, 3, 4, 5, 6, 7]
  await school.db.campusAttendanceConfig.createMany({ data: [school.north, school.south].map(({ id, code }) => ({ campusId: id, campusKey: code, schoolDays })) })
})

const take = async (statuses: string[]) =>
  submitRegister(await school.as('teacher'), submitInput.parse({
    classId: school.classId, date: today, seen: null, idempotencyKey: crypto.randomUUID(),
    marks: school.studentIds.map((studentId, i) => ({ studentId, status: statuses[i], minutesLate: statuses[i] === 'late' ? 5 : null, remark: null })),
  }))
const dayOf = async (who: 'admin' | 'director' | 'teacher') => getDay(await school.as(who))
const registersOf = (day: Awaited<ReturnType<typeof getDay>>) => day.campuses.map(({ registersDue, registersTaken }) => [registersDue, registersTaken])

test('counts the homerooms that are due, names those that are missing, and who is not there', async () => {
  const { mark } = school
  const before = await dayOf('admin')
  expect(registersOf(before)).toEqual([[1, 0], [1, 0]])
  expect(before.missing.map(({ className, teacher }) => [className, teacher])).toEqual([[`Other ${mark}`, null], [`Own ${mark}`, `teacher Staff${mark}`]])

  await take(['late', 'absent_unexcused', 'absent_excused', 'present', 'absent_unexcused'])
  const after = await dayOf('admin')
  expect(registersOf(after)).toEqual([[1, 1], [1, 0]])
  expect(after.campuses[0]).toMatchObject({ name: `North ${mark}`, isOpen: true, closed: null, roll: 5, late: 1, unmarked: 0 })
  expect(after.campuses[1]).toMatchObject({ roll: 1, unmarked: 1, percentage: null })
  expect(after.all).toMatchObject({ roll: 6, present: 1, late: 1, excused: 1, unexplained: 2, unmarked: 1, registersDue: 2, registersTaken: 1 })
  expect(after.missing.map(({ className }) => className)).toEqual([`Other ${mark}`])
  expect(after.absent.map(({ status }) => status)).toEqual(['absent_unexcused', 'absent_unexcused', 'absent_excused'])
  expect(after.late).toEqual([{ studentId: school.studentIds[0], name: `First1${mark} Last1${mark}`, className: `Own ${mark}`, campusId: school.north.id, status: 'late', minutesLate: 5, startsAt: null }])
  expect(after.history).toHaveLength(1)
})

test('ends where one sees no further: another campus, another class', async () => {
  await take(['late', 'absent_excused', 'present', 'present', 'present'])
  expect(registersOf(await dayOf('director'))).toEqual([[1, 1]])
  const { id: neighbour } = await school.db.class.create({ data: { name: 'Neighbour', campusId: school.north.id, academicYearId: school.yearId, gradeId: school.gradeId } })
  expect(registersOf(await dayOf('director'))).toEqual([[1, 1]]) // nobody sits in it yet
  await school.db.classEnrollment.create({ data: { classId: neighbour, studentId: school.studentIds[0]!, enrolledOn: new Date('2020-01-01') } })
  expect(registersOf(await dayOf('director'))).toEqual([[2, 1]])
  const own = await dayOf('teacher')
  expect(registersOf(own)).toEqual([[1, 1]])
  expect(own.late).toHaveLength(1)
  expect(own.history).toEqual([])
})

test('asks every class where a campus has no homeroom, and each period that has begun where it registers by period', async () => {
  const { db, north, south, classId, otherClassId, classSubjectId, yearId } = school
  await db.class.update({ where: { id: otherClassId }, data: { classType: 'scheduled' } })
  await db.campusAttendanceConfig.updateMany({ where: { campusId: north.id }, data: { registerMode: 'period' } })
  const timetable = await db.timetable.create({ data: { name: 'All year', campusId: north.id, academicYearId: yearId, status: 'published', effectiveFrom: new Date('2020-01-01') }, select: { id: true } })
  const weekday = (['sunday', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday'] as const)[new Date(today).getUTCDay()]!
  const at = (time: string) => new Date(`1970-01-01T${time}:00Z`)
  await db.timetablePeriod.create({ data: { timetableId: timetable.id, classSubjectId, classId, campusId: north.id, dayOfWeek: weekday, startsAt: at('00:00'), endsAt: at('00:30') } })

  const day = await dayOf('admin')
  expect(day.missing.map((missing) => [missing.classId, missing.startsAt])).toEqual([[otherClassId, null], [classId, '00:00']])
  const registers = await listRegisters(await school.as('admin'), parseList(registerList, {}))
  expect(registers.rows.map((row) => [row.classId, row.taken])).toEqual(expect.arrayContaining([[otherClassId, false], [classId, false]]))
  expect(registers.total).toBe(2)

  await db.specialDay.create({ data: { date: new Date(today), kind: 'holiday', title: 'Free', campusId: south.id } })
  const free = await dayOf('admin')
  expect(free.campuses.map(({ isOpen }) => isOpen)).toEqual([true, false])
  expect(registersOf(free)).toEqual([[1, 0], [0, 0]])
  expect(free.campuses[1]!.closed).toEqual({ because: 'special', title: 'Free' })
  expect([free.lastSchoolDay, free.nextSchoolDay]).toEqual([daysAfter(today, -1), daysAfter(today, 1)])
})
