import { beforeEach, describe, expect, test } from 'vitest'
import { aSchool } from '@/prisma/seed/a-school'
import { todayIn } from '@/lib/platform/clock.server'
import { daysAfter, toDate } from '@/lib/platform/time'
import { getRegister, submitRegister } from './register.server'
import { aLesson, campusRules, submissionTo } from './a-submission'
import type { RegisterConflict } from './register'

type School = Awaited<ReturnType<typeof aSchool>>
let school: School
const today = todayIn('UTC')

beforeEach(async () => {
  school = await aSchool()
})

const submission: ReturnType<typeof submissionTo> = (...given) => submissionTo(school)(...given)
const key = (date = today) => ({ classId: school.classId, date, periodId: null })
const summary = (date = today) => school.db.campusAttendanceSummary.findFirst({ where: { campusId: school.north.id, attendanceDate: toDate(date) }, select: { totalEnrolled: true, totalPresent: true, totalAbsent: true, totalTardy: true, totalExcused: true, attendancePercentage: true } })

describe('taking a register', () => {
  test('writes the session, every mark, the day of the campus and its history', async () => {
    const teacher = await school.as('teacher')
    const before = await getRegister(teacher, key())
    expect(before).toMatchObject({ taken: null, editable: true })
    expect(before.students.map((student) => student.status)).toEqual([null, null, null, null, null])

    const done = await submitRegister(teacher, submission({ 1: 'absent_unexcused', 2: 'late', 3: 'absent_excused' }))
    expect(done).toMatchObject({ present: 2, late: 1, excused: 1, absent: 1 })
    const after = await getRegister(teacher, key())
    expect(after.taken).toMatchObject({ version: done.version, by: expect.stringContaining('teacher') })
    expect(after.students.map(({ status, minutesLate }) => [status, minutesLate])).toEqual([['present', null], ['absent_unexcused', null], ['late', 7], ['absent_excused', null], ['present', null]])
    expect(await summary()).toMatchObject({ totalEnrolled: 5, totalPresent: 3, totalAbsent: 2, totalTardy: 1, totalExcused: 1 })
    expect(Number((await summary())?.attendancePercentage)).toBe(60)
    const [event] = await school.db.auditEvent.findMany({ where: { deed: 'submit-register' } })
    expect(event).toMatchObject({ actorId: school.people.teacher.userId, entity: 'attendance_sessions' })
  })

  test('the same key again is answered the same and writes nothing; with other marks it is refused', async () => {
    const teacher = await school.as('teacher')
    const sent = submission({ 0: 'late' })
    const [first, second] = [await submitRegister(teacher, sent), await submitRegister(teacher, sent)]
    expect(second).toEqual(first)
    expect(await school.db.attendanceRecord.count()).toBe(5)
    await expect(submitRegister(teacher, { ...sent, marks: submission().marks })).rejects.toMatchObject({ code: 'conflict', message: 'errors.refusals.keyReused' })
  })

  test('of many at once one is written, and each of the others learns who and what', async () => {
    const [teacher, assistant, director] = [await school.as('teacher'), await school.as('assistant'), await school.as('director')]
    const outcomes = await Promise.allSettled(
      Array.from({ length: 12 }, (_, i) => submitRegister([teacher, assistant, director][i % 3]!, submission({ 0: i % 2 ? 'late' : 'absent_unexcused' }))),
    )
    expect(outcomes.filter((outcome) => outcome.status === 'fulfilled')).toHaveLength(1)
    expect(await school.db.attendanceSession.count()).toBe(1)
    expect(await school.db.attendanceRecord.count()).toBe(5)
    expect(await summary()).toMatchObject({ totalEnrolled: 5 })
    for (const outcome of outcomes) if (outcome.status === 'rejected') expect(outcome.reason).toMatchObject({ code: 'conflict', message: 'attendance.refusals.taken' })
    const other = outcomes.find((outcome) => outcome.status === 'rejected' && (outcome.reason.detail as RegisterConflict).differences.length > 0)
    expect(other).toBeDefined()
  })

  test('a list that changed meanwhile is refused whole', async () => {
    const teacher = await school.as('teacher')
    const sent = submission()
    const late = await school.db.student.create({ data: { studentNumber: 'new', firstName: 'New', lastName: 'Kid', campusId: school.north.id } })
    await school.db.classEnrollment.create({ data: { classId: school.classId, studentId: late.id, enrolledOn: toDate(today) } })
    await expect(submitRegister(teacher, sent)).rejects.toMatchObject({ message: 'attendance.refusals.listChanged' })
    const stranger = { ...sent, marks: [...sent.marks, { studentId: school.otherStudentId, status: 'present' as const, minutesLate: null, remark: null }] }
    await expect(submitRegister(teacher, { ...stranger, idempotencyKey: crypto.randomUUID() })).rejects.toMatchObject({ message: 'attendance.refusals.listChanged' })
    expect(await school.db.attendanceSession.count()).toBe(0)
  })

  test('a class out of reach, of another school, or of nobody is the same nothing', async () => {
    const teacher = await school.as('teacher')
    const other = await aSchool()
    for (const classId of [school.otherClassId, other.classId, crypto.randomUUID()]) {
      await expect(getRegister(teacher, { ...key(), classId })).rejects.toMatchObject({ code: 'not-found' })
      await expect(submitRegister(teacher, submission({}, { classId }))).rejects.toMatchObject({ code: 'not-found' })
    }
  })

  test('the future is closed, a missing register of last week is open, an old one is not', async () => {
    const teacher = await school.as('teacher')
    await expect(submitRegister(teacher, submission({}, { date: daysAfter(today, 1) }))).rejects.toMatchObject({ message: 'attendance.refusals.future' })
    await expect(submitRegister(teacher, submission({}, { date: daysAfter(today, -8) }))).rejects.toMatchObject({ message: 'attendance.refusals.locked' })
    await expect(submitRegister(teacher, submission({}, { date: daysAfter(today, -7) }))).resolves.toMatchObject({ present: 5 })
    await expect(submitRegister(await school.as('finance'), submission())).rejects.toMatchObject({ code: 'forbidden' })
  })
})

describe('what may be asked for', () => {
  const nothing = async (who: Parameters<School['as']>[0], asked: { classId?: string; periodId?: string }) => {
    const ctx = await school.as(who)
    for (const ask of [() => getRegister(ctx, { ...key(), ...asked }), () => submitRegister(ctx, submission({}, asked))]) await expect(ask()).rejects.toMatchObject({ code: 'not-found' })
  }
  test('a class of one’s own for a teacher, of one’s campuses for a director, of the organization for an administrator', async () => {
    const { db, north, yearId, gradeId, otherClassId } = school
    const notOwn = await db.class.create({ data: { name: 'Not own', campusId: north.id, academicYearId: yearId, gradeId } })
    await nothing('teacher', { classId: notOwn.id })
    await nothing('director', { classId: otherClassId })
    expect(await getRegister(await school.as('director'), { ...key(), classId: notOwn.id })).toMatchObject({ className: 'Not own' })
    expect(await getRegister(await school.as('admin'), { ...key(), classId: otherClassId })).toMatchObject({ className: `Other ${school.mark}` })
    await nothing('admin', { classId: (await aSchool()).classId })
    await db.class.delete({ where: { id: notOwn.id } })
    await nothing('admin', { classId: notOwn.id })
  })

  test('a live period of that class; the register says its subject and hours and is kept apart from the day’s', async () => {
    await campusRules(school, { registerMode: 'period' })
    const teacher = await school.as('teacher')
    const asked = { periodId: await aLesson(school, { startsAt: '09:00', endsAt: '09:50' }) }
    expect(await getRegister(teacher, { ...key(), ...asked })).toMatchObject({ period: { name: 'First', startsAt: '09:00', endsAt: '09:50' }, subjectName: `Math ${school.mark}`, taken: null })
    await submitRegister(teacher, submission({ 0: 'late' }, asked))
    expect((await getRegister(teacher, { ...key(), ...asked })).students[0]).toMatchObject({ status: 'late', minutesLate: 7, remark: 'seen' })
    expect(await getRegister(teacher, key())).toMatchObject({ period: null, subjectName: null, taken: null })

    await nothing('admin', { periodId: await aLesson(await aSchool()) })
    await nothing('admin', { classId: school.otherClassId, ...asked })
    await nothing('admin', { periodId: crypto.randomUUID() })
    const removed = { periodId: await aLesson(school, { startsAt: '10:00', endsAt: '10:50' }) }
    await school.db.timetablePeriod.delete({ where: { id: removed.periodId } })
    await nothing('admin', removed)
    const elsewhere = { periodId: await aLesson(school, { campusId: school.south.id }) }
    await nothing('director', elsewhere)
    await expect(getRegister(teacher, { ...key(), ...elsewhere })).resolves.toMatchObject({ period: { name: 'First' } })
  })

  test('live rules of a campus within reach, and the usual ones without', async () => {
    const { db, north, south, people } = school
    const may = async (days: number) => (await getRegister(await school.as('teacher'), key(daysAfter(today, -days)))).editable
    const rule = () => campusRules(school, { editableDays: 2 })
    await rule()
    expect([await may(2), await may(3)]).toEqual([true, false])
    await db.campusAttendanceConfig.deleteMany({ where: { campusId: north.id } })
    expect([await may(7), await may(8)]).toEqual([true, false])
    await rule()
    await db.userCampus.deleteMany({ where: { userId: people.teacher.userId } })
    await db.staff.update({ where: { id: people.teacher.staffId }, data: { campusId: south.id } })
    expect([await may(7), await may(8)]).toEqual([true, false])
  })

  test('a student enrolled twice on the day stands once in the list', async () => {
    const { classId, studentIds } = school
    await school.db.classEnrollment.create({ data: { classId, studentId: studentIds[0]!, enrolledOn: toDate('2019-01-01'), endedOn: toDate(today) } })
    expect((await getRegister(await school.as('teacher'), key())).students.map(({ id }) => id)).toEqual(studentIds)
  })
})

describe('correcting a register', () => {
  test('changes what changed, moves the totals by the difference and keeps before and after', async () => {
    const [teacher, director] = [await school.as('teacher'), await school.as('director')]
    const yesterday = daysAfter(today, -1)
    const first = await submitRegister(teacher, submission({ 0: 'absent_unexcused' }, { date: yesterday }))
    await expect(submitRegister(teacher, submission({}, { date: yesterday, seen: first.version }))).rejects.toMatchObject({ message: 'attendance.refusals.locked' })
    const second = await submitRegister(director, submission({ 0: 'absent_excused', 1: 'late' }, { date: yesterday, seen: first.version }))
    expect(second.version > first.version).toBe(true)
    expect(await summary(yesterday)).toMatchObject({ totalEnrolled: 5, totalPresent: 4, totalAbsent: 1, totalTardy: 1, totalExcused: 1 })
    const event = await school.db.auditEvent.findFirstOrThrow({ where: { deed: 'correct-register' } })
    expect(event.before).toEqual({ [school.studentIds[0]!]: { status: 'absent_unexcused', remark: 'seen' }, [school.studentIds[1]!]: { status: 'present' } })
    expect(event.after).toEqual({ [school.studentIds[0]!]: { status: 'absent_excused', remark: 'seen' }, [school.studentIds[1]!]: { status: 'late', minutes: 7, remark: 'seen' } })
  })

  test('of two corrections of one version the second is shown the difference, and nothing of it is kept', async () => {
    const teacher = await school.as('teacher')
    const { version } = await submitRegister(teacher, submission())
    const outcomes = await Promise.allSettled([
      submitRegister(teacher, submission({ 0: 'late' }, { seen: version })),
      submitRegister(await school.as('assistant'), submission({ 0: 'absent_unexcused' }, { seen: version })),
    ])
    expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
    const rejected = outcomes.find((outcome) => outcome.status === 'rejected') as PromiseRejectedResult
    expect((rejected.reason.detail as RegisterConflict).differences).toHaveLength(1)
    const totals = await summary()
    const marks = await school.db.attendanceRecord.groupBy({ by: ['status'], _count: { _all: true } })
    expect(marks.find(({ status }) => status === 'present')?._count._all).toBe(4)
    expect(totals!.totalPresent + totals!.totalAbsent).toBe(5)
  })
})

test('whoever meets a closed register is told who may correct it, those of the campus first; whoever may is told nobody', async () => {
  const teacher = await school.as('teacher')
  const earlier = daysAfter(today, -30)
  const asked = { classId: school.classId, date: earlier, periodId: null }
  const { closedBecause, correctors } = await getRegister(teacher, asked)
  expect(closedBecause).toBe('locked')
  expect(correctors.map(({ name }) => name.split(' ')[0])).toEqual(['director', 'admin', 'registrar'])
  expect(correctors[0]).toMatchObject({ role: 'Campus director', email: school.people.director.email })
  await school.db.user.update({ where: { id: school.people.registrar.userId }, data: { disabled: true } })
  expect((await getRegister(teacher, asked)).correctors).toHaveLength(2)
  expect((await getRegister(await school.as('director'), asked)).correctors).toEqual([])
  expect((await getRegister(teacher, { ...asked, date: today })).correctors).toEqual([])
})

test('the totals of a day equal its marks after any mix of submissions and corrections', async () => {
  const director = await school.as('director')
  const statuses = ['present', 'late', 'absent_unexcused', 'absent_excused', 'left_early', 'remote']
  let seen: string | null = null
  for (let round = 0; round < 12; round++) {
    const marks = Object.fromEntries(school.studentIds.map((_, i) => [i, statuses[(round * 7 + i * 3) % statuses.length]!]))
    seen = (await submitRegister(director, submission(marks, { seen }))).version
  }
  const records = await school.db.attendanceRecord.findMany({ select: { status: true } })
  const absent = records.filter(({ status }) => status.startsWith('absent')).length
  expect(await summary()).toMatchObject({
    totalEnrolled: 5, totalAbsent: absent, totalPresent: 5 - absent,
    totalTardy: records.filter(({ status }) => status === 'late').length, totalExcused: records.filter(({ status }) => status === 'absent_excused').length,
  })
})
