import { beforeEach, expect, test } from 'vitest'
import { todayIn } from '@/lib/platform/clock.server'
import type { Ctx } from '@/lib/platform/context'
import { listHistory } from '@/lib/platform/history.server'
import { parseList } from '@/lib/platform/list'
import { aSchool } from '@/prisma/seed/a-school'
import { aLesson, campusRules, submissionTo } from './a-submission'
import { campusRulesInput, usualRules } from './campus-rules'
import { getCampusRules, saveCampusRules } from './campus-rules.server'
import { getDay } from './day.server'
import { findStaleDays, previewRecount, startRecount } from './recount.server'
import { getRegister, submitRegister } from './register.server'
import { summaryList, totalsInput } from './summary'
import { enterTotals, listSummaries } from './summary.server'

let school: Awaited<ReturnType<typeof aSchool>>
let director: Ctx
const today = todayIn('UTC')
beforeEach(async () => {
  school = await aSchool()
  director = await school.as('director')
})

const totals = (more: object = {}) => totalsInput.parse({ campusId: school.north.id, date: today, totalEnrolled: 40, totalPresent: 36, totalTardy: 2, totalExcused: 3, recordedByLabel: 'Front desk', notes: 'by phone', seen: null, ...more })
const listed = async (asked: Record<string, string> = {}) => (await listSummaries(director, parseList(summaryList, asked))).rows
const rules = (more: object) => campusRulesInput.parse({ ...usualRules, campusId: school.north.id, seen: null, ...more })

test('a campus that only reports totals enters them by hand, and every number says where it comes from; marks that come later take their place', async () => {
  await enterTotals(director, totals())
  expect(await listed({ source: 'manual' })).toMatchObject([{ source: 'manual', enrolled: 40, present: 36, late: 2, absent: 4, excused: 3, percentage: 90, recordedBy: 'Front desk', notes: 'by phone' }])
  expect((await getDay(director)).all).toMatchObject({ present: 34, late: 2, excused: 3, unexplained: 1, percentage: 90 })
  // The second of two who enter a day is told.
  await expect(enterTotals(director, totals({ totalPresent: 30 }))).rejects.toMatchObject({ message: 'attendance.summaries.refusals.changed' })
  const [row] = await listed()
  await enterTotals(director, totals({ totalPresent: 37, seen: row!.seen }))
  expect((await listHistory(director, 'campus_attendance_summaries', row!.id)).map(({ deed }) => deed)).toEqual(['enter-attendance-totals', 'enter-attendance-totals'])

  await campusRules(school)
  await submitRegister(await school.as('teacher'), submissionTo(school)({ 0: 'absent_unexcused' }))
  expect(await listed()).toMatchObject([{ source: 'ledger', enrolled: 5, present: 4, absent: 1, percentage: 80 }])
  await expect(enterTotals(director, totals({ seen: (await listed())[0]!.seen }))).rejects.toMatchObject({ message: 'attendance.summaries.refusals.ledger' })
})

test('totals must add up, lie in the past and within reach', async () => {
  expect(totalsInput.safeParse({ ...totals(), totalPresent: 41 }).success).toBe(false)
  expect(totalsInput.safeParse({ ...totals(), totalExcused: 5 }).success).toBe(false)
  await expect(enterTotals(director, totals({ date: '2999-01-01' }))).rejects.toMatchObject({ message: 'attendance.summaries.refusals.future' })
  await expect(enterTotals(director, totals({ campusId: school.south.id }))).rejects.toMatchObject({ code: 'not-found' })
})

test('a rule that is changed shows what it would change, then counts the days anew; it is taken back by the same way', async () => {
  const periods = await Promise.all(['00:00', '01:00', '02:00', '03:00'].map((startsAt) => aLesson(school, { startsAt, endsAt: `${startsAt.slice(0, 2)}:50` })))
  await saveCampusRules(director, rules({ registerMode: 'period', schoolDays: [1, 2, 3, 4, 5, 6, 7] }))
  const teacher = await school.as('teacher')
  for (const [n, periodId] of periods.entries()) await submitRegister(teacher, submissionTo(school)(n < 2 ? { 0: 'absent_unexcused', 1: n === 0 ? 'absent_excused' : 'present' } : {}, { periodId }))
  expect((await listed())[0]).toMatchObject({ enrolled: 5, present: 3, absent: 2, excused: 1, half: 0, percentage: 60 })

  const half = { registerMode: 'period', dayRule: 'share', halfDayPercent: 50, wholeDayPercent: 100, schoolDays: [1, 2, 3, 4, 5, 6, 7] }
  const preview = await previewRecount(director, { campusId: school.north.id, from: today, dayRule: 'share', halfDayPercent: 50, wholeDayPercent: 100, missedAfterMinutes: null })
  expect(preview).toEqual({ days: 1, changes: expect.arrayContaining([{ before: 'a', after: 'h', days: 1 }, { before: 'e', after: 'p', days: 1 }]) })
  const { seen } = await getCampusRules(director, school.north.id)
  await saveCampusRules(director, rules({ ...half, seen }))
  // Saving changes nothing that was counted.
  expect((await listed())[0]).toMatchObject({ absent: 2 })
  expect(await findStaleDays(director, school.north.id)).toEqual({ count: 1, from: today })
  expect(await startRecount(director, { campusId: school.north.id, from: today })).toMatchObject({ state: 'done', done: 1 })
  expect((await listed())[0]).toMatchObject({ enrolled: 5, present: 5, absent: 0, half: 1, percentage: 90 })
  expect(await findStaleDays(director, school.north.id)).toBeNull()
  await expect(saveCampusRules(director, rules({ ...half, seen }))).rejects.toMatchObject({ code: 'conflict' })
})

test('a campus that reports totals takes no register, not by a raw request either', async () => {
  await saveCampusRules(director, rules({ registerMode: 'totals', schoolDays: [1, 2, 3, 4, 5, 6, 7] }))
  const teacher = await school.as('teacher')
  expect(await getRegister(teacher, { classId: school.classId, date: today, periodId: null })).toMatchObject({ editable: false, closedBecause: 'totals' })
  await expect(submitRegister(teacher, submissionTo(school)())).rejects.toMatchObject({ message: 'attendance.refusals.totals' })
})

test('a link that leaves is https and carries no password', () => {
  for (const link of ['http://a.example', 'javascript:alert(1)', 'https://me:secret@a.example', 'ftp://a.example', 'a.example']) expect(campusRulesInput.safeParse({ ...usualRules, campusId: school.north.id, seen: null, attendanceLink: link }).success, link).toBe(false)
  expect(rules({ attendanceLink: 'https://portal.example/attendance?campus=1' }).attendanceLink).toBe('https://portal.example/attendance?campus=1')
})
