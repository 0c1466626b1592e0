import { Secret, TOTP } from 'otpauth'
import { beforeAll, beforeEach, expect, test, vi } from 'vitest'
import type { Ctx } from '@/lib/platform/context'
import { contextFrom, recordOfPerson } from '@/lib/platform/context-record.server'
import { gate } from '@/lib/platform/db/gate.server'
import { aSchool, ctxOf, testPassword } from '@/prisma/seed/a-school'
import { asOwner } from '@/prisma/seed/organization'
import { acceptInvitation, confirmEmail, openLink, resetPassword } from './credential.server'
import { askEmailChange } from './email-change.server'
import { explain } from './explain.server'
import { mailErrand } from './mail-delivery.server'
import { tokenOfMail } from './mail-words.server'
import { beginFactor, confirmFactor, getFactor, renewCodes, turnOffFactor } from './second-factor.server'
import { openProof, sealProof } from './provider-proof.server'
import { finishProviderSignIn, signIn, signInByProvider } from './sign-in.server'

const demands = { value: 'optional' }
vi.mock('@/lib/platform/env', async (original) => {
  const real = await original<typeof import('@/lib/platform/env')>()
  return { ...real, env: new Proxy(real.env, { get: (of, name) => (name === 'SECOND_FACTOR' ? demands.value : of[name as 'PORT']) }) }
})

let school: Awaited<ReturnType<typeof aSchool>>
beforeAll(async () => {
  school = await aSchool()
})
beforeEach(() => {
  demands.value = 'optional'
})

const caller = { userAgent: 'test', ipAddress: null, device: undefined }
const app = (secret: string) => new TOTP({ secret: Secret.fromBase32(secret), digits: 6, period: 30 })
const now = (secret: string, steps = 0) => app(secret).generate({ timestamp: Date.now() + steps * 30_000 })

type Name = keyof typeof school.people
async function withFactor(who: Name): Promise<{ ctx: Ctx; secret: string; codes: string[]; enter: (code?: string) => ReturnType<typeof signIn> }> {
  const ctx = await school.as(who)
  const { secret } = await beginFactor(ctx, { password: testPassword })
  const { codes } = await confirmFactor(ctx, { code: now(secret) })
  return { ctx, secret, codes, enter: (code) => signIn({ email: school.people[who].email, password: testPassword, code }, caller) }
}

test('it is set up with password and a first code, is asked at the next sign-in, and a code works once', async () => {
  const ctx = await school.as('teacher')
  await expect(beginFactor(ctx, { password: 'wrong' })).rejects.toMatchObject({ fields: { password: { key: 'access.problems.passwordWrong' } } })
  const { secret, path, size } = await beginFactor(ctx, { password: testPassword })
  expect([size > 20, path.startsWith('M0 0')]).toEqual([true, true])
  await expect(confirmFactor(ctx, { code: '000000' })).rejects.toMatchObject({ fields: { code: { key: 'access.problems.codeWrong' } } })
  const used = now(secret)
  const { codes } = await confirmFactor(ctx, { code: used })
  expect(new Set(codes).size).toBe(10)
  expect(await getFactor(ctx)).toMatchObject({ codesLeft: 10, since: expect.any(Date) })
  const enter = (code?: string) => signIn({ email: school.people.teacher.email, password: testPassword, code }, caller)
  expect(await enter()).toEqual({ refused: 'code' })
  expect(await enter(used)).toEqual({ refused: 'codeWrong' })
  const next = now(secret, 1)
  const both = await Promise.all([enter(next), enter(next)])
  expect(both.filter((outcome) => 'userId' in outcome)).toHaveLength(1)
})

test('a recovery code opens once, written as people write, and new ones put the old out of use', async () => {
  const { ctx, secret, codes, enter } = await withFactor('registrar')
  expect(await enter(codes[0]!.toUpperCase().replaceAll('-', ' '))).toMatchObject({ userId: ctx.user.id })
  expect(await enter(codes[0])).toEqual({ refused: 'codeWrong' })
  const fresh = await renewCodes(ctx, { code: now(secret, 1) })
  expect(await enter(codes[1])).toEqual({ refused: 'codeWrong' })
  expect(await enter(fresh.codes[3])).toMatchObject({ userId: ctx.user.id })
})

test('guessing is slowed down, a reset does not skip it, and nobody borrows another’s', async () => {
  const { ctx, secret, codes, enter } = await withFactor('finance')
  const { email } = school.people.finance
  const { id: mailId } = await school.db.mail.create({ data: { template: 'reset', recipient: email, userId: ctx.user.id }, select: { id: true } })
  await mailErrand.errand({ mailId })
  await resetPassword({ token: tokenOfMail(mailId), password: testPassword })
  expect(await enter()).toEqual({ refused: 'code' })
  expect(await signIn({ email: school.people.director.email, password: testPassword, code: codes[0] }, caller)).toMatchObject({ userId: school.people.director.userId })
  const guesses = []
  for (let n = 0; n < 7; n++) guesses.push(await signIn({ email, password: testPassword, code: String(100_000 + n) }, { ...caller, device: undefined, ipAddress: `10.0.0.${n}` }))
  expect(guesses.at(-1)).toMatchObject({ refused: 'wait' })
  expect(await signIn({ email, password: testPassword, code: now(secret, 1) }, { ...caller, ipAddress: '10.0.0.9' })).toMatchObject({ refused: 'wait' })
})

test('a provider stands for the password alone: whoever has a second factor is asked for it, and nobody else’s proof opens anything', async () => {
  const own = await aSchool()
  const ctx = await own.as('registrar')
  const { email } = own.people.registrar
  expect(await signInByProvider(email.toUpperCase(), caller)).toMatchObject({ userId: ctx.user.id })
  const { secret } = await beginFactor(ctx, { password: testPassword })
  await confirmFactor(ctx, { code: now(secret) })
  const sessions = () => gate().authRefreshToken.count({ where: { userId: ctx.user.id, revokedAt: null } })
  const before = await sessions()
  const proof = { userId: ctx.user.id, email }
  expect(await signInByProvider(email, caller)).toEqual({ refused: 'code', proof })
  expect(await sessions()).toBe(before)
  expect(await finishProviderSignIn(proof, '123456', caller)).toEqual({ refused: 'codeWrong' })
  expect(await finishProviderSignIn({ ...proof, userId: own.people.teacher.userId }, now(secret, 1), caller)).toEqual({ refused: 'wrong' })
  expect(openProof(sealProof(proof))).toEqual(proof)
  for (const forged of [undefined, '', JSON.stringify({ ...proof, until: Date.now() + 9e5 }), sealProof(proof).slice(0, -4)]) expect(openProof(forged)).toBeNull()
  const next = now(secret, 1)
  expect(await finishProviderSignIn(proof, next, caller)).toMatchObject({ userId: ctx.user.id })
  expect(await finishProviderSignIn(proof, next, caller)).toEqual({ refused: 'codeWrong' })
  await own.db.user.update({ where: { id: ctx.user.id }, data: { disabled: true } })
  expect(await signInByProvider(email, caller)).toEqual({ refused: 'wrong' })
  expect(await signInByProvider('nobody@nowhere.example', caller)).toEqual({ refused: 'wrong' })
  const wide = own.people.teacher.email.replace(/^./, (letter) => String.fromCharCode(letter.charCodeAt(0) + 0xfee0))
  expect(await signInByProvider(wide, caller)).toEqual({ refused: 'wrong' })
})

test('a picture that another tab replaced is confirmed by no code of the old one, also at the same moment', async () => {
  const own = await aSchool()
  const ctx = await own.as('director')
  const first = await beginFactor(ctx, { password: testPassword })
  const [confirmed] = await Promise.allSettled([confirmFactor(ctx, { code: now(first.secret) }), beginFactor(ctx, { password: testPassword })])
  const { since } = await getFactor(ctx)
  expect(since !== null).toBe(confirmed.status === 'fulfilled')
  if (since === null) {
    const { secret } = await beginFactor(ctx, { password: testPassword })
    await expect(confirmFactor(ctx, { code: now(first.secret, 1) })).rejects.toMatchObject({ code: 'invalid' })
    const twice = await Promise.allSettled([0, 1].map((steps) => confirmFactor(ctx, { code: now(secret, steps) })))
    expect(twice.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
  }
  expect((await signIn({ email: own.people.director.email, password: testPassword }, caller))).toEqual({ refused: 'code' })
})

test('the platform’s people set theirs up before they are in any organization', async () => {
  const { id: roleId } = await gate().role.findFirstOrThrow({ where: { key: 'platform_support' }, select: { id: true } })
  const email = `support.${crypto.randomUUID()}@homeroom.example`
  const { password } = await gate().user.findFirstOrThrow({ where: { id: school.people.admin.userId }, select: { password: true } })
  const user = await gate().user.create({ data: { email, password, roleId, emailVerified: true }, select: { id: true, email: true } })
  const owner = { user, locale: 'es' }
  await expect(beginFactor(owner, { password: 'wrong' })).rejects.toMatchObject({ code: 'invalid' })
  const { secret } = await beginFactor(owner, { password: testPassword })
  await confirmFactor(owner, { code: now(secret) })
  expect(await signIn({ email, password: testPassword }, caller)).toEqual({ refused: 'code' })
  expect(await gate().mail.findFirst({ where: { userId: user.id }, select: { template: true, locale: true, organizationId: true } })).toEqual({ template: 'factor-changed', locale: 'es', organizationId: null })
})

test('it is turned off with password and code, and with neither alone', async () => {
  const { ctx, secret } = await withFactor('assistant')
  await expect(turnOffFactor(ctx, { password: 'wrong', code: now(secret, 1) })).rejects.toMatchObject({ code: 'invalid' })
  await expect(turnOffFactor(ctx, { password: testPassword, code: '123456' })).rejects.toMatchObject({ code: 'invalid' })
  await turnOffFactor(ctx, { password: testPassword, code: now(secret, 1) })
  expect(await signIn({ email: school.people.assistant.email, password: testPassword }, caller)).toMatchObject({ userId: ctx.user.id })
})

test('of two renewals at once ten codes are left, all of one of them', async () => {
  const { ctx, secret, codes, enter } = await withFactor('assistant')
  const both = await Promise.all([renewCodes(ctx, { code: codes[0]! }), renewCodes(ctx, { code: now(secret, 1) })])
  expect(await getFactor(ctx)).toMatchObject({ codesLeft: 10 })
  const opened = [await enter(both[0].codes[0]), await enter(both[1].codes[0])]
  expect(opened.filter((outcome) => 'userId' in outcome)).toHaveLength(1)
})

test('whoever’s role demands it holds nothing until it is on', async () => {
  const { userId } = school.people.admin
  const can = async () => {
    const record = await recordOfPerson(userId, school.organizationId)
    return contextFrom({ ...record!, organization: record!.organization! }, { locale: 'en' }).can('READ_STUDENTS')
  }
  expect(await can()).toBe(true)
  demands.value = 'required'
  expect(await can()).toBe(false)
  expect(await explain(await ctxOf(userId, school.organizationId), userId, 'READ_STUDENTS')).toMatchObject({ outcome: 'noFactor' })
  const admin = await ctxOf(userId, school.organizationId)
  const { secret } = await beginFactor(admin, { password: testPassword })
  await confirmFactor(admin, { code: now(secret) })
  expect(await can()).toBe(true)
  const platform = await gate().role.findFirstOrThrow({ where: { key: 'platform_support' }, select: { requiresSecondFactor: true } })
  expect(platform.requiresSecondFactor).toBe(true)
})

test('a new address is confirmed at both, and at one it is nothing yet', async () => {
  const own = await aSchool()
  const ctx = await own.as('teacher')
  const before = own.people.teacher.email
  const after = `new.${crypto.randomUUID()}@example.org`
  await expect(askEmailChange(ctx, { email: after, password: 'wrong' })).rejects.toMatchObject({ code: 'invalid' })
  await askEmailChange(ctx, { email: after, password: testPassword })
  const mails = await own.db.mail.findMany({ where: { userId: ctx.user.id }, orderBy: { template: 'desc' }, select: { id: true, recipient: true, template: true } })
  expect(mails.map(({ template, recipient }) => [template, recipient])).toEqual([['confirm-old', before], ['confirm-new', after]])
  for (const { id } of mails) await mailErrand.errand({ mailId: id })
  const [old, fresh] = mails.map(({ id }) => tokenOfMail(id)) as [string, string]
  expect(await confirmEmail({ token: fresh })).toBe('half')
  await expect(confirmEmail({ token: fresh })).rejects.toMatchObject({ code: 'not-found' })
  expect(await signIn({ email: after, password: testPassword }, caller)).toEqual({ refused: 'wrong' })
  expect(await confirmEmail({ token: old })).toBe('changed')
  expect(await signIn({ email: after, password: testPassword }, caller)).toMatchObject({ userId: ctx.user.id })
})

test('of two wishes for another address the newer holds: no link of the older confirms it, not even of a mail that comes late', async () => {
  const own = await aSchool()
  const ctx = await own.as('teacher')
  const ask = async (name: string) => {
    await askEmailChange(ctx, { email: `${name}.${crypto.randomUUID()}@example.org`, password: testPassword })
    return own.db.mail.findMany({ where: { userId: ctx.user.id }, orderBy: [{ createdAt: 'desc' }, { template: 'desc' }], take: 2, select: { id: true } })
  }
  const [early, late] = (await ask('first')) as [{ id: string }, { id: string }]
  await mailErrand.errand({ mailId: early.id })
  const newer = await ask('second')
  for (const { id } of newer) await mailErrand.errand({ mailId: id })
  await mailErrand.errand({ mailId: late.id })
  expect((await own.db.mail.findFirstOrThrow({ where: { id: late.id }, select: { state: true } })).state).toBe('stopped')
  for (const { id } of [early, late]) await expect(confirmEmail({ token: tokenOfMail(id) })).rejects.toMatchObject({ code: 'not-found' })
  expect(await confirmEmail({ token: tokenOfMail(newer[0]!.id) })).toBe('half')
  expect(await confirmEmail({ token: tokenOfMail(newer[1]!.id) })).toBe('changed')
  // Nobody fills a stranger's box by wishing.
  await ask('third')
  await expect(ask('fourth')).rejects.toMatchObject({ code: 'too-many' })
})

test('an address that somebody took meanwhile is not changed to, and a link that went to the old one opens nothing afterwards', async () => {
  const own = await aSchool()
  const ctx = await own.as('teacher')
  const before = own.people.teacher.email
  const wish = async (email: string) => {
    await askEmailChange(ctx, { email, password: testPassword })
    const mails = await own.db.mail.findMany({ where: { userId: ctx.user.id, template: { startsWith: 'confirm-' }, state: 'waiting' }, select: { id: true } })
    for (const { id } of mails) await mailErrand.errand({ mailId: id })
    return mails.map(({ id }) => tokenOfMail(id)) as [string, string]
  }
  const wanted = `wanted.${crypto.randomUUID()}@example.org`
  const [one, two] = await wish(wanted)
  await own.db.user.create({ data: { email: wanted.toUpperCase(), roleId: own.roles.teacher }, select: { id: true } })
  await confirmEmail({ token: one })
  await expect(confirmEmail({ token: two })).rejects.toMatchObject({ code: 'conflict', message: 'access.refusals.emailTaken' })
  expect(await own.db.user.findFirst({ where: { id: ctx.user.id }, select: { email: true, pendingEmail: true } })).toEqual({ email: before, pendingEmail: null })

  const free = `free.${crypto.randomUUID()}@example.org`
  const links = await wish(free)
  const { id: mailId } = await own.db.mail.create({ data: { template: 'reset', recipient: before, userId: ctx.user.id }, select: { id: true } })
  await mailErrand.errand({ mailId })
  expect(await openLink(tokenOfMail(mailId), 'reset_password')).not.toBeNull()
  for (const token of links) await confirmEmail({ token })
  expect(await openLink(tokenOfMail(mailId), 'reset_password')).toBeNull()
})

test('a copy of the database holds no token, password or secret that opens anything', async () => {
  const other = await aSchool()
  const ctx = await other.as('teacher')
  const { secret } = await beginFactor(ctx, { password: testPassword })
  const { codes } = await confirmFactor(ctx, { code: now(secret) })
  const { refreshToken } = (await signIn({ email: other.people.registrar.email, password: testPassword }, caller)) as { refreshToken: string }
  const made = await other.db.user.create({ data: { email: `x.${crypto.randomUUID()}@example.org`, roleId: other.roles.teacher, invitedAt: new Date() }, select: { id: true, email: true } })
  const { id: mailId } = await other.db.mail.create({ data: { template: 'invite', recipient: made.email, userId: made.id }, select: { id: true } })
  await mailErrand.errand({ mailId })
  const token = tokenOfMail(mailId)
  expect(await openLink(token, 'invite')).not.toBeNull()
  await acceptInvitation({ token, password: 'another long sentence', firstName: null, lastName: null })
  const dump = await asOwner(async (owner) => {
    await owner.query("SELECT set_config('app.organization_id', $1, false)", [other.organizationId])
    const tables = (await owner.query<{ name: string }>(`SELECT c.oid::regclass::text AS name FROM pg_class c WHERE c.relkind = 'r' AND c.relnamespace IN ('public'::regnamespace, 'pgboss'::regnamespace)`)).rows
    const texts = []
    for (const { name } of tables) texts.push(JSON.stringify((await owner.query(`SELECT * FROM ${name} LIMIT 2000`)).rows))
    return texts.join('\n')
  })
  for (const hidden of [secret, token, refreshToken, testPassword, 'another long sentence', ...codes]) expect(dump.includes(hidden), hidden).toBe(false)
})
