import fc from 'fast-check'
import { expect, test } from 'vitest'
import { fewestPeople, publishable, type ZoneCount } from './check-in'
import { zoneKeys } from './content-type'

const [campuses, weeks] = [['a', 'b', 'c'], ['2026-01-05', '2026-01-12']]
const counts = fc.array(fc.record({ campusId: fc.constantFrom(...campuses), week: fc.constantFrom(...weeks), zone: fc.constantFrom(...zoneKeys), people: fc.integer({ min: 1, max: 12 }) }), { maxLength: 24 })
  .map((rows) => [...new Map(rows.map((row) => [`${row.campusId} ${row.week} ${row.zone}`, row])).values()])
const peopleIn = (rows: readonly ZoneCount[], campusId: string, week: string) => rows.filter((row) => row.campusId === campusId && row.week === week).reduce((sum, row) => sum + row.people, 0)

test('a week of too few people says nothing, whatever else is asked', () => {
  fc.assert(fc.property(counts, (rows) => {
    for (const { campusId, week, shares } of publishable(rows, campuses, weeks)) expect(shares === null).toBe(peopleIn(rows, campusId, week) < fewestPeople)
  }))
})

test('two questions subtracted from each other say nothing: a campus’s week reads the same beside whichever others it is asked', () => {
  fc.assert(fc.property(counts, fc.subarray(campuses, { minLength: 1 }), fc.subarray(weeks, { minLength: 1 }), (rows, someCampuses, someWeeks) => {
    const all = publishable(rows, campuses, weeks)
    for (const part of publishable(rows, someCampuses, someWeeks)) expect(all).toContainEqual(part)
  }))
})

test('no answer says how many, that all are alike, or that nobody is missing: shares are tenths and at most nine of them', () => {
  fc.assert(fc.property(counts, (rows) => {
    for (const one of publishable(rows, campuses, weeks)) {
      expect(Object.keys(one).sort()).toEqual(['campusId', 'shares', 'week'])
      for (const share of Object.values(one.shares ?? {})) {
        expect(share).toBeLessThanOrEqual(0.9)
        expect(Math.abs(share * 10 - Math.round(share * 10))).toBeLessThan(1e-9)
      }
    }
  }))
})
