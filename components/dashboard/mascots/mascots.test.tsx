import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import { mascotKeys, mascotOf } from '.'
import { Mascot } from './mascot'

const drawn = (mascot: string) => renderToStaticMarkup(<Mascot mascot={mascot} />)

test.each([
  ['Otters', 'otter'], ['Night Owls', 'owl'], ['Falcons', 'falcon'], ['Foxes', 'fox'], ['Las Nutrias', 'otter'], ['Los Zorros', 'fox'],
  ['Halcones', 'falcon'], ['ÁGUILAS', 'eagle'], ['Wolves', 'wolf'], ['Growlers', null], ['famosos', null],
] as const)('%s are drawn as %s', (said, key) => {
  expect(mascotOf(said)).toBe(key)
})

test('each mascot is chosen by its own key and looks like no other', () => {
  expect(mascotKeys.length).toBeGreaterThanOrEqual(14)
  for (const key of mascotKeys) expect(mascotOf(key)).toBe(key)
  expect(new Set([...mascotKeys, 'unicorn'].map(drawn)).size).toBe(mascotKeys.length + 1)
})

test('a mascot is decoration', () => {
  expect(drawn('otter')).toContain('aria-hidden="true"')
})
