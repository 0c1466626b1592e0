import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { setClock } from '@/lib/platform/clock.server'
import type { Ctx } from '@/lib/platform/context'
import { listHistory } from '@/lib/platform/history.server'
import { aSchool } from '@/prisma/seed/a-school'
import { parseList } from '@/lib/platform/list'
import { staffAttendanceList, staffDayInput, type StaffDayInput } from './staff-day'
import { checkIn, clearStaffDay, confirmStaffDay, getOwnDay, listStaffRecords, markStaffDay } from './staff-day.server'
import { getStaffMonth, getStaffSheet, listStaffOut } from './staff-sheet.server'

// A Wednesday in the middle of a week.
const [today, noon] = ['2026-03-11', '2026-03-11T12:00:00Z']
let school: Awaited<ReturnType<typeof aSchool>>
let director: Ctx
let teacher: Ctx
beforeAll(async () => {
  setClock(noon)
  school = await aSchool()
  ;[director, teacher] = [await school.as('director'), await school.as('teacher')]
})
beforeEach(() => setClock(noon))
afterAll(() => setClock(new Date(performance.timeOrigin + performance.now()).toISOString()))

const said = (status: StaffDayInput['status'], more: object = {}) => staffDayInput.parse({ staffId: school.people.teacher.staffId, date: today, status, leaveType: '', arrivedAt: '', note: '', until: '', seen: null, ...more })
const rowOf = async (ctx: Ctx, staffId = school.people.teacher.staffId, date = today) => (await getStaffSheet(ctx, { date })).rows.find((row) => row.staffId === staffId)!

test('everybody is present until tapped: the sheet has all who work there, a tap is kept with who said so, and closing it writes down the others', async () => {
  const before = await getStaffSheet(director)
  expect(before.counts).toEqual({ all: 6, here: 0, late: 0, away: 0, open: 6 })
  const { seen } = await markStaffDay(director, said('absent', { leaveType: 'sick', note: 'flu' }))
  expect(await rowOf(director)).toMatchObject({ mark: { status: 'absent', leaveType: 'sick', note: 'flu', source: 'office', seen, by: expect.stringContaining('director') } })
  await markStaffDay(director, said('late', { seen, leaveType: 'sick', arrivedAt: '09:10' }))
  // Whoever came is on no leave.
  expect((await rowOf(director)).mark).toMatchObject({ status: 'late', leaveType: null, arrivedAt: '09:10' })
  expect(await confirmStaffDay(director, { campusId: school.north.id, date: today })).toEqual({ count: 5 })
  expect((await getStaffSheet(director)).counts).toEqual({ all: 6, here: 6, late: 1, away: 0, open: 0 })
  expect(await confirmStaffDay(director, { campusId: school.north.id, date: today })).toEqual({ count: 0 })
  const { id } = await school.db.staffAttendanceRecord.findFirstOrThrow({ where: { staffId: school.people.teacher.staffId } })
  expect((await listHistory(director, 'staff_attendance_records', id)).map(({ deed }) => deed)).toEqual(['correct-staff-day', 'mark-staff-day'])
  await clearStaffDay(director, { staffId: school.people.teacher.staffId, date: today, seen: (await rowOf(director)).mark!.seen })
  expect((await rowOf(director)).mark).toBeNull()
})

test('of two who tap at once the second is told, and nobody stands twice on a day', async () => {
  const staffId = school.people.assistant.staffId
  const date = '2026-03-10'
  const results = await Promise.allSettled([markStaffDay(director, said('absent', { staffId, date })), markStaffDay(director, said('late', { staffId, date }))])
  expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
  expect(results.find((one) => one.status === 'rejected')?.reason).toMatchObject({ code: 'conflict', message: 'attendance.staff.refusals.changed' })
  const all = await Promise.all([0, 1].map(() => confirmStaffDay(director, { campusId: school.north.id, date })))
  expect(all[0]!.count + all[1]!.count).toBe(5)
  expect(await school.db.staffAttendanceRecord.count({ where: { attendanceDate: new Date(date) } })).toBe(6)
})

test('leave of several days marks the school days between, ahead of time; presence is never written down ahead', async () => {
  const staffId = school.people.finance.staffId
  await expect(markStaffDay(director, said('present', { staffId, date: '2026-03-12' }))).rejects.toMatchObject({ message: 'attendance.staff.refusals.future' })
  expect(await markStaffDay(director, said('absent_excused', { staffId, date: '2026-03-12', until: '2026-03-17', leaveType: 'vacation' }))).toMatchObject({ days: 4 })
  const { rows } = await getStaffMonth(director, { month: '2026-03' })
  expect(Object.keys(rows.find((row) => row.staffId === staffId)!.days).filter((day) => day > today)).toEqual(['2026-03-12', '2026-03-13', '2026-03-16', '2026-03-17'])
  await expect(markStaffDay(director, said('absent', { staffId, date: '2028-01-01' }))).rejects.toMatchObject({ message: 'attendance.staff.refusals.tooFar' })
  const { rows: listed, total } = await listStaffRecords(director, parseList(staffAttendanceList, { staff: staffId, leave: 'vacation', sort: 'date' }))
  expect([total, listed[0]]).toMatchObject([4, { date: '2026-03-12', status: 'absent_excused' }])
})

test('staff check themselves in where the campus allows it: once, on time or late by its clock, and the office’s word stays', async () => {
  await expect(checkIn(teacher)).rejects.toMatchObject({ code: 'forbidden' })
  await school.db.campusAttendanceConfig.create({ data: { campusId: school.north.id, campusKey: school.north.code, staffCheckIn: true } })
  const day = '2026-03-18'
  setClock(`${day}T07:55:00Z`)
  expect(await checkIn(teacher)).toEqual({ status: 'present', arrivedAt: '07:55' })
  await expect(checkIn(teacher)).rejects.toMatchObject({ code: 'conflict' })
  setClock(`${day}T08:01:00Z`)
  const late = await Promise.allSettled([0, 1].map(async () => checkIn(await school.as('assistant'))))
  expect(late.filter(({ status }) => status === 'fulfilled')).toMatchObject([{ value: { status: 'late', arrivedAt: '08:01' } }])
  await markStaffDay(director, said('absent', { staffId: school.people.registrar.staffId, date: day }))
  await expect(checkIn(await school.as('registrar'))).rejects.toMatchObject({ code: 'conflict' })
  expect(await getOwnDay(await school.as('registrar'))).toMatchObject({ allowed: true, mark: { status: 'absent', source: 'office' } })
  expect((await listStaffOut(director)).out).toMatchObject([{ staffId: school.people.registrar.staffId }])
  // On a Sunday nobody is expected, unless the staff alone comes.
  setClock('2026-03-22T07:55:00Z')
  expect(await getOwnDay(teacher)).toMatchObject({ isExpected: false, mark: null })
  expect(await listStaffOut(director)).toMatchObject({ isExpected: false, out: [] })
  await school.db.specialDay.create({ data: { date: new Date('2026-03-22'), kind: 'teacher_only', title: 'Training' } })
  expect(await getOwnDay(teacher)).toMatchObject({ isExpected: true })
  expect(await listStaffOut(director)).toMatchObject({ isExpected: true })
})

test('what a home says of the day is what the sheet says, whoever comes, leaves or is still to come', async () => {
  setClock('2026-03-25T12:00:00Z')
  const date = '2026-03-25'
  const [before, after] = [new Date('2026-03-24'), new Date('2026-03-26')]
  const people = [
    { status: 'active' as const, endDate: before }, { status: 'on_leave' as const, hireDate: after }, { status: 'expected' as const, hireDate: before }, { status: 'expected' as const, hireDate: after },
    { status: 'expected' as const }, { status: 'expected' as const, endDate: after }, { status: 'ended' as const }, { status: 'ended' as const, endDate: after }, { status: 'ended' as const, endDate: before }, { status: 'on_leave' as const },
  ]
  for (const [i, one] of people.entries()) await school.db.staff.create({ data: { employeeNumber: `H${i}`, firstName: 'Ada', lastName: `Of ${i}`, staffType: 'teacher', campusId: school.north.id, ...one }, select: { id: true } })
  const statuses = ['absent', 'absent_excused', 'half_day', 'late', 'remote', 'present'] as const
  for (const [i, { staffId }] of (await getStaffSheet(director)).rows.slice(0, 9).entries()) await markStaffDay(director, said(statuses[i % 6]!, { staffId, date }))
  const { rows, counts, isSchoolDay } = await getStaffSheet(director)
  const away = rows.filter(({ mark }) => mark && ['absent', 'absent_excused', 'half_day'].includes(mark.status))
  expect(counts).toMatchObject({ here: 5, late: 1, away: 4 })
  expect(await listStaffOut(director, 5)).toEqual({ counts, isExpected: isSchoolDay, out: away.slice(0, 5).map(({ staffId, name, mark }) => ({ staffId, name, status: mark!.status, leaveType: mark!.leaveType, note: mark!.note })) })
})

test('nobody beyond the reach is seen or marked', async () => {
  const other = await aSchool()
  const stranger = await other.as('admin')
  expect((await getStaffSheet(stranger)).rows.map(({ staffId }) => staffId)).not.toContain(school.people.teacher.staffId)
  await expect(markStaffDay(stranger, said('absent'))).rejects.toMatchObject({ code: 'not-found' })
  await expect(confirmStaffDay(stranger, { campusId: school.north.id, date: today })).rejects.toMatchObject({ code: 'not-found' })
  // The director looks after the north only.
  await expect(confirmStaffDay(director, { campusId: school.south.id, date: today })).rejects.toMatchObject({ code: 'not-found' })
})
