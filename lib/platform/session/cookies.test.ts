import { expect, test } from 'vitest'
import { config } from '@/proxy'
import { accessCookie, cookieOptions, refreshCookie } from './cookies'

test('on https no neighbouring host can set or read what opens a session', () => {
  for (const name of [accessCookie(true), refreshCookie(true)]) expect(name).toMatch(/^__Host-/)
  expect(cookieOptions(true, 1)).toEqual({ httpOnly: true, secure: true, sameSite: 'lax', path: '/', maxAge: 1 })
})

test('the proxy knows the access cookie by both of its names', () => {
  const named = config.matcher.flatMap((entry) => entry.missing.filter(({ type }) => type === 'cookie').map(({ key }) => key))
  expect(named.sort()).toEqual([accessCookie(true), accessCookie(false)].sort())
})
