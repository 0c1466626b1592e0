import { expect, test } from 'vitest'
import { GET, POST } from './[...nextauth]/route'

const ask = (method: 'GET' | 'POST', path: string, headers: Record<string, string> = {}, body = '') => {
  const request = new Request(`http://school.example/api/auth/${path}`, { method, headers, ...(method === 'POST' ? { body } : {}) })
  return (method === 'GET' ? GET : POST)(request, { params: Promise.resolve({ nextauth: path.split('/') }) })
}

test('who has an access cookie gets no fresh one for it', async () => {
  const answer = await ask('GET', 'session', { cookie: 'next-auth.session-token=whatever' })
  expect(await answer.json()).toEqual({})
  expect(answer.headers.getSetCookie()).toEqual([])
  expect((await ask('POST', 'session')).status).toBe(404)
})

test.each([['GET', 'signout'], ['POST', 'signout'], ['POST', '_log'], ['GET', 'verify-request'], ['GET', 'nothing'], ['POST', 'csrf'], ['POST', '']] as const)('%s %s is no door of ours', async (method, path) => {
  expect((await ask(method, path)).status).toBe(404)
})

test('nobody is signed in from another site, nor by a body that fills our memory', async () => {
  const own = { 'sec-fetch-site': 'same-origin' }
  expect((await ask('POST', 'callback/credentials', { 'sec-fetch-site': 'cross-site' })).status).toBe(403)
  expect((await ask('POST', 'callback/credentials', { origin: 'https://evil.example', host: 'school.example' })).status).toBe(403)
  expect((await ask('POST', 'callback/credentials', {})).status).toBe(403)
  expect((await ask('POST', 'callback/credentials', own, 'x'.repeat(20_000))).status).toBe(413)
})
