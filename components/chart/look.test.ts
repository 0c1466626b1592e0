import { expect, test } from 'vitest'
import { axisFloor, lookOf, shareTicks } from './look'

const own = (word: string) => ({ key: word, label: word, own: { color: '#0f766e', word } })

test('whoever has a look of its own is drawn alike wherever it stands', () => {
  expect(lookOf(own('RIV'), 0)).toEqual(lookOf(own('RIV'), 4))
  expect(lookOf(own('RIV'), 0).color).toBe('#0f766e')
})

test('others differ by their place', () => {
  const looks = [0, 1, 2, 3, 4, 5].map((place) => lookOf({ key: 'x', label: 'x' }, place))
  expect(new Set(looks.map(({ color }) => color)).size).toBe(6)
  expect(new Set(looks.map(({ dash }) => dash)).size).toBe(6)
})

test.each([
  [[0.96, 0.93, null], 0.9],
  [[0.9], 0.85],
  [[0.4, 0.99], 0],
  [[1], 0.95],
  [[], 0.95],
])('an axis of %j begins at %d', (values, floor) => {
  expect(axisFloor(values)).toBeCloseTo(floor)
})

test.each([
  [0.9, [0.9, 0.925, 0.95, 0.975, 1]],
  [0.65, [0.7, 0.8, 0.9, 1]],
  [0, [0, 0.25, 0.5, 0.75, 1]],
])('above %d the axis says %j', (floor, ticks) => {
  expect(shareTicks(floor).map((tick) => Math.round(tick * 1000) / 1000)).toEqual(ticks)
})
