import 'server-only'
import { test as isCommon } from 'fxa-common-password-list'
import type { z } from 'zod'
import type { Seen } from '@/lib/platform/catalog'
import { machineTime } from '@/lib/platform/clock.server'
import type { Ctx } from '@/lib/platform/context'
import { gate } from '@/lib/platform/db/gate.server'
import { Refusal } from '@/lib/platform/errors'
import { writeHistory } from '@/lib/platform/history.server'
import { daysOfFamily } from '@/lib/platform/session/cookies'
import { endFamily } from '@/lib/platform/session/refresh.server'
import type { accountInput, passwordChangeInput } from './account'
import { deviceOf } from './device.server'
import { leaveMailAtGate } from './mail.server'
import { hashPassword, passwordMatches } from './password.server'
import { countAttempt, forgetAttempts } from './throttle.server'

/** An account is its person's own, in whichever organization they look: the gate reads it. */
export async function getAccount({ user }: Ctx) {
  const { updatedAt, ...own } = await gate().user.findFirstOrThrow({ where: { id: user.id }, select: { id: true, email: true, pendingEmail: true, firstName: true, lastName: true, locale: true, updatedAt: true } })
  return { ...own, seen: updatedAt.toISOString() }
}

export async function updateAccount(ctx: Ctx, { id, seen, ...own }: z.output<typeof accountInput> & Seen): Promise<{ id: string }> {
  if (id !== ctx.user.id) throw new Refusal('not-found', 'errors.refusals.notFound')
  const { count } = await gate().user.updateMany({ where: { id, updatedAt: new Date(seen) }, data: own })
  if (count === 0) {
    const { id: _, seen: now, email: _email, pendingEmail: _pending, ...values } = await getAccount(ctx)
    throw new Refusal('conflict', 'form.conflict.refusal', { detail: { current: { id, seen: now, values } } })
  }
  await writeHistory(ctx.db, ctx, { deed: 'update-account', entity: 'users', id })
  return { id }
}

const wrongPassword = () => new Refusal('invalid', 'errors.refusals.invalid', { fields: { current: { key: 'access.problems.passwordWrong' } } })

/** Changes the own password and ends every other session of the person; a link to a new password that somebody asked for before opens nothing any more. */
export async function changePassword(ctx: Ctx, { current, password }: z.output<typeof passwordChangeInput>, familyId: string): Promise<void> {
  const attempt = { email: ctx.user.email, ipAddress: null, device: undefined }
  const seconds = await countAttempt(attempt)
  if (seconds > 0) throw new Refusal('too-many', 'access.refusals.wait', { params: { seconds } })
  // At the gate alone a password may be read.
  const account = await gate().user.findFirst({ where: { id: ctx.user.id }, select: { password: true } })
  if (!account || !(await passwordMatches(account.password, current))) throw wrongPassword()
  if (isCommon(password.toLowerCase())) throw new Refusal('invalid', 'errors.refusals.invalid', { fields: { password: { key: 'access.problems.passwordCommon' } } })
  const { count } = await gate().user.updateMany({ where: { id: ctx.user.id, password: account.password }, data: { password: await hashPassword(password) } })
  if (count === 0) throw wrongPassword()
  await forgetAttempts(attempt)
  await gate().oneTimeToken.deleteMany({ where: { userId: ctx.user.id, purpose: 'reset_password', usedAt: null } })
  await endOtherSessions(ctx, familyId)
  const { organizationId } = await gate().user.findFirstOrThrow({ where: { id: ctx.user.id }, select: { organizationId: true } })
  await leaveMailAtGate({ template: 'password-changed', recipient: ctx.user.email, userId: ctx.user.id, organizationId, locale: ctx.locale })
  await writeHistory(ctx.db, ctx, { deed: 'change-password', entity: 'users', id: ctx.user.id })
}

export type SessionRow = { familyId: string; browser: string | null; system: string | null; address: string | null; firstUse: Date; lastUse: Date; isHere: boolean }

const dayLong = 86_400_000

/** Where the person is signed in, the last used first. */
export const listSessions = ({ user }: Ctx, familyId: string): Promise<SessionRow[]> => listSessionsOf(user.id, familyId)

/** The sessions of an account that was found in reach. A family's live token is made anew while it is used, every ten minutes at most. */
export async function listSessionsOf(userId: string, familyId = ''): Promise<SessionRow[]> {
  const now = machineTime()
  const live = await gate().authRefreshToken.findMany({
    where: { userId, revokedAt: null, expiresAt: { gt: now }, familyExpiresAt: { gt: now } }, orderBy: { createdAt: 'desc' }, take: 100,
    select: { familyId: true, userAgent: true, ipAddress: true, createdAt: true, familyExpiresAt: true },
  })
  return live.map((token) => ({
    familyId: token.familyId, ...deviceOf(token.userAgent), address: token.ipAddress,
    firstUse: new Date(token.familyExpiresAt.getTime() - daysOfFamily * dayLong), lastUse: token.createdAt, isHere: token.familyId === familyId,
  }))
}

/** Ends one session of the person; somebody else's is not there. */
export async function endSession(ctx: Ctx, { familyId }: { familyId: string }): Promise<void> {
  const own = await gate().authRefreshToken.findFirst({ where: { userId: ctx.user.id, familyId }, select: { id: true } })
  if (!own) throw new Refusal('not-found', 'errors.refusals.notFound')
  await endFamily(ctx.user.id, familyId)
  await writeHistory(ctx.db, ctx, { deed: 'end-session', entity: 'users', id: ctx.user.id })
}

/** Ends all sessions of the person but the one that asks. */
export async function endOtherSessions(ctx: Ctx, familyId: string): Promise<number> {
  const others = (await listSessions(ctx, familyId)).filter(({ isHere }) => !isHere)
  for (const other of others) await endFamily(ctx.user.id, other.familyId)
  return others.length
}
