import 'server-only'
import { machineTime } from '@/lib/platform/clock.server'
import { gate, gateCall } from '@/lib/platform/db/gate.server'
import { log } from '@/lib/platform/log.server'
import type { Caller } from '@/lib/platform/session/refresh.server'
import { startFamily } from '@/lib/platform/session/refresh.server'
import { forTenant } from '@/lib/platform/db/tenant.server'
import { deviceName } from './device.server'
import { passwordMatches } from './password.server'
import { takeCode } from './second-factor.server'
import { countAttempt, forgetAttempts } from './throttle.server'
import { spelled, type SignInInput } from './sign-in'

type Account = { id: string; organizationId: string | null; email: string; password: string | null; disabled: boolean; factor: string | null; suspended: boolean }
export type SignedIn = { userId: string; familyId: string; refreshToken: string; email: string }
export type SignInOutcome = SignedIn | { refused: 'wrong' | 'code' | 'codeWrong' | 'suspended' } | { refused: 'wait'; seconds: number }

/** One address may have an account in several organizations; each has its own password. */
const accountsOf = (email: string) => gateCall<Account>('accounts_of', spelled(email))

/** Starts a session for whoever knows the password. Every refusal takes the same time and says the same. */
export async function signIn({ email, password, code }: SignInInput, caller: Caller & { device: string | undefined }): Promise<SignInOutcome> {
  const attempt = { email, ipAddress: caller.ipAddress, device: caller.device }
  const seconds = await countAttempt(attempt)
  if (seconds > 0) {
    log.warn({ event: 'sign-in.throttled', ipAddress: caller.ipAddress }, 'Sign-in throttled.')
    return { refused: 'wait', seconds }
  }
  const accounts = await accountsOf(email)
  const account = await firstMatch(accounts, password)
  if (!account) {
    log.info({ event: 'sign-in.refused', ipAddress: caller.ipAddress }, 'Sign-in refused.')
    noteSignIn('sign-in-refused', accounts, caller)
    return { refused: 'wrong' }
  }
  // Whoever has the password may know: their organization is shut, or a code is wanted as well.
  if (account.suspended) return { refused: 'suspended' }
  const missing = account.factor && (await refusedByFactor(account.id, account.factor, code))
  if (missing) {
    if (missing.refused === 'codeWrong') noteSignIn('code-refused', [account], caller)
    return missing
  }
  await forgetAttempts(attempt)
  return openSession(account, caller)
}

async function refusedByFactor(userId: string, factor: string, code: string | undefined): Promise<Exclude<SignInOutcome, SignedIn> | null> {
  if (!code) return { refused: 'code' }
  const answer = await takeCode(userId, factor, code)
  return answer === 'right' ? null : answer === 'wrong' ? { refused: 'codeWrong' } : { refused: 'wait', seconds: answer.wait }
}

/** The history of the organizations whose account it was. Nobody waits for it: the time must not tell whose account there is. */
function noteSignIn(deed: string, accounts: readonly Account[], { ipAddress, userAgent }: Caller): void {
  for (const { id, organizationId } of accounts) {
    if (!organizationId) continue
    const db = forTenant({ organizationId, actorId: null, reach: { kind: 'organization' } })
    db.auditEvent.create({ data: { actorId: deed === 'sign-in' ? id : null, deed, entity: 'users', entityId: id, after: { address: ipAddress, device: deviceName(userAgent) } }, select: { id: true } })
      .catch((error: unknown) => log.error({ err: error }, 'A sign-in could not be written down.'))
  }
}

async function firstMatch(accounts: Account[], password: string): Promise<Account | null> {
  // As long for nobody as for an address with one account or with two.
  const stored = [...accounts.map((account) => account.password), ...Array.from({ length: Math.max(0, 2 - accounts.length) }, () => null)]
  const matches = await Promise.all(stored.map((hash) => passwordMatches(hash, password)))
  return accounts.find((account, at) => matches[at] && !account.disabled) ?? null
}

/** Signing in is no change of the account: whoever has it open to change or to disable it is not refused for that. */
async function noteLastSignIn(id: string): Promise<void> {
  const { updatedAt } = await gate().user.findFirstOrThrow({ where: { id }, select: { updatedAt: true } })
  await gate().user.updateMany({ where: { id, updatedAt }, data: { lastSignInAt: machineTime(), lastSeenAt: machineTime(), updatedAt } })
}

async function openSession(account: Account, caller: Caller): Promise<SignedIn> {
  const { token, familyId } = await startFamily(account, caller)
  await noteLastSignIn(account.id)
  noteSignIn('sign-in', [account], caller)
  log.info({ event: 'sign-in', userId: account.id, familyId }, 'Signed in.')
  return { userId: account.id, familyId, refreshToken: token, email: account.email }
}

/**
 * Sign-in by an identity provider: the account must exist and be allowed; nobody is created on the way in. The provider stands
 * for the password alone: whoever has a second factor is asked for it (`proof` says whom the provider vouched for).
 */
export async function signInByProvider(email: string, caller: Caller): Promise<ProviderOutcome> {
  // An address that is only another way to write it (full-width letters) was verified for another mailbox.
  const accounts = email === email.normalize('NFKC') ? await accountsOf(email) : []
  const account = accounts.find((found) => !found.disabled && !found.suspended)
  if (!account) return { refused: 'wrong' }
  return account.factor ? { refused: 'code', proof: { userId: account.id, email: account.email } } : openSession(account, caller)
}

export type ProviderProof = { userId: string; email: string }
export type ProviderOutcome = SignedIn | { refused: 'wrong' } | { refused: 'code'; proof: ProviderProof }

/** The second half of it: the code of whom the provider vouched for a moment ago. */
export async function finishProviderSignIn({ userId, email }: ProviderProof, code: string, caller: Caller): Promise<SignInOutcome> {
  const account = (await accountsOf(email)).find((found) => found.id === userId && !found.disabled && !found.suspended)
  if (!account?.factor) return { refused: 'wrong' }
  const missing = await refusedByFactor(account.id, account.factor, code)
  if (missing?.refused === 'codeWrong') noteSignIn('code-refused', [account], caller)
  return missing ?? openSession(account, caller)
}
