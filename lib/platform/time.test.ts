import { expect, test } from 'vitest'
import { daysAfter, fromDate, isPlainDate, isoWeekdayOf, momentIn, toDate, weekdayOf } from './time'

test('one instant is two days in two places', () => {
  const instant = new Date('2026-01-14T20:30:00Z')
  expect(momentIn('Asia/Karachi', instant)).toEqual({ date: '2026-01-15', time: '01:30', isoWeekday: 4 })
  expect(momentIn('America/New_York', instant)).toEqual({ date: '2026-01-14', time: '15:30', isoWeekday: 3 })
})

test('a wall clock follows the change of the clocks', () => {
  expect(momentIn('America/New_York', new Date('2026-03-07T14:00:00Z')).time).toBe('09:00')
  expect(momentIn('America/New_York', new Date('2026-03-08T13:00:00Z')).time).toBe('09:00')
})

test('a calendar date goes to the database and back unmoved', () => {
  for (const date of ['2026-03-08', '2024-02-29', '1999-12-31']) expect(fromDate(toDate(date))).toBe(date)
  expect(daysAfter('2024-02-28', 2)).toBe('2024-03-01')
})

test('impossible dates are refused', () => {
  for (const text of ['2026-02-30', '2026-13-01', '26-01-01', '2026-1-1', '0000-01-01', '0001-01-01', '1899-12-31', '3000-01-01', '']) expect(isPlainDate(text), text).toBe(false)
})

test('weeks begin on Monday', () => {
  expect(isoWeekdayOf('2026-11-23')).toBe(1)
  expect(weekdayOf('2026-11-22')).toBe('sunday')
})
