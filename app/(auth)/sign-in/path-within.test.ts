import { expect, test } from 'vitest'
import { pathWithin } from './path-within'

test('keeps paths of ours', () => {
  expect(pathWithin('/students?q=ann')).toBe('/students?q=ann')
})

test.each(['//evil.example', 'https://evil.example', '/\\evil.example', '/\tevil', 'javascript:alert(1)', '/sign-in?next=/', '', undefined, ['/a', '/b']])('%s goes home', (next) => {
  expect(pathWithin(next as string)).toBe('/')
})
