import { expect, test } from 'vitest'
import { countAttempt, deviceMark } from './throttle.server'

test('whoever tries one password on many accounts is slowed down as well, also where nobody says where they come from', async () => {
  const tried = (n: number, device?: string) => countAttempt({ email: `person${n}@example.org`, ipAddress: null, device })
  const waits: number[] = []
  for (let n = 0; n < 310; n += 10) waits.push(...(await Promise.all(Array.from({ length: 10 }, (_, at) => tried(n + at)))))
  expect(waits.filter((wait) => wait > 0).length).toBeGreaterThan(0)
  expect(await tried(999)).toBeGreaterThan(0)
  expect(await tried(999, deviceMark('person999@example.org'))).toBe(0)
  expect(await countAttempt({ email: 'person998@example.org', ipAddress: '10.0.0.1', device: undefined })).toBe(0)
})
