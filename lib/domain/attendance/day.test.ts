import { expect, test } from 'vitest'
import { daysAfter } from '@/lib/platform/time'
import { comparedTo, pointsOf, rateOf, together, type DaySum } from './day'

const sum = (date: string, present: number, absent = 0, campusId = 'a'): DaySum => ({ campusId, date, present, late: 0, excused: 0, absent })
const monday = '2026-03-02'

test('the rate is of those who were counted', () => {
  expect(rateOf({ present: 17, late: 1, excused: 1, absent: 1 })).toBe(90)
  expect(rateOf({ present: 0, late: 0, excused: 0, absent: 0 })).toBeNull()
})

test('a day on which few were counted is partial, and a day of nobody is none', () => {
  const points = pointsOf('a', [sum('2026-03-02', 100), sum('2026-03-03', 95, 5), sum('2026-03-04', 20), sum('2026-03-05', 0), sum('2026-03-06', 90)])
  expect(points.map(({ date, isPartial }) => [date.slice(-1), isPartial])).toEqual([['2', false], ['3', false], ['4', true], ['6', false]])
})

test('usual is the same day of the week over eight weeks that had one, without partial days', () => {
  const mondays = Array.from({ length: 12 }, (_, n) => daysAfter(monday, -7 * (n + 1))).reverse()
  const sums = [...mondays.map((date, n) => (n === 11 ? sum(date, 9, 1) : sum(date, n < 3 ? 0 : 100, n < 3 ? 100 : 0))), sum(daysAfter(monday, -3), 96, 4)]
  expect(comparedTo(pointsOf('a', sums), monday)).toEqual({ previous: { date: daysAfter(monday, -3), percentage: 96 }, usual: { percentage: 100, weeks: 8 } })
  expect(comparedTo([], monday)).toEqual({ previous: null, usual: null })
})

test('campuses taken together are summed day by day', () => {
  expect(together([sum('2026-03-03', 5), sum('2026-03-02', 3, 1), sum('2026-03-02', 2, 4, 'b')])).toMatchObject([{ date: '2026-03-02', present: 5, absent: 5 }, { date: '2026-03-03', present: 5 }])
})
