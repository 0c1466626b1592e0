import { expect, test } from 'vitest'
import { pathWithin } from './path-within'

test('keeps paths of ours', () => {
  expect(pathWithin('/students?q=ann')).toBe('/students?q=ann')
  expect(pathWithin('/apiary//x?next=//y')).toBe('/apiary//x?next=//y')
})

test.each(['//evil.example', '/.//evil.example', '/a/..//evil.example', '/%2e//evil.example', '/%2e%2e//evil', '/./\\evil', '/./sign-in', '/api/auth/csrf', '/./api', 'https://evil.example', '/\\evil.example', '/\tevil', 'javascript:alert(1)', '/sign-in?next=/', '', undefined, ['/a', '/b']])('%s goes home', (next) => {
  expect(pathWithin(next as string)).toBe('/')
})
