import { expect, test, vi } from 'vitest'

const callerBehind = async (trust: string) => {
  vi.resetModules()
  vi.stubEnv('TRUST_PROXY', trust)
  return (await import('./caller.server')).callerOf
}
const from = (forwarded: string) => new Headers({ 'x-forwarded-for': forwarded, 'user-agent': 'browser' })

test('without a trusted proxy nobody says where they are', async () => {
  const callerOf = await callerBehind('false')
  expect(callerOf(from('203.0.113.7'))).toEqual({ userAgent: 'browser', ipAddress: null })
})

test.each([
  ['203.0.113.7', '203.0.113.7'],
  ['198.51.100.1, 203.0.113.7', '203.0.113.7'],
  ['2001:db8::7', '2001:db8::7'],
  ['203.0.113.7, unknown', null],
  ['x'.repeat(5_000), null],
  ['', null],
])('what a trusted proxy added last is believed, if it is an address: %s', async (forwarded, ipAddress) => {
  const callerOf = await callerBehind('true')
  expect(callerOf(from(forwarded)).ipAddress).toBe(ipAddress)
})
