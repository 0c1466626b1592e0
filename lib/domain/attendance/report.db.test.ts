import { beforeAll, expect, test } from 'vitest'
import { daysAfter, toDate } from '@/lib/platform/time'
import { aSchool } from '@/prisma/seed/a-school'
import { dice } from '@/prisma/seed/insert'
import type { Ctx } from '@/lib/platform/context'
import { explainDay, usualRule, missedOf, type DayLetter } from './day-rule'
import { addedSums, countedDays, isChronic, missedDays, noSums, reportQuery, type Sums } from './report'
import { getMonthSheet, getOverview, getReport } from './report.server'
import type { AttendanceStatus } from './register'

let school: Awaited<ReturnType<typeof aSchool>>
let director: Ctx
const [first, count] = ['2025-11-17', 60]
const days = Array.from({ length: count }, (_, n) => daysAfter(first, n))
const statuses: AttendanceStatus[] = ['present', 'present', 'present', 'late', 'absent_unexcused', 'absent_excused', 'present', 'remote']

beforeAll(async () => {
  school = await aSchool()
  director = await school.as('director')
  const { db, classId, north, studentIds } = school
  const luck = dice(5)
  for (const date of days) {
    const { id } = await db.attendanceSession.create({ data: { classId, campusId: north.id, sessionDate: toDate(date), sessionType: 'daily', state: 'submitted' }, select: { id: true } })
    await db.attendanceRecord.createMany({ data: studentIds.map((studentId) => { const status = statuses[Math.floor(luck() * statuses.length)]!; return { studentId, status, minutesLate: status === 'late' ? 1 + Math.floor(luck() * 20) : null, attendanceSessionId: id, campusId: north.id, sessionDate: toDate(date) } }) })
  }
})

/** The same, told one by one from the marks. */
async function tell(from: string, to: string) {
  const marks = await school.db.attendanceRecord.findMany({ where: { campusId: school.north.id, sessionDate: { gte: toDate(from), lte: toDate(to) } }, select: { studentId: true, sessionDate: true, status: true, minutesLate: true } })
  return school.studentIds.map((id): Sums & { id: string } => {
    const own = marks.filter(({ studentId }) => studentId === id)
    const letters = own.map((mark) => explainDay(usualRule, [mark]).letter).filter((letter): letter is DayLetter => letter !== null)
    const of = (letter: DayLetter) => letters.filter((one) => one === letter).length
    const sums = { ...noSums, p: of('p'), l: of('l'), e: of('e'), a: of('a'), students: 1, lateMinutes: own.reduce((sum, { minutesLate }) => sum + (minutesLate ?? 0), 0) }
    return { id, ...sums, chronic: isChronic(sums) ? 1 : 0 }
  })
}
const report = (asked: object) => getReport(director, reportQuery.parse(asked))
const plain = ({ p, l, e, a, g, h, students, chronic, lateMinutes }: Sums) => ({ p, l, e, a, g, h, students, chronic, lateMinutes })

test.each([[first, days.at(-1)!], ['2025-11-25', '2025-12-09'], ['2025-12-01', '2025-12-31'], ['2025-12-31', '2026-01-01'], ['2025-12-13', '2025-12-13']])('from %s to %s every report is its ledger', async (from, to) => {
  const told = await tell(from, to)
  const total = plain(addedSums(told))
  for (const by of ['class', 'grade', 'campus'] as const) {
    const { rows, total: sum } = await report({ by, from, to })
    expect(plain(addedSums(rows.map(({ sums }) => sums))), by).toEqual(total)
    expect(plain(sum)).toEqual(total)
  }
  const students = (await report({ by: 'student', from, to })).rows
  for (const { key, sums } of students) expect(plain(sums), key).toEqual(plain(told.find(({ id }) => id === key)!))
  expect((await report({ by: 'student', from, to, chronic: '1' })).rows.map(({ key }) => key).sort()).toEqual(told.filter(({ chronic }) => chronic).map(({ id }) => id).sort())
  for (const narrowed of [{}, { class: school.classId }, { grade: school.gradeId }]) {
    for (const by of ['day', 'week', 'month'] as const) {
      const sum = addedSums((await report({ by, from, to, ...narrowed })).rows.map(({ sums }) => sums))
      expect([countedDays(sum), missedDays(sum), sum.l], `${by} ${JSON.stringify(narrowed)}`).toEqual([countedDays(total), missedDays(total), total.l])
    }
  }
  const { heat, people } = await getOverview(director, reportQuery.parse({ from, to }))
  expect(plain(people)).toEqual(total)
  expect(heat.every(({ startsAt }) => startsAt === null)).toBe(true)
})

test('the monthly register has a letter for every day that was counted, and its sums', async () => {
  // Whoever waits for a place is not on it.
  const waits = await school.db.student.create({ data: { studentNumber: 'WAITS', firstName: '', lastName: 'Waiting', campusId: school.north.id }, select: { id: true } })
  await school.db.classEnrollment.create({ data: { studentId: waits.id, classId: school.classId, enrolledOn: toDate('2025-12-01'), status: 'waitlisted' } })
  const sheet = await getMonthSheet(director, school.classId, '2025-12')
  expect(sheet!.students.map(({ id }) => id)).not.toContain(waits.id)
  const told = await tell('2025-12-01', '2025-12-31')
  for (const { id, letters } of sheet!.students) expect([...letters].filter((letter): letter is DayLetter => letter !== '-').reduce((sum, letter) => sum + missedOf(letter), 0)).toBe(missedDays(told.find((one) => one.id === id)!))
})

test('nobody beyond the reach is counted: not another campus, not another organization, no whole campus for a role of classes', async () => {
  const other = await aSchool()
  for (const ctx of [await other.as('admin'), await school.as('teacher')]) expect((await getReport(ctx, reportQuery.parse({ by: 'student', from: first, campus: school.north.id }))).rows).toEqual([])
  expect((await report({ by: 'student', from: first, campus: school.south.id })).rows).toEqual([])
  expect(await getMonthSheet(await other.as('admin'), school.classId, '2025-12')).toBeNull()
})
