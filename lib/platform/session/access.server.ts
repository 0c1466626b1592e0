import 'server-only'
import { decode, encode } from 'next-auth/jwt'
import { machineTime } from '@/lib/platform/clock.server'
import { needEnv } from '@/lib/platform/env'
import { secondsOfAccess } from './cookies'

/** What the short access cookie says: who, and which family of refresh tokens stands behind it. */
export type AccessClaims = { sub: string; familyId: string }

type Opened = { claims: AccessClaims; until: number }
const opened = new Map<string, Opened>()
const remembered = 2_000

/** next-auth's own encrypted token, so that its callbacks and ours read the same cookie. */
export const sealAccess = (claims: AccessClaims): Promise<string> =>
  encode({ token: claims, secret: needEnv('NEXTAUTH_SECRET'), maxAge: secondsOfAccess })

/** The claims of a cookie, or null when it is not ours or over. Opening one costs more than a query: it is remembered. */
export async function openAccess(cookie: string): Promise<AccessClaims | null> {
  const known = opened.get(cookie)
  if (known) return known.until > machineTime().getTime() ? known.claims : null
  const token = await decode({ token: cookie, secret: needEnv('NEXTAUTH_SECRET') }).catch(() => null)
  if (!token?.sub || typeof token.familyId !== 'string' || typeof token.exp !== 'number') return null
  if (opened.size >= remembered) opened.clear()
  const claims = { sub: token.sub, familyId: token.familyId }
  opened.set(cookie, { claims, until: token.exp * 1000 })
  return claims
}
