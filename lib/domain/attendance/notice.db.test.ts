import { beforeEach, expect, test } from 'vitest'
import { todayIn } from '@/lib/platform/clock.server'
import type { Ctx } from '@/lib/platform/context'
import { toDate } from '@/lib/platform/time'
import { aSchool } from '@/prisma/seed/a-school'
import { campusRules, submissionTo } from './a-submission'
import { correctMark } from './mark.server'
import { noticeInput, overrides, premarkOf } from './notice'
import { noteAbsence, noteArrival, recordCall, withdrawNotice } from './notice.server'
import { getRegister, submitRegister } from './register.server'
import { getChasing } from './chasing.server'
import { getStudentDay } from './student-day.server'

let school: Awaited<ReturnType<typeof aSchool>>
let registrar: Ctx
let teacher: Ctx
const today = todayIn('UTC')
beforeEach(async () => {
  school = await aSchool()
  await campusRules(school)
  ;[registrar, teacher] = [await school.as('registrar'), await school.as('teacher')]
})

const student = () => school.studentIds[0]!
const illness = async () => (await school.db.attendanceReasonEntry.findFirstOrThrow({ where: { name: 'Illness' } })).id
const notice = (more: object = {}) => noticeInput.parse({ studentId: student(), kind: 'absent', channel: 'phone', fromDate: today, toDate: '', atTime: '', reasonId: '', reportedBy: 'His mother', note: '', ...more })
const markOf = () => school.db.attendanceRecord.findFirstOrThrow({ where: { studentId: student() }, select: { id: true, updatedAt: true, status: true, minutesLate: true, teacherStatus: true, reasonId: true, attendanceSession: { select: { totalPresent: true, totalAbsent: true, totalTardy: true, totalExcused: true } } } })
const register = () => getRegister(teacher, { classId: school.classId, date: today, periodId: null })
const dayOf = () => school.db.campusAttendanceSummary.findFirstOrThrow({ where: { campusId: school.north.id, attendanceDate: toDate(today) }, select: { totalPresent: true, totalAbsent: true, totalTardy: true, totalExcused: true } })

test('a notice that was entered before the register arrives pre-marked with its source, and its reason stays with the mark', async () => {
  const reasonId = await illness()
  await noteAbsence(registrar, notice({ reasonId }))
  expect((await register()).students[0]).toMatchObject({ status: null, premark: { status: 'absent_excused' }, notice: { channel: 'phone', reason: 'Illness', reportedBy: 'His mother' } })
  await submitRegister(teacher, submissionTo(school)({ 0: 'absent_excused' }))
  expect(await markOf()).toMatchObject({ status: 'absent_excused', reasonId, teacherStatus: null })
  // Said once.
  await expect(noteAbsence(registrar, notice())).rejects.toMatchObject({ message: 'attendance.office.refusals.saidAlready' })
})

test('the teacher who has seen somebody is not overruled; the office’s word stays beside', async () => {
  await submitRegister(teacher, submissionTo(school)())
  expect(await noteAbsence(registrar, notice())).toMatchObject({ marks: 0 })
  expect(await markOf()).toMatchObject({ status: 'present' })
  expect((await register()).students[0]!.notice).toMatchObject({ kind: 'absent' })
})

test('one tap at the late desk makes the absent late, with the sums of register and campus, and is taken back whole', async () => {
  const { version } = await submitRegister(teacher, submissionTo(school)({ 0: 'absent_unexcused' }))
  const { id, marks } = await noteArrival(registrar, { studentId: student(), minutes: 17, reasonId: null, note: null })
  expect(marks).toBe(1)
  expect(await markOf()).toMatchObject({ status: 'late', minutesLate: 17, teacherStatus: 'absent_unexcused', attendanceSession: { totalPresent: 5, totalTardy: 1, totalAbsent: 0 } })
  expect(await dayOf()).toEqual({ totalPresent: 5, totalAbsent: 0, totalTardy: 1, totalExcused: 0 })
  // The teacher's board of before is told.
  await expect(submitRegister(teacher, submissionTo(school)({}, { seen: version, idempotencyKey: crypto.randomUUID() }))).rejects.toMatchObject({ code: 'conflict' })
  const two = await Promise.allSettled([0, 1].map(() => noteArrival(registrar, { studentId: school.studentIds[1]!, minutes: 5, reasonId: null, note: null })))
  expect(two.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
  await withdrawNotice(registrar, { id })
  expect(await markOf()).toMatchObject({ status: 'absent_unexcused', teacherStatus: null })
  await expect(withdrawNotice(registrar, { id })).rejects.toMatchObject({ code: 'not-found' })
})

test('a notice that is taken back leaves what another says of the day, and a mark that was corrected since', async () => {
  await submitRegister(teacher, submissionTo(school)({ 0: 'absent_unexcused' }))
  await noteAbsence(registrar, notice({ reasonId: await illness() }))
  const arrival = await noteArrival(registrar, { studentId: student(), minutes: 17, reasonId: null, note: null })
  expect(await markOf()).toMatchObject({ status: 'late' })
  await withdrawNotice(registrar, arrival)
  expect(await markOf()).toMatchObject({ status: 'absent_excused', reasonId: await illness(), teacherStatus: 'absent_unexcused' })
  const again = await noteArrival(registrar, { studentId: student(), minutes: 5, reasonId: null, note: null })
  const { id, updatedAt } = await markOf()
  await correctMark(registrar, { id, seen: updatedAt.toISOString(), status: 'present', minutesLate: null, reasonId: null, why: 'Was there' })
  await withdrawNotice(registrar, again)
  expect(await markOf()).toMatchObject({ status: 'present', teacherStatus: 'absent_unexcused' })
})

test('a mark is corrected for a reason, stands beside the teacher’s own, and tells its whole history', async () => {
  await submitRegister(teacher, submissionTo(school)({ 0: 'absent_unexcused' }))
  const { id, updatedAt } = await markOf()
  const to = { id, seen: updatedAt.toISOString(), status: 'absent_excused' as const, minutesLate: null, reasonId: await illness(), why: 'Letter came in' }
  const both = await Promise.allSettled([correctMark(registrar, to), correctMark(await school.as('director'), { ...to, status: 'present' })])
  expect(both.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
  const lost = both.find((one) => one.status === 'rejected')
  expect(lost?.reason).toMatchObject({ code: 'conflict' })
  const { marks: [mark], day } = await getStudentDay(registrar, student(), today)
  expect(mark).toMatchObject({ teacherStatus: 'absent_unexcused', steps: [{ deed: 'correct-mark', why: 'Letter came in' }, { deed: 'submit-register', status: 'absent_unexcused' }] })
  expect(day?.letter).toBe(mark!.status === 'present' ? 'p' : 'e')
  const stranger = await (await aSchool()).as('admin')
  await expect(correctMark(stranger, { ...to, seen: mark!.seen })).rejects.toMatchObject({ code: 'not-found' })
  await expect(getStudentDay(stranger, student(), today)).rejects.toMatchObject({ code: 'not-found' })
})

test('an unexplained absence is called about; who explains it is excused, and nobody is called about it again', async () => {
  await submitRegister(teacher, submissionTo(school)({ 0: 'absent_unexcused', 1: 'absent_unexcused' }))
  expect((await getChasing(registrar)).toCall).toHaveLength(2)
  await recordCall(registrar, { studentId: student(), date: today, outcome: 'no_answer', reasonId: null, note: null })
  expect((await getChasing(registrar)).toCall.find(({ studentId }) => studentId === student())?.calls).toMatchObject([{ outcome: 'no_answer' }])
  await recordCall(registrar, { studentId: student(), date: today, outcome: 'explained', reasonId: await illness(), note: 'flu' })
  expect((await getChasing(registrar)).toCall.map(({ studentId }) => studentId)).toEqual([school.studentIds[1]])
  expect(await markOf()).toMatchObject({ status: 'absent_excused', teacherStatus: 'absent_unexcused' })
})

test('what a notice makes of lessons: over before one came is missed, under way is late, later says nothing', () => {
  const late = { kind: 'late' as const, excused: false, atTime: '09:40', minutesLate: 70 }
  const lesson = (startsAt: string, endsAt: string) => ({ startsAt, endsAt })
  expect(premarkOf(late, lesson('08:30', '09:20'))).toMatchObject({ status: 'absent_unexcused' })
  expect(premarkOf(late, lesson('09:25', '10:15'))).toMatchObject({ status: 'late', minutesLate: 15 })
  expect(premarkOf(late, lesson('10:35', '11:25'))).toBeNull()
  expect(premarkOf(late, null)).toMatchObject({ status: 'late', minutesLate: 70 })
  const early = { kind: 'leaves_early' as const, excused: true, atTime: '11:00', minutesLate: null }
  expect([lesson('09:25', '10:15'), lesson('10:35', '11:25'), lesson('11:30', '12:20')].map((one) => premarkOf(early, one)?.status)).toEqual([undefined, 'left_early', 'absent_excused'])
  expect(overrides(early, lesson('11:30', '12:20'), { status: 'present', minutesLate: null })).toBeNull()
})
