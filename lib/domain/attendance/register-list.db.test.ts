import { beforeEach, describe, expect, test } from 'vitest'
import { aSchool } from '@/prisma/seed/a-school'
import { nowIn, todayIn } from '@/lib/platform/clock.server'
import { daysAfter, toDate } from '@/lib/platform/time'
import { aLesson, campusRules, submissionTo } from './a-submission'
import { getRegister, submitRegister } from './register.server'

type School = Awaited<ReturnType<typeof aSchool>>
let school: School
const submission: ReturnType<typeof submissionTo> = (...given) => submissionTo(school)(...given)
const today = todayIn('UTC')
const key = (more: object = {}) => ({ classId: school.classId, date: today, periodId: null, ...more })
const totals = () => school.db.attendanceSession.findFirstOrThrow({ select: { totalEnrolled: true, totalPresent: true, totalAbsent: true } })
const day = () => school.db.campusAttendanceSummary.findFirstOrThrow({ select: { totalEnrolled: true, totalPresent: true, totalAbsent: true } })

beforeEach(async () => {
  school = await aSchool()
})

test('a register is the list of its class on the day and its marks, as they are read plainly', async () => {
  const { db, classId, studentIds } = school
  const director = await school.as('director')
  const rows = async () => {
    const enrolled = await db.classEnrollment.findMany({ where: { classId, enrolledOn: { lte: toDate(today) }, OR: [{ endedOn: null }, { endedOn: { gte: toDate(today) } }], student: { deletedAt: null } }, select: { studentId: true } })
    const marks = await db.attendanceRecord.findMany({ where: { attendanceSession: { classId, sessionDate: toDate(today) } }, select: { studentId: true, status: true, minutesLate: true, remarks: true } })
    const ids = [...new Set([...enrolled, ...marks].map(({ studentId }) => studentId))]
    const students = await db.student.findMany({ where: { id: { in: ids } }, orderBy: [{ lastNameKey: 'asc' }, { firstNameKey: 'asc' }], select: { id: true, studentNumber: true, firstName: true, preferredName: true, lastName: true } })
    return students.map((one) => {
      const mark = marks.find(({ studentId }) => studentId === one.id)
      return { id: one.id, number: one.studentNumber, firstName: one.preferredName ?? one.firstName, lastName: one.lastName, status: mark?.status ?? null, minutesLate: mark?.minutesLate ?? null, remark: mark?.remarks ?? null }
    })
  }
  await db.student.update({ where: { id: studentIds[2]! }, data: { preferredName: 'Zed' } })
  await db.classEnrollment.updateMany({ where: { classId, studentId: studentIds[3]! }, data: { endedOn: toDate(daysAfter(today, -1)) } })
  expect((await getRegister(director, key())).students).toEqual(await rows())
  const { marks } = submission({ 0: 'late', 1: 'absent_excused' })
  await submitRegister(director, submission({}, { marks: marks.filter(({ studentId }) => studentId !== studentIds[3]) }))
  await db.classEnrollment.updateMany({ where: { classId, studentId: studentIds[1]! }, data: { endedOn: toDate(daysAfter(today, -1)) } })
  expect((await getRegister(director, key())).students).toEqual(await rows())
})

describe('a list that changed after the register was taken', () => {
  const leave = (place: number) => school.db.classEnrollment.updateMany({ where: { classId: school.classId, studentId: school.studentIds[place]! }, data: { endedOn: toDate(daysAfter(today, -1)), status: 'withdrawn' } })

  test('whoever was marked stays on it, so that its totals stay those of its marks', async () => {
    const director = await school.as('director')
    const { version } = await submitRegister(director, submission({ 4: 'absent_unexcused' }))
    await leave(4)
    await school.db.student.delete({ where: { id: school.studentIds[3]! } })
    const { students } = await getRegister(director, key())
    expect(students.map(({ id, status }) => [id, status])).toEqual(school.studentIds.map((id, i) => [id, i === 4 ? 'absent_unexcused' : 'present']))
    await submitRegister(director, submission({ 0: 'late', 4: 'absent_unexcused' }, { seen: version }))
    expect(await totals()).toEqual({ totalEnrolled: 5, totalPresent: 4, totalAbsent: 1 })
    expect(await day()).toEqual(await totals())
  })

  test('a correction that leaves somebody out, or names a stranger, is refused whole', async () => {
    const director = await school.as('director')
    const { version } = await submitRegister(director, submission({ 4: 'absent_unexcused' }))
    await leave(4)
    const { marks } = submission()
    const stranger = { studentId: school.otherStudentId, status: 'absent_unexcused' as const, minutesLate: null, remark: null }
    for (const asked of [marks.slice(0, 4), [...marks, stranger], [...marks.slice(0, 4), stranger]]) {
      await expect(submitRegister(director, submission({}, { marks: asked, seen: version }))).rejects.toMatchObject({ message: 'attendance.refusals.listChanged' })
    }
    expect(await totals()).toEqual({ totalEnrolled: 5, totalPresent: 4, totalAbsent: 1 })
    expect(await day()).toEqual(await totals())
  })

  test('whoever joined since is on it without a mark, and is counted with the next correction', async () => {
    const director = await school.as('director')
    const { version } = await submitRegister(director, submission())
    const { id } = await school.db.student.create({ data: { studentNumber: 'new', firstName: 'New', lastName: 'ZZ', campusId: school.north.id } })
    await school.db.classEnrollment.create({ data: { classId: school.classId, studentId: id, enrolledOn: toDate(today) } })
    const { students } = await getRegister(director, key())
    expect(students.at(-1)).toMatchObject({ id, status: null })
    const { marks } = submission()
    await submitRegister(director, submission({}, { seen: version, marks: [...marks, { ...marks[0], studentId: id, status: 'absent_unexcused' }] }))
    expect(await totals()).toEqual({ totalEnrolled: 6, totalPresent: 5, totalAbsent: 1 })
    expect(await day()).toEqual(await totals())
  })

  test('of withdrawals and corrections at once the totals come out right', async () => {
    const director = await school.as('director')
    let { version } = await submitRegister(director, submission())
    for (const place of [1, 2, 3]) {
      const [corrected] = await Promise.all([submitRegister(director, submission({ [place]: 'absent_unexcused' }, { seen: version })), leave(place)])
      version = corrected.version
      expect(await totals()).toEqual({ totalEnrolled: 5, totalPresent: 4, totalAbsent: 1 })
    }
    expect(await day()).toEqual(await totals())
  })
})

test('what a register cannot give stays as it was when another mark is corrected, and cannot be given', async () => {
  const { db, studentIds } = school
  const director = await school.as('director')
  const { version } = await submitRegister(director, submission({ 0: 'absent_unexcused' }))
  await db.attendanceRecord.updateMany({ where: { studentId: studentIds[0]! }, data: { status: 'suspended', reason: 'suspension' } })
  const asked = submission({ 1: 'late' }).marks
  const kept = [{ ...asked[0]!, status: 'suspended' as const }, ...asked.slice(1)]
  const corrected = await submitRegister(director, submission({}, { seen: version, marks: kept }))
  expect(corrected).toMatchObject({ present: 3, late: 1, excused: 1, absent: 0 })
  expect(await db.attendanceRecord.findFirst({ where: { studentId: studentIds[0]! }, select: { status: true, reason: true } })).toEqual({ status: 'suspended', reason: 'suspension' })
  await submitRegister(director, submission({}, { seen: corrected.version }))
  expect(await db.attendanceRecord.findFirst({ where: { studentId: studentIds[0]! }, select: { status: true, reason: true } })).toEqual({ status: 'present', reason: null })
  const { taken } = await getRegister(director, key())
  await expect(submitRegister(director, submission({}, { seen: taken!.version, marks: kept }))).rejects.toMatchObject({ message: 'attendance.refusals.listChanged' })
  expect(() => submission({}, { date: daysAfter(today, -1), marks: kept })).toThrow(/status/)
})

test('the register of a class that was archived can still be corrected, and history says who, what and why', async () => {
  const director = await school.as('director')
  const { version } = await submitRegister(director, submission({ 0: 'late' }))
  await school.db.class.update({ where: { id: school.classId }, data: { status: 'archived' } })
  expect((await getRegister(director, key())).taken).toMatchObject({ isCorrected: false })
  const { marks } = submission({ 0: 'late' })
  await submitRegister(director, submission({}, { seen: version, marks: [{ ...marks[0], minutesLate: 25, remark: 'Bus' }, ...marks.slice(1)] }))
  const event = await school.db.auditEvent.findFirstOrThrow({ where: { deed: 'correct-register' } })
  const [student] = school.studentIds
  expect(event.before).toEqual({ [student!]: { status: 'late', minutes: 7, remark: 'seen' } })
  expect(event.after).toEqual({ [student!]: { status: 'late', minutes: 25, remark: 'Bus' } })
  expect((await getRegister(director, key())).taken).toMatchObject({ isCorrected: true, by: expect.stringContaining('director') })
})

test('two who differ in minutes or a remark only are told so', async () => {
  const [teacher, director] = [await school.as('teacher'), await school.as('director')]
  await submitRegister(director, submission({ 0: 'late' }))
  const { marks } = submission({ 0: 'late' })
  await expect(submitRegister(teacher, submission({}, { marks: [{ ...marks[0], minutesLate: 20 }, ...marks.slice(1)] }))).rejects.toMatchObject({
    detail: { differences: [{ studentId: school.studentIds[0], theirs: { status: 'late', minutesLate: 7, remark: 'seen' }, yours: { status: 'late', minutesLate: 20, remark: 'seen' } }] },
  })
})

describe('by day or by lesson', () => {
  test('a campus takes registers its one way: the other is closed, unless it was taken before the campus changed', async () => {
    const { db, north } = school
    const director = await school.as('director')
    const periodId = await aLesson(school)
    expect(await getRegister(director, key({ periodId }))).toMatchObject({ editable: false, closedBecause: 'daily' })
    await expect(submitRegister(director, submission({}, { periodId }))).rejects.toMatchObject({ message: 'attendance.refusals.daily' })
    const { version } = await submitRegister(director, submission())

    await campusRules(school, { registerMode: 'period' })
    const yesterday = daysAfter(today, -1)
    expect(await getRegister(director, key({ date: yesterday }))).toMatchObject({ editable: false, closedBecause: 'period' })
    await expect(submitRegister(director, submission({}, { date: yesterday }))).rejects.toMatchObject({ message: 'attendance.refusals.period' })
    await submitRegister(director, submission({ 0: 'absent_unexcused' }, { seen: version }))
    await submitRegister(director, submission({ 0: 'absent_unexcused' }, { periodId }))
    expect(await db.campusAttendanceSummary.findFirst({ where: { campusId: north.id }, select: { totalEnrolled: true, totalAbsent: true } })).toEqual({ totalEnrolled: 5, totalAbsent: 1 })
  })

  test('where registers are taken by lesson, a class leads to its lessons of the day', async () => {
    await campusRules(school, { registerMode: 'period' })
    const director = await school.as('director')
    const [second, first] = [await aLesson(school, { startsAt: '10:00', endsAt: '10:50' }), await aLesson(school, { startsAt: '00:00', endsAt: '00:50' })]
    await aLesson(school, { date: daysAfter(today, 1), startsAt: '00:00', endsAt: '00:50' })
    await submitRegister(director, submission({}, { periodId: first }))
    expect((await getRegister(director, key())).lessons).toMatchObject([
      { periodId: first, startsAt: '00:00', endsAt: '00:50', subjectName: `Math ${school.mark}`, taken: true, isDue: true },
      { periodId: second, startsAt: '10:00', endsAt: '10:50', subjectName: `Math ${school.mark}`, taken: false },
    ])
    // What has not begun is not missing.
    expect((await getRegister(director, key({ date: daysAfter(today, 1) }))).lessons).toMatchObject([{ taken: false, isDue: false }])
  })

  test('there is no register of a lesson on a day on which it is not given, but one that was taken outlives its lesson', async () => {
    await campusRules(school, { registerMode: 'period' })
    const director = await school.as('director')
    const periodId = await aLesson(school)
    const nothing = async (asked: object) => {
      await expect(getRegister(director, key(asked))).rejects.toMatchObject({ code: 'not-found' })
      await expect(submitRegister(director, submission({}, asked))).rejects.toMatchObject({ code: 'not-found' })
    }
    await nothing({ periodId, date: daysAfter(today, -1) })
    await nothing({ periodId, date: '2019-12-31' })
    const { version } = await submitRegister(director, submission({}, { periodId }))
    await school.db.timetablePeriod.delete({ where: { id: periodId } })
    await nothing({ periodId, date: daysAfter(today, -7) })
    await expect(submitRegister(director, submission({ 0: 'late' }, { periodId, seen: version }))).resolves.toMatchObject({ late: 1 })
  })
})

test('without a date it is the day of the class’s campus, wherever its reader is', async () => {
  const [ahead, behind] = ['Pacific/Kiritimati', 'Pacific/Pago_Pago']
  const admin = { ...(await school.as('admin')), timeZone: ahead }
  await school.db.campus.update({ where: { id: school.north.id }, data: { timeZone: behind } })
  const register = await getRegister(admin, { classId: school.classId, date: null, periodId: null })
  expect(register.key.date).toBe(nowIn(behind).date)
  expect(register.editable).toBe(true)
})

test('a day on which the campus keeps no school says so, and a day that is made up for keeps it', async () => {
  const { db, north } = school
  const director = await school.as('director')
  const keeps = async () => (await getRegister(director, key())).isSchoolDay
  await db.campusAttendanceConfig.create({ data: { campusId: north.id, campusKey: north.code, schoolDays: [] } })
  expect(await keeps()).toBe(false)
  await db.specialDay.create({ data: { date: toDate(today), kind: 'make_up', title: 'For the storm', campusId: north.id } })
  expect(await keeps()).toBe(true)
  await db.specialDay.create({ data: { date: toDate(today), kind: 'weather', title: 'Storm' } })
  expect(await keeps()).toBe(false)
})
