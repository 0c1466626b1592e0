import { beforeAll, expect, test } from 'vitest'
import type { Ctx } from '@/lib/platform/context'
import { gate } from '@/lib/platform/db/gate.server'
import { aSchool } from '@/prisma/seed/a-school'
import { askForReset } from './credential.server'
import { inviteUsers, previewInvites } from './invite.server'
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

type Ask = (n: number) => Promise<unknown>

/** Tries turn by turn, so that a busy moment of the machine meets both. */
async function gap(round: number, known: Ask, unknown: Ask): Promise<number> {
  const times: [number[], number[]] = [[], []]
  for (let n = round * tries; n < (round + 1) * tries; n++) {
    for (const [which, ask] of [known, unknown].entries()) {
      const began = performance.now()
      await ask(n)
      times[which]!.push(performance.now() - began)
    }
  }
  return Math.abs(median(times[0]) - median(times[1]))
}

/** A busy machine passes at one of five rounds; a password that is not hashed for the unknown shows in every one. */
async function expectSameTime(known: Ask, unknown: Ask) {
  const gaps: number[] = []
  while (gaps.length < 5 && !(gaps.at(-1)! < 20)) gaps.push(await gap(gaps.length, known, unknown))
  expect(gaps.at(-1), gaps.join(', ')).toBeLessThan(20)
}

/** Each from an address of its own: the throttle is not what is measured. */
const from = (n: number) => ({ userAgent: 'test', ipAddress: `10.1.${Math.floor(n / 200)}.${n % 200}`, device: undefined })

test('signing in takes as long for a known address as for an unknown one', async () => {
  const { email } = school.people.teacher
  const wrong = (address: string) => (n: number) => signIn({ email: address, password: 'not the password' }, from(n))
  await expectSameTime(wrong(email), wrong('nobody@nowhere.example'))
})

test('asking for a new password does, and inviting whoever has an account elsewhere', async () => {
  const asked = (address: (n: number) => string) => (n: number) => askForReset({ email: address(n) }, from(n)).catch(() => undefined)
  const known = Object.values(school.people).map(({ email }) => email)
  await expectSameTime(asked((n) => known[n % known.length]!), asked((n) => `nobody${n % known.length}@nowhere.example`))
  await expectSameTime(() => previewInvites(admin, { text: other.people.teacher.email }), () => previewInvites(admin, { text: 'nobody@nowhere.example' }))
})

test('sending the invitation does as well', async () => {
  const elsewhere = Array.from({ length: 5 * tries }, (_, n) => `elsewhere${n}@other.example`)
  await gate().user.createMany({ data: elsewhere.map((email) => ({ email, organizationId: other.organizationId, roleId: other.roles.teacher })) })
  const invited = (address: (n: number) => string) => (n: number) => inviteUsers(admin, { people: [{ email: address(n), firstName: null, lastName: null }], roleId: school.roles.teacher, campusIds: [] })
  await expectSameTime(invited((n) => elsewhere[n]!), invited((n) => `fresh${n}@nowhere.example`))
})
