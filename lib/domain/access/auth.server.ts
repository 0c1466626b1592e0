import 'server-only'
import type { NextAuthOptions } from 'next-auth'
import AzureADProvider from 'next-auth/providers/azure-ad'
import CredentialsProvider from 'next-auth/providers/credentials'
import GoogleProvider from 'next-auth/providers/google'
import { cookies, headers } from 'next/headers'
import { env, needEnv } from '@/lib/platform/env'
import { Refusal } from '@/lib/platform/errors'
import { log } from '@/lib/platform/log.server'
import { sealAccess } from '@/lib/platform/session/access.server'
import { callerOf } from '@/lib/platform/session/caller.server'
import { accessCookie, cookieOptions, daysOfFamily, daysOfRefresh, isSecure, refreshCookie, secondsOfAccess } from '@/lib/platform/session/cookies'
import { endFamilyOf } from '@/lib/platform/session/refresh.server'
import { dropProof, findProof, keepProof } from './provider-proof.server'
import { finishProviderSignIn, signIn, signInByProvider, type ProviderOutcome, type SignInOutcome } from './sign-in.server'
import { signInInput, type SignInInput, type SignInRefusal } from './sign-in'
import { deviceMark } from './throttle.server'

const deviceCookie = 'device'
const day = 86_400

async function keepSession(outcome: Exclude<SignInOutcome, { refused: string }>): Promise<void> {
  const jar = await cookies()
  const secure = isSecure(env.NEXTAUTH_URL ?? '')
  // Whoever signs in again on a device leaves the session that was there.
  await endFamilyOf(jar.get(refreshCookie(secure))?.value)
  jar.set(refreshCookie(secure), outcome.refreshToken, cookieOptions(secure, daysOfRefresh * day))
  jar.set(deviceCookie, deviceMark(outcome.email), cookieOptions(secure, daysOfFamily * day))
}

/** A person whose family next-auth's callbacks write into the access cookie. */
type Opened = { id: string; familyId: string }

/** What goes wrong in here is ours to read: next-auth would write it into the answer and the address. */
async function attempt(input: SignInInput): Promise<SignInOutcome | { refused: 'unavailable' }> {
  try {
    const device = (await cookies()).get(deviceCookie)?.value
    return await signIn(input, { ...callerOf(await headers()), device })
  } catch (error) {
    log.error({ id: crypto.randomUUID().slice(0, 8), where: 'sign-in', err: error }, 'A bug.')
    return { refused: 'unavailable' }
  }
}

/** Signs in without next-auth's script. Null when the door is open, or the name of the refusal. */
export async function signInByForm(input: SignInInput): Promise<Exclude<SignInRefusal, 'wait'> | 'waitAMoment' | null> {
  const outcome = await attempt(input)
  if ('refused' in outcome) return outcome.refused === 'wait' ? 'waitAMoment' : outcome.refused
  await openDoor(outcome)
  return null
}

async function openDoor(outcome: Exclude<SignInOutcome, { refused: string }>): Promise<void> {
  await keepSession(outcome)
  const secure = isSecure(env.NEXTAUTH_URL ?? '')
  ;(await cookies()).set(accessCookie(secure), await sealAccess({ sub: outcome.userId, familyId: outcome.familyId }), cookieOptions(secure, secondsOfAccess))
}

/** The code of whoever came by a provider; too late, they begin at the provider again. */
export async function enterCodeAfterProvider({ code }: { code: string }): Promise<void> {
  const proof = await findProof()
  const outcome = proof ? await finishProviderSignIn(proof, code, callerOf(await headers())) : { refused: 'wrong' as const }
  if (!('refused' in outcome)) {
    await dropProof()
    return openDoor(outcome)
  }
  if (outcome.refused === 'wait') throw new Refusal('too-many', 'access.refusals.waitLong', { params: { minutes: Math.ceil(outcome.seconds / 60) } })
  if (outcome.refused === 'codeWrong') throw new Refusal('invalid', 'errors.refusals.invalid', { fields: { code: { key: 'access.problems.codeWrong' } } })
  throw new Refusal('signed-out', 'access.refusals.providerAgain')
}

const credentials = CredentialsProvider({
  credentials: { email: {}, password: {}, code: {} },
  async authorize(given) {
    const input = signInInput.safeParse({ email: given?.email, password: given?.password, code: given?.code || undefined })
    if (!input.success) throw new Error('wrong')
    const outcome = await attempt(input.data)
    if ('refused' in outcome) throw new Error(outcome.refused === 'wait' ? `wait:${outcome.seconds}` : outcome.refused)
    await keepSession(outcome)
    return { id: outcome.userId, familyId: outcome.familyId } satisfies Opened
  },
})

const providers = () => [
  credentials,
  ...(env.GOOGLE_CLIENT_ID && env.GOOGLE_CLIENT_SECRET ? [GoogleProvider({ clientId: env.GOOGLE_CLIENT_ID, clientSecret: env.GOOGLE_CLIENT_SECRET })] : []),
  ...(env.AZURE_AD_CLIENT_ID && env.AZURE_AD_CLIENT_SECRET && env.AZURE_AD_TENANT_ID
    ? [AzureADProvider({ clientId: env.AZURE_AD_CLIENT_ID, clientSecret: env.AZURE_AD_CLIENT_SECRET, tenantId: env.AZURE_AD_TENANT_ID })]
    : []),
]

/** Which providers the sign-in page shows beside the password. */
export const offeredProviders = () => providers().filter((provider) => provider.id !== 'credentials').map(({ id, name }) => ({ id, name }))

/** next-auth signs people in and seals the short access cookie; refresh tokens and their rotation are ours. */
export function authOptions(): NextAuthOptions {
  const secure = isSecure(env.NEXTAUTH_URL ?? '')
  return {
    secret: needEnv('NEXTAUTH_SECRET'),
    session: { strategy: 'jwt', maxAge: secondsOfAccess },
    pages: { signIn: '/sign-in', error: '/sign-in' },
    useSecureCookies: secure,
    cookies: { sessionToken: { name: accessCookie(secure), options: { httpOnly: true, sameSite: 'lax', path: '/', secure } } },
    providers: providers(),
    callbacks: {
      async signIn({ user, account, profile }) {
        if (account?.provider === 'credentials') return true
        // Google says whether it verified the address; Microsoft is asked for one directory only, whose administrator vouches for its people.
        const verified = account?.provider === 'google' ? (profile as { email_verified?: boolean }).email_verified === true : Boolean(profile?.email)
        const outcome: ProviderOutcome = verified && user.email ? await signInByProvider(user.email, callerOf(await headers())) : { refused: 'wrong' }
        if ('proof' in outcome) {
          await keepProof(outcome.proof)
          return '/sign-in'
        }
        if ('refused' in outcome) return '/sign-in?error=provider'
        await keepSession(outcome)
        Object.assign(user, { id: outcome.userId, familyId: outcome.familyId } satisfies Opened)
        return true
      },
      jwt: ({ token, user }) => (user ? { sub: user.id, familyId: (user as unknown as Opened).familyId } : token),
      session: ({ session }) => ({ expires: session.expires }),
    },
    logger: { error: (code) => log.warn({ event: 'next-auth', code }, 'Sign-in failed.'), warn: () => undefined, debug: () => undefined },
  }
}
