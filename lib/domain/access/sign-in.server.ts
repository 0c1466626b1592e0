import 'server-only'
import { machineTime } from '@/lib/platform/clock.server'
import { gate, gateCall } from '@/lib/platform/db/gate.server'
import { log } from '@/lib/platform/log.server'
import type { Caller } from '@/lib/platform/session/refresh.server'
import { startFamily } from '@/lib/platform/session/refresh.server'
import { passwordMatches } from './password.server'
import { countAttempt, forgetAttempts } from './throttle.server'
import { spelled, type SignInInput } from './sign-in'

type Account = { id: string; organizationId: string | null; email: string; password: string | null; disabled: boolean }
export type SignedIn = { userId: string; familyId: string; refreshToken: string; email: string }
export type SignInOutcome = SignedIn | { refused: 'wrong' } | { refused: 'wait'; seconds: number }

/** One address may have an account in several organizations; each has its own password. */
const accountsOf = (email: string) => gateCall<Account>('accounts_of', spelled(email))

/** Starts a session for whoever knows the password. Every refusal takes the same time and says the same. */
export async function signIn({ email, password }: SignInInput, caller: Caller & { device: string | undefined }): Promise<SignInOutcome> {
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
    return { refused: 'wrong' }
  }
  await forgetAttempts(attempt)
  return openSession(account, caller)
}

async function firstMatch(accounts: Account[], password: string): Promise<Account | null> {
  // As long for nobody as for an address with one account or with two.
  const stored = [...accounts.map((account) => account.password), ...Array.from({ length: Math.max(0, 2 - accounts.length) }, () => null)]
  const matches = await Promise.all(stored.map((hash) => passwordMatches(hash, password)))
  return accounts.find((account, at) => matches[at] && !account.disabled) ?? null
}

async function openSession(account: Account, caller: Caller): Promise<SignedIn> {
  const { token, familyId } = await startFamily(account, caller)
  await gate().user.update({ where: { id: account.id }, data: { lastSignInAt: machineTime() }, select: { id: true } })
  log.info({ event: 'sign-in', userId: account.id, familyId }, 'Signed in.')
  return { userId: account.id, familyId, refreshToken: token, email: account.email }
}

/** Sign-in by an identity provider: the account must exist and be allowed; nobody is created on the way in. */
export async function signInByProvider(email: string, caller: Caller): Promise<SignInOutcome> {
  const [account] = (await accountsOf(email)).filter((found) => !found.disabled)
  return account ? openSession(account, caller) : { refused: 'wrong' }
}
