import 'server-only'
import { test as isCommon } from 'fxa-common-password-list'
import type { z } from 'zod'
import { gate, gateCall } from '@/lib/platform/db/gate.server'
import { Refusal } from '@/lib/platform/errors'
import { leaveErrand } from '@/lib/platform/jobs.server'
import { hashed, type Caller } from '@/lib/platform/session/refresh.server'
import { linkToken, type acceptInput, type forgotInput, type resetInput } from './credential'
import { forgotJob, leaveMailAtGate } from './mail.server'
import { hashPassword } from './password.server'
import { countAsking } from './throttle.server'

type Purpose = 'invite' | 'reset_password' | 'verify_email'
export type OpenLink = { user_id: string; user_email: string; pending_email: string | null; token_email: string | null; first_name: string | null; last_name: string | null; organization_id: string | null; organization_name: string | null }

/** Whose link it is, while it is good; a used, superseded or old one is like none. */
export async function openLink(token: string, purpose: Purpose): Promise<OpenLink | null> {
  if (!linkToken.safeParse(token).success) return null
  const [link] = await gateCall<OpenLink>('token_of', hashed(token), purpose)
  return link ?? null
}

const overLink = () => new Refusal('not-found', 'access.refusals.linkOver')

/** Asks for a link to a new password. Whoever asks is answered before anybody looks whether there is such an account. */
export async function askForReset({ email }: z.output<typeof forgotInput>, caller: Caller): Promise<void> {
  const seconds = await countAsking({ email, ipAddress: caller.ipAddress })
  if (seconds > 0) throw new Refusal('too-many', 'access.refusals.waitLong', { params: { minutes: Math.ceil(seconds / 60) } })
  await leaveErrand(forgotJob, { email })
}

/** None of the commonest. */
export function assertUncommon(password: string): void {
  if (isCommon(password.toLowerCase())) throw new Refusal('invalid', 'errors.refusals.invalid', { fields: { password: { key: 'access.problems.passwordCommon' } } })
}

type Chosen = { user_id: string; organization_id: string | null; user_email: string }

async function choose(purpose: 'invite' | 'reset_password', token: string, password: string, names: [string | null, string | null]): Promise<Chosen> {
  assertUncommon(password)
  if (!(await openLink(token, purpose))) throw overLink()
  const [done] = await gateCall<Chosen>('set_password_by', hashed(token), purpose, await hashPassword(password), ...names)
  // An invitation may have been taken back since its link was looked at.
  if (!done || !(await gate().user.findFirst({ where: { id: done.user_id, deletedAt: null }, select: { id: true } }))) throw overLink()
  return done
}

/** Sets a new password by a link. It signs nobody in, leaves the second factor as it is, and ends every session. */
export async function resetPassword({ token, password }: Omit<z.output<typeof resetInput>, 'again'>): Promise<void> {
  const { user_id: userId, organization_id: organizationId, user_email: recipient } = await choose('reset_password', token, password, [null, null])
  const account = await gate().user.findFirst({ where: { id: userId }, select: { locale: true } })
  await leaveMailAtGate({ template: 'password-changed', recipient, userId, organizationId, locale: account?.locale })
}

/** Takes an invitation: the password is chosen by the person alone. */
export async function acceptInvitation({ token, password, firstName, lastName }: Omit<z.output<typeof acceptInput>, 'again'>): Promise<void> {
  await choose('invite', token, password, [firstName, lastName])
}

/** Confirms a new address at one of the two; says whether it is settled. */
export async function confirmEmail({ token }: { token: string }): Promise<'half' | 'changed'> {
  const [answer] = await gateCall<{ outcome: 'unknown' | 'half' | 'changed' | 'taken' }>('confirm_email_by', hashed(token))
  if (!answer || answer.outcome === 'unknown') throw overLink()
  if (answer.outcome === 'taken') throw new Refusal('conflict', 'access.refusals.emailTaken')
  return answer.outcome
}
