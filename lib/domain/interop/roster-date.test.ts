import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { noEvidence, orderOf, readDate, weighDate } from './roster-date'

const day = fc.record({ year: fc.integer({ min: 1900, max: 2200 }), month: fc.integer({ min: 1, max: 12 }), day: fc.integer({ min: 1, max: 28 }) })
const iso = (d: { year: number; month: number; day: number }) => `${d.year}-${String(d.month).padStart(2, '0')}-${String(d.day).padStart(2, '0')}`

describe('a date', () => {
  test('in ISO form is itself, with or without a time', () => {
    fc.assert(fc.property(day, fc.constantFrom('', 'T08:01:05Z', ' 08:01:05', 'T00:00:00.000Z'), (d, time) => {
      expect(readDate(iso(d) + time, 'unknown')).toMatchObject({ ok: true, date: iso(d) })
    }))
  })
  test('of a stranger is read in the order of its column', () => {
    fc.assert(fc.property(day, (d) => {
      expect(readDate(`${d.day}/${d.month}/${d.year}`, 'dmy')).toMatchObject({ ok: true, date: iso(d) })
      expect(readDate(`${d.month}/${d.day}/${d.year}`, 'mdy')).toMatchObject({ ok: true, date: iso(d) })
    }))
  })
  test('is never guessed: without an order it is read only where one reading is possible', () => {
    fc.assert(fc.property(day, (d) => {
      const reading = readDate(`${d.day}/${d.month}/${d.year}`, 'unknown')
      if (d.day > 12 || d.day === d.month) expect(reading).toMatchObject({ ok: true, date: iso(d) })
      else expect(reading).toEqual({ ok: false, why: 'ambiguous' })
    }))
  })
  test('with dots is day first', () => expect(readDate('01.05.2023', 'unknown')).toMatchObject({ ok: true, date: '2023-05-01' }))
  test.each(['2023-02-30', '31/04/2023', '5/6/23', '44927', 'tomorrow', '0000-00-00', '2023-13-01', '1/2-2023'])('%s is none', (text) => {
    expect(readDate(text, 'dmy')).toEqual({ ok: false, why: 'unreadable' })
  })
  test('never throws, and gives nothing but calendar dates', () => {
    fc.assert(fc.property(fc.string(), fc.constantFrom('dmy', 'mdy', 'mixed', 'unknown'), (text, order) => {
      const reading = readDate(text, order)
      if (reading.ok) expect(new Date(`${reading.date}T00:00:00Z`).toISOString().slice(0, 10)).toBe(reading.date)
    }))
  })
})

describe('an instant', () => {
  const at = (zone: string, midnights: 'written' | 'local') => ({ order: 'unknown' as const, zone, midnights })
  test('at midnight UTC is the date as written, or the day that it was there', () => {
    expect(readDate('2026-08-17T00:00:00.000Z', at('America/New_York', 'written'))).toMatchObject({ date: '2026-08-17' })
    expect(readDate('2026-08-17T00:00:00Z', at('America/New_York', 'local'))).toMatchObject({ date: '2026-08-16' })
    expect(readDate('2026-08-17T00:00:00Z', at('Europe/Athens', 'local'))).toMatchObject({ date: '2026-08-17' })
  })
  test('at midnight of the place is the day that begins there', () => {
    expect(readDate('2026-08-16T22:00:00Z', at('Europe/Berlin', 'written'))).toMatchObject({ date: '2026-08-17' })
    expect(readDate('2026-08-16T22:00:00Z', at('America/New_York', 'written'))).toMatchObject({ date: '2026-08-16' })
  })
})

describe('the order of a column', () => {
  const orderIn = (...texts: string[]) => {
    const evidence = noEvidence()
    texts.forEach((text) => weighDate(text, evidence))
    return orderOf(evidence)
  }
  test('comes from values with one reading only', () => {
    expect(orderIn('1/05/2023', '13/05/2023')).toBe('dmy')
    expect(orderIn('1/05/2023', '05/13/2023')).toBe('mdy')
    expect(orderIn('13/05/2023', '05/13/2023')).toBe('mixed')
    expect(orderIn('1/05/2023', '2023-05-13', '')).toBe('unknown')
  })
})
