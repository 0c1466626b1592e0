import { expect, test } from 'vitest'
import { textWithin } from './route.server'

const post = (body: BodyInit | null) => new Request('http://school.example/', { method: 'POST', body, duplex: 'half' } as RequestInit)

test('reads a body to its end, whole letters included', async () => {
  expect(await textWithin(post('¿Qué tal?'), 100)).toBe('¿Qué tal?')
  expect(await textWithin(post(null), 100)).toBe('')
})

test('stops at a body without an end', async () => {
  let sent = 0
  const endless = new ReadableStream({ pull: (controller) => controller.enqueue(new Uint8Array((sent += 1_000) && 1_000)) })
  expect(await textWithin(post(endless), 10_000)).toBeNull()
  expect(sent).toBeLessThan(20_000)
})
