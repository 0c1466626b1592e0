import { beforeAll, expect, test } from 'vitest'
import type { Ctx } from '@/lib/platform/context'
import { aSchool } from '@/prisma/seed/a-school'
import { askForReset } from './credential.server'
import { previewInvites } from './invite.server'
import { signIn } from './sign-in.server'

let school: Awaited<ReturnType<typeof aSchool>>
let other: Awaited<ReturnType<typeof aSchool>>
let admin: Ctx
beforeAll(async () => {
  ;[school, other] = [await aSchool(), await aSchool()]
  admin = await school.as('admin')
})

const tries = 40
const median = (times: number[]) => times.sort((a, b) => a - b)[Math.floor(times.length / 2)]!

/** Tries turn by turn, so that a busy moment of the machine meets both. */
async function gap(known: (n: number) => Promise<unknown>, unknown: (n: number) => Promise<unknown>): Promise<number> {
  const times: [number[], number[]] = [[], []]
  for (let n = 0; n < tries; n++) {
    for (const [which, ask] of [known, unknown].entries()) {
      const began = performance.now()
      await ask(n)
      times[which]!.push(performance.now() - began)
    }
  }
  return Math.abs(median(times[0]) - median(times[1]))
}

/** Each from an address of its own: the throttle is not what is measured. */
const from = (n: number) => ({ userAgent: 'test', ipAddress: `10.1.${Math.floor(n / 200)}.${n % 200}`, device: undefined })

test('signing in takes as long for a known address as for an unknown one', async () => {
  const { email } = school.people.teacher
  const wrong = (address: string) => (n: number) => signIn({ email: address, password: 'not the password' }, from(n))
  expect(await gap(wrong(email), wrong('nobody@nowhere.example'))).toBeLessThan(20)
})

test('asking for a new password does, and inviting whoever has an account elsewhere', async () => {
  const asked = (address: (n: number) => string) => (n: number) => askForReset({ email: address(n) }, from(n)).catch(() => undefined)
  const known = Object.values(school.people).map(({ email }) => email)
  expect(await gap(asked((n) => known[n % known.length]!), asked((n) => `nobody${n % known.length}@nowhere.example`))).toBeLessThan(20)
  expect(await gap(() => previewInvites(admin, { text: other.people.teacher.email }), () => previewInvites(admin, { text: 'nobody@nowhere.example' }))).toBeLessThan(20)
})
