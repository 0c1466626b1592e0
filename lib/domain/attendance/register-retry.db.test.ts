import { beforeEach, expect, test, vi } from 'vitest'
import { aSchool } from '@/prisma/seed/a-school'
import { database } from '@/lib/platform/db/client.server'
import { todayIn } from '@/lib/platform/clock.server'
import { daysAfter, toDate } from '@/lib/platform/time'
import { submissionTo } from './a-submission'
import { submitRegister } from './register.server'

type School = Awaited<ReturnType<typeof aSchool>>
let school: School
const submission: ReturnType<typeof submissionTo> = (...given) => submissionTo(school)(...given)
const today = todayIn('UTC')

beforeEach(async () => {
  school = await aSchool()
})

test('a retry is answered as the first time was, also when somebody has corrected since', async () => {
  const [teacher, director] = [await school.as('teacher'), await school.as('director')]
  const sent = submission({ 0: 'late' })
  const first = await submitRegister(teacher, sent)
  await submitRegister(director, submission({ 1: 'absent_excused' }, { seen: first.version }))
  const again = await submitRegister(teacher, sent)
  expect(again).toEqual(first)
  // Whoever goes on from the answer is told of the correction, and does not undo it unseen.
  await expect(submitRegister(teacher, submission({ 2: 'late' }, { seen: again.version }))).rejects.toMatchObject({ message: 'attendance.refusals.taken' })
})

test('a retry is answered when the list, or what one may do, has changed since it was written', async () => {
  const { db, classId, studentIds } = school
  const teacher = await school.as('teacher')
  const sent = submission({ 0: 'late' })
  const first = await submitRegister(teacher, sent)
  const correction = submission({ 0: 'absent_unexcused' }, { seen: first.version })
  const corrected = await submitRegister(teacher, correction)
  await db.classEnrollment.updateMany({ where: { classId, studentId: studentIds[4]! }, data: { endedOn: toDate(daysAfter(today, -1)), status: 'withdrawn' } })
  expect(await submitRegister(teacher, sent)).toEqual(first)
  expect(await submitRegister(teacher, correction)).toEqual(corrected)
  // As after midnight: the day is closed to a teacher, but this was written before.
  const reader = { ...teacher, can: (permission: string) => permission === 'READ_ATTENDANCE' }
  expect(await submitRegister(reader, correction)).toEqual(corrected)
  await expect(submitRegister(reader, submission({}, { seen: corrected.version }))).rejects.toMatchObject({ code: 'forbidden' })
})

test('a key is its sender’s own: another person or other marks are refused, another organization has its own', async () => {
  const sent = submission()
  await submitRegister(await school.as('teacher'), sent)
  await expect(submitRegister(await school.as('director'), sent)).rejects.toMatchObject({ message: 'errors.refusals.keyReused' })
  const remarked = { ...sent, marks: sent.marks.map((mark, i) => (i ? mark : { ...mark, remark: 'Bus' })) }
  await expect(submitRegister(await school.as('teacher'), remarked)).rejects.toMatchObject({ message: 'errors.refusals.keyReused' })
  const other = await aSchool()
  await expect(submitRegister(await other.as('teacher'), { ...submissionTo(other)(), idempotencyKey: sent.idempotencyKey })).resolves.toMatchObject({ present: 5 })
})

test('eight times the same at once is written once and answered eight times alike', async () => {
  const teacher = await school.as('teacher')
  const sent = submission({ 3: 'absent_unexcused' })
  const answers = await Promise.all(Array.from({ length: 8 }, () => submitRegister(teacher, sent)))
  expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1)
  const correction = submission({ 3: 'late' }, { seen: answers[0]!.version })
  const corrected = await Promise.all(Array.from({ length: 8 }, () => submitRegister(teacher, correction)))
  expect(new Set(corrected.map(({ version }) => version)).size).toBe(1)
  expect(await school.db.auditEvent.count({ where: { entity: 'attendance_sessions' } })).toBe(2)
})

test('a submit, a correction and a retry ask the database six times at most, the question who asks among them', async () => {
  const pool = database().pool
  const asked = [vi.spyOn(pool, 'query'), vi.spyOn(pool, 'connect')]
  const counted = async (run: () => Promise<unknown>) => {
    for (const one of asked) one.mockClear()
    await run()
    return asked.reduce((sum, { mock }) => sum + mock.calls.length, 0)
  }
  const sent = submission({ 0: 'late' })
  const submit = async (input: typeof sent) => submitRegister(await school.as('teacher'), input)
  let version = ''
  expect(await counted(async () => ({ version } = await submit(sent)))).toBeLessThanOrEqual(6)
  expect(await counted(() => submit(sent))).toBeLessThanOrEqual(6)
  expect(await counted(() => submit(submission({ 1: 'absent_unexcused' }, { seen: version })))).toBeLessThanOrEqual(6)
  for (const one of asked) one.mockRestore()
})

test('what no database can keep in a remark is left out, instead of the register', async () => {
  const [first, ...rest] = submission().marks
  const sent = submission({}, { marks: [{ ...first, remark: ' Bus\u0000 l\u0007ate\ud800\nagain \u000b' }, ...rest] })
  expect(sent.marks[0]?.remark).toBe('Bus  l ate \nagain')
  await submitRegister(await school.as('teacher'), sent)
  expect(() => submission({}, { marks: [{ ...first, remark: 'x'.repeat(10_000) }, ...rest] })).toThrow(/remark/)
})

test('nobody is late by fewer than no minutes, or by more than a day has', () => {
  const [first, ...rest] = submission().marks
  for (const [minutesLate, isTaken] of [[-1, false], [0, true], [600, true], [999, false], [1.5, false], ['5a', false], [Number.NaN, false]]) {
    const ask = () => submission({}, { marks: [{ ...first, status: 'late', minutesLate }, ...rest] })
    if (isTaken) expect(ask().marks[0]?.minutesLate).toBe(minutesLate)
    else expect(ask, String(minutesLate)).toThrow(/minutesLate/)
  }
})
