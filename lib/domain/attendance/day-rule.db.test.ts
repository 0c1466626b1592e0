import fc from 'fast-check'
import { beforeAll, expect, test } from 'vitest'
import { daysAfter, toDate } from '@/lib/platform/time'
import { aSchool } from '@/prisma/seed/a-school'
import { asOwner } from '@/prisma/seed/organization'
import { dayLetters, dayRules, explainDay, usualRule, type DayLetter, type DayRule } from './day-rule'
import { attendanceStatuses, hasMinutes, type AttendanceStatus } from './register'

let school: Awaited<ReturnType<typeof aSchool>>
beforeAll(async () => {
  school = await aSchool()
})

const rule = fc.record({ dayRule: fc.constantFrom(...dayRules), wholeDayPercent: fc.integer({ min: 2, max: 100 }), half: fc.option(fc.integer({ min: 1, max: 99 }), { nil: null }), missedAfterMinutes: fc.option(fc.integer({ min: 1, max: 60 }), { nil: null }) })
  .map(({ half, ...rest }): DayRule => ({ ...rest, halfDayPercent: half !== null && half < rest.wholeDayPercent ? half : null }))
const mark = fc.tuple(fc.constantFrom(...attendanceStatuses), fc.integer({ min: 0, max: 90 })).map(([status, minutes]) => ({ status, minutesLate: hasMinutes(status) ? minutes : null }))

test('what the sentence says of a day is what the database counts, for a thousand days and rules', async () => {
  const cases = fc.sample(fc.tuple(rule, fc.array(mark, { maxLength: 8 })), 1_000).map(([of, marks]) => ({ of, marks, said: explainDay(of, marks) }))
  const counted = await asOwner(async (owner) => (await owner.query<{ letter: string }>(`
    SELECT attendance_letter((c->>'rule')::enum_campus_attendance_config_day_rule, (c->>'half')::int, (c->>'whole')::int, (SELECT count(standing_of((m->>'status')::enum_attendance_records_status)) FROM jsonb_array_elements(c->'marks') m),
      (SELECT count(*) FROM jsonb_array_elements(c->'marks') m WHERE standing_of((m->>'status')::enum_attendance_records_status) = 'absent' OR standing_of((m->>'status')::enum_attendance_records_status) = 'late' AND (m->>'minutesLate')::int > (c->>'after')::int),
      (SELECT count(*) FROM jsonb_array_elements(c->'marks') m WHERE standing_of((m->>'status')::enum_attendance_records_status) = 'excused'), (SELECT count(*) FROM jsonb_array_elements(c->'marks') m WHERE standing_of((m->>'status')::enum_attendance_records_status) = 'late')) AS letter
    FROM jsonb_array_elements($1::jsonb) WITH ORDINALITY AS x (c, n) ORDER BY n`, [JSON.stringify(cases.map(({ of, marks }) => ({ rule: of.dayRule, half: of.halfDayPercent, whole: of.wholeDayPercent, after: of.missedAfterMinutes, marks })))])).rows)
  for (const [n, { said }] of cases.entries()) expect(counted[n]?.letter, JSON.stringify(cases[n])).toBe(said.letter ?? '-')
})

/** The sums of a campus's day, told one by one from the marks that stand. */
async function tellDay(date: string) {
  const { db, north } = school
  const marks = await db.attendanceRecord.findMany({ where: { campusId: north.id, sessionDate: toDate(date) }, select: { studentId: true, status: true, minutesLate: true } })
  const day = await db.campusAttendanceSummary.findFirst({ where: { campusId: north.id, attendanceDate: toDate(date) } })
  const letters = [...new Set(marks.map(({ studentId }) => studentId))].map((id) => [id, explainDay(day ?? usualRule, marks.filter(({ studentId }) => studentId === id)).letter] as const)
  const count = (...of: DayLetter[]) => letters.filter(([, letter]) => letter && of.includes(letter)).length
  const months = await db.studentAttendanceMonth.findMany({ where: { campusId: north.id, month: toDate(`${date.slice(0, 7)}-01`) } })
  for (const month of months) {
    expect(month.days[Number(date.slice(8)) - 1]).toBe(letters.find(([id]) => id === month.studentId)?.[1] ?? '-')
    expect([month.present, month.late, month.excused, month.absent, month.halfExcused, month.halfAbsent]).toEqual(dayLetters.map((letter) => month.days.split(letter).length - 1))
  }
  const told = { totalEnrolled: count(...dayLetters), totalPresent: count('p', 'l', 'g', 'h'), totalAbsent: count('a', 'e'), totalTardy: count('l'), totalExcused: count('e'), totalHalf: count('g', 'h') }
  const { totalEnrolled = 0, totalPresent = 0, totalAbsent = 0, totalTardy = 0, totalExcused = 0, totalHalf = 0 } = day ?? {}
  expect({ totalEnrolled, totalPresent, totalAbsent, totalTardy, totalExcused, totalHalf }).toEqual(told)
  if (day) expect(Number(day.attendancePercentage)).toBeCloseTo(told.totalEnrolled ? (100 * (told.totalPresent - told.totalHalf / 2)) / told.totalEnrolled : 0, 1)
}

type Step = { kind: 'take' | 'change' | 'remove' | 'rule'; lesson: number; marks: { status: AttendanceStatus; minutesLate: number | null }[]; of: DayRule }
const step: fc.Arbitrary<Step> = fc.record({ kind: fc.constantFrom('take', 'take', 'take', 'change', 'remove', 'rule'), lesson: fc.integer({ min: 0, max: 5 }), marks: fc.array(mark, { minLength: 5, maxLength: 5 }), of: rule })

test('the sums of a campus are its ledger, for a thousand histories of registers, corrections, removals and changes of the rule', async () => {
  const { db, north, classId, studentIds } = school
  const histories = fc.sample(fc.array(step, { minLength: 1, maxLength: 4 }), 1_000)
  const registers = ['daily', 'am', 'pm', 'period', 'event', 'ad_hoc'] as const
  for (const [n, steps] of histories.entries()) {
    const date = daysAfter('2021-01-01', n)
    const sessions = new Map<number, string>()
    for (const { kind, lesson, marks, of } of steps) {
      const sessionId = sessions.get(lesson)
      if (kind === 'rule') await db.campusAttendanceSummary.updateMany({ where: { campusId: north.id, attendanceDate: toDate(date) }, data: of })
      else if (!sessionId) {
        const { id } = await db.attendanceSession.create({ data: { classId, campusId: north.id, sessionDate: toDate(date), sessionType: registers[lesson]!, state: 'submitted' }, select: { id: true } })
        sessions.set(lesson, id)
        await db.attendanceRecord.createMany({ data: marks.map((one, i) => ({ ...one, attendanceSessionId: id, campusId: north.id, sessionDate: toDate(date), studentId: studentIds[i]! })) })
      } else if (kind === 'remove') await db.attendanceRecord.deleteMany({ where: { attendanceSessionId: sessionId, studentId: studentIds[0]! } })
      else await db.attendanceRecord.updateMany({ where: { attendanceSessionId: sessionId, studentId: { in: studentIds.slice(0, 2) } }, data: marks[0]! })
    }
    await tellDay(date)
  }
}, 300_000)
