import { expect, test } from 'vitest'
import { initialsOf } from './initials'

test.each([
  ['Amara Okafor', 'AO'],
  ['Okafor, Amara', 'AO'],
  ['María José Núñez', 'MN'],
  ['Núñez, María José', 'MN'],
  ['Madonna', 'M'],
  ['李 小龙', '李小'],
  ['  ', ''],
])('%s is %s', (name, letters) => {
  expect(initialsOf(name)).toBe(letters)
})
