import 'server-only'
import { randomInt } from 'node:crypto'
import { Secret, TOTP } from 'otpauth'
import { create as drawCode } from 'qrcode'
import { machineTime } from '@/lib/platform/clock.server'
import type { Ctx } from '@/lib/platform/context'
import { gate, gateCall } from '@/lib/platform/db/gate.server'
import { Refusal } from '@/lib/platform/errors'
import { writeHistory } from '@/lib/platform/history.server'
import { keyedDigest, seal, unseal } from '@/lib/platform/seal.server'
import { leaveMail, leaveMailAtGate } from './mail.server'
import { passwordMatches } from './password.server'
import type { FactorOffer } from './second-factor'
import { countAttempt, countCode, forgetAttempts, forgetCodes } from './throttle.server'

const period = 30
const purpose = 'second factor'
const totpOf = (secret: string, label = '') => new TOTP({ issuer: 'Homeroom', label, secret: Secret.fromBase32(secret), algorithm: 'SHA1', digits: 6, period })

/** Letters and figures that nobody mistakes for each other. */
const alphabet = 'abcdefghjkmnpqrstuvwxyz23456789'
const recoveryCode = () => Array.from({ length: 12 }, () => alphabet[randomInt(alphabet.length)]).join('').replace(/(.{4})(?=.)/g, '$1-')
const plain = (code: string) => code.toLowerCase().replace(/[\s-]/g, '')
const digestOf = (userId: string, code: string) => keyedDigest('recovery code', `${userId}:${plain(code)}`)

/** A code of the app is good for its half minute and its neighbours, and once: the step it belongs to is used up with it. */
async function takeTimeCode(userId: string, sealed: string, code: string): Promise<boolean> {
  const secret = unseal(purpose, sealed)
  const timestamp = machineTime().getTime()
  const delta = secret && /^\d{6}$/.test(plain(code)) ? totpOf(secret).validate({ token: plain(code), window: 1, timestamp }) : null
  if (delta === null) return false
  const step = Math.floor(timestamp / 1_000 / period) + delta
  const { count } = await gate().secondFactor.updateMany({ where: { userId, lastStep: { lt: step } }, data: { lastStep: step } })
  return count === 1
}

async function takeRecoveryCode(userId: string, code: string): Promise<boolean> {
  const { count } = await gate().recoveryCode.updateMany({ where: { userId, codeHash: digestOf(userId, code), usedAt: null }, data: { usedAt: machineTime() } })
  return count === 1
}

/** Whether a code is right, used up by being asked. Guessing is slowed down: seconds to wait come instead of an answer. */
export async function takeCode(userId: string, sealed: string, code: string): Promise<'right' | 'wrong' | { wait: number }> {
  const wait = await countCode(userId)
  if (wait > 0) return { wait }
  if (!(await takeTimeCode(userId, sealed, code)) && !(await takeRecoveryCode(userId, code))) return 'wrong'
  await forgetCodes(userId)
  return 'right'
}

const problem = (field: string, key: string) => new Refusal('invalid', 'errors.refusals.invalid', { fields: { [field]: { key } } })

async function assertCode(userId: string, sealed: string, code: string): Promise<void> {
  const answer = await takeCode(userId, sealed, code)
  if (answer === 'wrong') throw problem('code', 'access.problems.codeWrong')
  if (answer !== 'right') throw new Refusal('too-many', 'access.refusals.waitLong', { params: { minutes: Math.ceil(answer.wait / 60) } })
}

/** Whose factor it is. The platform's people set theirs up before they are in any organization: there is no history yet to write into. */
export type Owner = Ctx | { user: Pick<Ctx['user'], 'id' | 'email'>; locale: string }

/** Whoever sits at an open session proves first that it is theirs. */
export async function assertPassword({ user }: Owner, password: string, field: string): Promise<void> {
  const attempt = { email: user.email, ipAddress: null, device: undefined }
  const seconds = await countAttempt(attempt)
  if (seconds > 0) throw new Refusal('too-many', 'access.refusals.wait', { params: { seconds } })
  const account = await gate().user.findFirst({ where: { id: user.id }, select: { password: true } })
  if (!(await passwordMatches(account?.password ?? null, password))) throw problem(field, 'access.problems.passwordWrong')
  await forgetAttempts(attempt)
}

const factorOf = (userId: string) => gate().secondFactor.findFirst({ where: { userId }, select: { secret: true, confirmedAt: true } })

/** How the own second factor stands. */
export async function getFactor({ user }: Ctx): Promise<{ since: Date | null; codesLeft: number }> {
  const [factor, codesLeft] = await Promise.all([factorOf(user.id), gate().recoveryCode.count({ where: { userId: user.id, usedAt: null } })])
  return { since: factor?.confirmedAt ?? null, codesLeft }
}

const organizationOf = async (userId: string) => (await gate().user.findFirstOrThrow({ where: { id: userId }, select: { organizationId: true } })).organizationId

/** Offers a fresh secret; it counts once a code of it was given back. */
export async function beginFactor(ctx: Owner, { password }: { password: string }): Promise<FactorOffer> {
  const { id: userId, email } = ctx.user
  if ((await factorOf(userId))?.confirmedAt) throw new Refusal('conflict', 'access.refusals.factorOn')
  await assertPassword(ctx, password, 'password')
  const secret = new Secret({ size: 20 }).base32
  await gate().secondFactor.deleteMany({ where: { userId, confirmedAt: null } })
  await gate().secondFactor.create({ data: { userId, organizationId: await organizationOf(userId), secret: seal(purpose, secret) }, select: { userId: true } })
  const { modules: { size, data } } = drawCode(totpOf(secret, email).toString(), { errorCorrectionLevel: 'M' })
  const path = Array.from(data, (isDark, i) => (isDark ? `M${i % size} ${Math.floor(i / size)}h1v1h-1z` : '')).join('')
  return { size, path, secret }
}

async function makeCodes(userId: string): Promise<string[]> {
  const codes = Array.from({ length: 10 }, recoveryCode)
  await gateCall('renew_codes', userId, codes.map((code) => digestOf(userId, code)))
  return codes
}

/** The history and a mail tell of it; nothing of the secret stands in either. */
async function tell(ctx: Owner, deed: string): Promise<void> {
  if (!('db' in ctx)) return void (await leaveMailAtGate({ template: 'factor-changed', recipient: ctx.user.email, userId: ctx.user.id, organizationId: null, locale: ctx.locale }))
  await ctx.db.$transaction(async (tx) => {
    const own = await tx.user.findFirst({ where: { id: ctx.user.id }, select: { id: true } })
    await leaveMail(tx, { template: 'factor-changed', recipient: ctx.user.email, userId: own?.id ?? null, locale: ctx.locale })
    await writeHistory(tx, ctx, { deed, entity: 'users', id: ctx.user.id })
  })
}

/** Turns it on with the first code, and gives ten codes for a day without the device. They are shown this once. */
export async function confirmFactor(ctx: Owner, { code }: { code: string }): Promise<{ codes: string[] }> {
  const factor = await factorOf(ctx.user.id)
  if (!factor || factor.confirmedAt) throw new Refusal('conflict', 'access.refusals.factorAgain')
  await assertCode(ctx.user.id, factor.secret, code)
  // The secret that the code was of: another tab may have shown a newer picture meanwhile.
  const { count } = await gate().secondFactor.updateMany({ where: { userId: ctx.user.id, secret: factor.secret, confirmedAt: null }, data: { confirmedAt: machineTime() } })
  if (count === 0) throw new Refusal('conflict', 'access.refusals.factorAgain')
  const codes = await makeCodes(ctx.user.id)
  await tell(ctx, 'turn-on-factor')
  return { codes }
}

const confirmed = async (userId: string) => {
  const factor = await factorOf(userId)
  if (!factor?.confirmedAt) throw new Refusal('conflict', 'access.refusals.factorOff')
  return factor
}

/** Ten new recovery codes; the old ones open nothing any more. */
export async function renewCodes(ctx: Ctx, { code }: { code: string }): Promise<{ codes: string[] }> {
  await assertCode(ctx.user.id, (await confirmed(ctx.user.id)).secret, code)
  const codes = await makeCodes(ctx.user.id)
  await tell(ctx, 'renew-codes')
  return { codes }
}

/** Turns it off, with password and code; whoever's role demands it sets up another before anything else. */
export async function turnOffFactor(ctx: Ctx, { password, code }: { password: string; code: string }): Promise<void> {
  const { secret } = await confirmed(ctx.user.id)
  await assertPassword(ctx, password, 'password')
  await assertCode(ctx.user.id, secret, code)
  await gate().secondFactor.deleteMany({ where: { userId: ctx.user.id } })
  await gate().recoveryCode.deleteMany({ where: { userId: ctx.user.id } })
  await tell(ctx, 'turn-off-factor')
}
