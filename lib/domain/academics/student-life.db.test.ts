import { beforeAll, expect, test } from 'vitest'
import { getRegister } from '@/lib/domain/attendance/register.server'
import { admissionInput } from '@/lib/domain/people/admission'
import { getStudent, students } from '@/lib/domain/people/student-record.server'
import { setClock } from '@/lib/platform/clock.server'
import type { Ctx } from '@/lib/platform/context'
import { listHistory } from '@/lib/platform/history.server'
import { aSchool } from '@/prisma/seed/a-school'
import { admitStudent } from './admission.server'
import { endEnrollment, enrolStudent } from './enrollment.server'
import { bringDueChanges } from './student-days.server'
import { lifeInputOf, type StudentDeed } from './student-life'
import { admitApplicant, bringBack, callOffChange, putOnLeave, readmitStudent, transferStudent, withdrawStudent } from './student-life.server'

type School = Awaited<ReturnType<typeof aSchool>>
let school: School
let other: School
let registrar: Ctx
beforeAll(async () => {
  // Wednesday noon in UTC: Thursday has begun in Auckland.
  setClock('2026-11-25T12:00:00Z')
  ;[school, other] = [await aSchool(), await aSchool()]
  registrar = await school.as('registrar')
})

const plain = { preferredName: '', dateOfBirth: '', gender: '', email: '', phone: '', address: '' }
const admission = (more: object = {}) => admissionInput.parse({ firstName: 'Ada', lastName: 'Lovelace', ...plain, campusId: school.north.id, on: '2026-11-02', classId: school.classId, guardians: [], ...more })
const guardian = { guardianId: '', fullName: 'Annabella', relationship: 'mother', phone: '1', email: '', livesWith: true, mayPickUp: true }
const input = async (ctx: Ctx, deed: StudentDeed, id: string, more: object) => lifeInputOf(deed).parse({ id, seen: (await getStudent(ctx, id)).seen, on: '2026-11-25', reason: 'moved', classId: '', campusId: '', ...more })
const onRegister = async (ctx: Ctx, classId: string, date: string, id: string) => (await getRegister(ctx, { classId, date, periodId: null })).students.some((one) => one.id === id)

test('a student is admitted with number, guardians and class in one go, or not at all', async () => {
  const known = (await school.db.guardian.findFirstOrThrow({ where: { studentId: school.studentIds[0]! } })).id
  const first = await admitStudent(registrar, admission({ guardians: [guardian, { ...guardian, guardianId: known, fullName: '', relationship: 'aunt' }] }))
  const second = await admitStudent(registrar, admission({ lastName: 'Byron' }))
  expect(Number(second.studentNumber)).toBe(Number(first.studentNumber) + 1)
  const record = await getStudent(registrar, first.id)
  expect(record).toMatchObject({ standing: 'active', class: { id: school.classId }, guardian: { fullName: 'Annabella' } })
  expect(await school.db.guardianLink.count({ where: { guardianId: known } })).toBe(2)
  expect((await listHistory(registrar, 'students', first.id)).map(({ deed }) => deed)).toEqual(['admit-student'])
  // The number of a removed student is given to nobody else, nor that of a failed admission's class to anybody.
  await students.remove(registrar, { id: second.id, seen: (await getStudent(registrar, second.id)).seen })
  await expect(admitStudent(registrar, admission({ classId: school.otherClassId, lastName: 'Nobody' }))).rejects.toMatchObject({ code: 'conflict' })
  expect(await school.db.student.count({ where: { lastName: 'Nobody' } })).toBe(0)
  const third = await admitStudent(registrar, admission({ lastName: 'Third' }))
  expect([first.studentNumber, second.studentNumber]).not.toContain(third.studentNumber)
})

test('numbers from a roster are passed over', async () => {
  const { nextStudentNumber } = await school.db.organization.findFirstOrThrow({ select: { nextStudentNumber: true } })
  await school.db.student.create({ data: { studentNumber: String(nextStudentNumber).padStart(5, '0'), firstName: 'From', lastName: 'Roster', campusId: school.north.id } })
  expect((await admitStudent(registrar, admission({ lastName: 'Next' }))).studentNumber).toBe(String(nextStudentNumber + 1).padStart(5, '0'))
})

test.each(['Asia/Karachi', 'Pacific/Auckland', 'America/Los_Angeles'])('in %s one who is withdrawn from Friday on is on Thursday’s register and not on Monday’s', async (timeZone) => {
  const there = await aSchool({ timeZone })
  const ctx = await there.as('registrar')
  const id = there.studentIds[0]!
  await withdrawStudent(ctx, await input(ctx, 'withdraw', id, { on: '2026-11-27' }))
  expect(await onRegister(ctx, there.classId, '2026-11-26', id)).toBe(true)
  for (const date of ['2026-11-27', '2026-11-30']) expect(await onRegister(ctx, there.classId, date, id), date).toBe(false)
  expect(await getStudent(ctx, id)).toMatchObject({ standing: 'active', coming: { status: 'withdrawn', on: '2026-11-27' } })
  await bringDueChanges(there.db)
  expect((await there.db.student.findFirstOrThrow({ where: { id } })).status).toBe('active')
  try {
    // A minute after midnight there, whatever day it is where the server stands.
    const midnight = { 'Asia/Karachi': '2026-11-26T19:01:00Z', 'Pacific/Auckland': '2026-11-26T11:01:00Z', 'America/Los_Angeles': '2026-11-27T08:01:00Z' }[timeZone]!
    setClock(new Date(Date.parse(midnight) - 5 * 60_000).toISOString())
    expect((await getStudent(ctx, id)).standing).toBe('active')
    setClock(midnight)
    expect((await getStudent(ctx, id)).standing).toBe('withdrawn')
    expect(await bringDueChanges(there.db)).toBe(1)
    expect(await there.db.student.findFirstOrThrow({ where: { id } })).toMatchObject({ status: 'withdrawn', nextStatus: null, nextStatusOn: null })
  } finally {
    setClock('2026-11-25T12:00:00Z')
  }
})

test('what was settled for a day to come can be called off, and the place goes on', async () => {
  const { id } = await admitStudent(registrar, admission())
  const place = async (name: string) => (await school.db.class.create({ data: { name, campusId: school.north.id, academicYearId: school.yearId, gradeId: school.gradeId }, select: { id: true } })).id
  const [choir, chess] = [await place('Choir'), await place('Chess')]
  await enrolStudent(registrar, { studentId: id, classId: choir, on: '2026-11-10', waits: true })
  const ended = await enrolStudent(registrar, { studentId: id, classId: chess, on: '2026-11-10', waits: false })
  await endEnrollment(registrar, { id: ended.id, on: '2026-12-03' })
  await withdrawStudent(registrar, await input(registrar, 'withdraw', id, { on: '2026-12-04' }))
  await expect(withdrawStudent(registrar, await input(registrar, 'withdraw', id, {}))).rejects.toMatchObject({ message: 'students.refusals.pending' })
  await callOffChange(registrar, { id, seen: (await getStudent(registrar, id)).seen })
  expect(await getStudent(registrar, id)).toMatchObject({ standing: 'active', coming: null, class: { id: school.classId } })
  expect(await onRegister(registrar, school.classId, '2026-12-07', id)).toBe(true)
  // The turn on a waiting list comes back as well; a place that had ended by itself that day does not.
  expect(await school.db.classEnrollment.findFirst({ where: { studentId: id, classId: choir } })).toMatchObject({ status: 'waitlisted', endedOn: null })
  expect(await onRegister(registrar, chess, '2026-12-07', id)).toBe(false)
})

test('a life goes on leave, comes back, is withdrawn, readmitted and transferred, each with its day', async () => {
  const { id } = await admitStudent(registrar, admission())
  await putOnLeave(registrar, await input(registrar, 'leave', id, { on: '2026-11-10' }))
  expect(await onRegister(registrar, school.classId, '2026-11-09', id)).toBe(true)
  expect(await onRegister(registrar, school.classId, '2026-11-10', id)).toBe(false)
  await bringBack(registrar, await input(registrar, 'return', id, { on: '2026-11-16', classId: school.classId }))
  expect(await onRegister(registrar, school.classId, '2026-11-16', id)).toBe(true)
  await withdrawStudent(registrar, await input(registrar, 'withdraw', id, { on: '2026-11-20' }))
  await expect(putOnLeave(registrar, await input(registrar, 'leave', id, {}))).rejects.toMatchObject({ message: 'students.refusals.deed' })
  await readmitStudent(registrar, await input(registrar, 'readmit', id, { on: '2026-11-23', classId: school.classId }))
  await transferStudent(registrar, await input(registrar, 'transfer', id, { campusId: school.south.id, classId: school.otherClassId }))
  expect(await getStudent(registrar, id)).toMatchObject({ standing: 'active', campus: { id: school.south.id }, class: { id: school.otherClassId } })
  expect(await onRegister(registrar, school.classId, '2026-11-24', id)).toBe(true)
  expect(await onRegister(registrar, school.otherClassId, '2026-11-24', id)).toBe(false)
  const changes = await school.db.studentChange.findMany({ where: { studentId: id }, orderBy: { id: 'asc' }, select: { deed: true, status: true } })
  expect(changes.map(({ deed }) => deed)).toEqual(['admit', 'leave', 'return', 'withdraw', 'readmit', 'transfer'])
})

test('one who is expected and comes earlier is on the register from that day; nothing ends before it began', async () => {
  const { id } = await admitStudent(registrar, admission({ on: '2026-12-04' }))
  await callOffChange(registrar, { id, seen: (await getStudent(registrar, id)).seen })
  expect(await onRegister(registrar, school.classId, '2026-12-04', id)).toBe(false)
  await admitApplicant(registrar, await input(registrar, 'admit', id, { on: '2026-11-24', classId: school.classId }))
  expect(await onRegister(registrar, school.classId, '2026-11-24', id)).toBe(true)
  const refused = withdrawStudent(registrar, await input(registrar, 'withdraw', id, { on: '2026-11-23' }))
  await expect(refused).rejects.toMatchObject({ code: 'invalid', fields: { on: { key: 'students.problems.beforeFirstDay', params: { first: '2026-11-24' } } } })
  await withdrawStudent(registrar, await input(registrar, 'withdraw', id, { on: '2026-11-24' }))
  expect(await onRegister(registrar, school.classId, '2026-11-24', id)).toBe(false)
})

test('nobody beyond the reach does any of it, and a reason is not optional', async () => {
  const id = school.otherStudentId
  const asked = await input(registrar, 'withdraw', id, {})
  const director = await school.as('director')
  // Who may change a student and enrol nobody.
  await expect(withdrawStudent(director, await input(director, 'withdraw', school.studentIds[1]!, { classId: school.classId }))).rejects.toMatchObject({ code: 'forbidden' })
  for (const stranger of [await school.as('director'), await other.as('admin')]) await expect(withdrawStudent(stranger, asked)).rejects.toMatchObject({ code: 'not-found' })
  expect(lifeInputOf('withdraw').safeParse({ ...asked, reason: ' ' }).error?.issues.map(({ path }) => path[0])).toEqual(['reason'])
  expect(lifeInputOf('transfer').safeParse({ ...asked, campusId: '' }).error?.issues.map(({ path }) => path[0])).toEqual(['campusId'])
})

test('of two who do something with one student the second is told', async () => {
  const { id } = await admitStudent(registrar, admission())
  const [leave, withdrawal] = [await input(registrar, 'leave', id, {}), await input(registrar, 'withdraw', id, {})]
  const results = await Promise.allSettled([putOnLeave(registrar, leave), withdrawStudent(registrar, withdrawal)])
  expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
  expect(results.find((one) => one.status === 'rejected')?.reason).toMatchObject({ code: 'conflict' })
  expect(await school.db.studentChange.count({ where: { studentId: id } })).toBe(2)
})
