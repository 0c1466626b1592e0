import { expect, test } from 'vitest'
import { understood, waitBefore } from './send'

const saved = { version: '2026-01-05T08:00:00.000Z', present: 5, absent: 0, late: 0 }
const refused = (code: string, more: object = {}) => ({ ok: false, code, message: 'No.', ...more })

test('an answer of the server is understood', () => {
  expect(understood(200, { ok: true, data: saved })).toEqual({ kind: 'saved', saved })
  expect(understood(409, refused('conflict', { detail: { version: 'v', differences: [] } }))).toMatchObject({ kind: 'conflict' })
  expect(understood(409, refused('conflict'))).toMatchObject({ kind: 'refused', isFinal: true, wants: 'reload' })
  expect(understood(403, refused('forbidden'))).toMatchObject({ kind: 'refused', isFinal: true, wants: null })
})

test('whoever was signed out, or met a bug, may send the same again', () => {
  expect(understood(401, refused('signed-out'))).toMatchObject({ kind: 'refused', isFinal: false, wants: 'sign-in' })
  expect(understood(500, refused('bug'))).toMatchObject({ kind: 'refused', isFinal: false, wants: null })
})

test.each([[502, { ok: true, data: saved }], [503, refused('unavailable')], [429, refused('too-many')], [200, 'Welcome to our hotel'], [200, null], [200, { error: 'portal' }], [404, undefined]])('%s with %j is no answer', (status, answer) => {
  expect(understood(status, answer)).toEqual({ kind: 'lost' })
})

test('a lost one is tried again within seconds, and never less often than twice a minute', () => {
  expect([0, 1, 2, 3, 4, 50].map(waitBefore)).toEqual([2000, 4000, 8000, 16_000, 30_000, 30_000])
})
