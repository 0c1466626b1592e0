import { expect, test } from 'vitest'
import { noSchool, type SchoolCalendar } from './school-day'

const calendar: SchoolCalendar = {
  years: [{ id: 'y', start: '2026-01-01', end: '2026-06-30' }],
  weekdays: new Map([['sunday school', [7]]]),
  specials: [
    { campusId: null, date: '2026-03-04', kind: 'holiday', title: 'Founders' },
    { campusId: 'north', date: '2026-03-07', kind: 'make_up', title: 'For the storm' },
    { campusId: 'north', date: '2026-03-05', kind: 'weather', title: 'Storm' },
    { campusId: null, date: '2026-03-06', kind: 'early_dismissal', title: 'Short' },
  ],
}

test.each([
  ['north', '2026-03-03', null], ['north', '2026-03-06', null], ['north', '2026-03-07', null], ['south', '2026-03-05', null], ['sunday school', '2026-03-08', null],
  ['north', '2026-03-04', { because: 'special', title: 'Founders' }], ['north', '2026-03-05', { because: 'special', title: 'Storm' }],
  ['south', '2026-03-07', { because: 'weekday', title: null }], ['north', '2026-03-08', { because: 'weekday', title: null }], ['north', '2026-07-01', { because: 'year', title: null }],
])('%s on %s', (campus, date, expected) => {
  expect(noSchool(calendar, campus, date)).toEqual(expected)
})
