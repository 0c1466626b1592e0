import 'server-only'
import { createHash, createHmac, randomBytes } from 'node:crypto'
import { machineTime } from '@/lib/platform/clock.server'
import { gate, gateCall } from '@/lib/platform/db/gate.server'
import { needEnv } from '@/lib/platform/env'
import { log } from '@/lib/platform/log.server'
import { daysOfFamily, daysOfRefresh, secondsOfGrace } from './cookies'

/** Where a request comes from, as far as it can be told. Kept with the session for its owner to see. */
export type Caller = { userAgent: string | null; ipAddress: string | null }

const day = 86_400_000
const inDays = (days: number) => new Date(machineTime().getTime() + days * day)
export const hashed = (token: string) => createHash('sha256').update(token).digest('base64url')

/**
 * The successor follows from the presented token and our secret, so that whoever asks twice with the same
 * token (ten tabs, a lost response) gets the same successor and never a second branch.
 */
const successorOf = (token: string) => createHmac('sha256', needEnv('NEXTAUTH_SECRET')).update(`refresh:${token}`).digest('base64url')

/** Starts a family: one a device, from sign-in to sign-out or its absolute end. Returns the token to keep. */
export async function startFamily(user: { id: string; organizationId: string | null }, caller: Caller) {
  const token = randomBytes(32).toString('base64url')
  const familyId = crypto.randomUUID()
  await gate().authRefreshToken.create({
    data: {
      userId: user.id,
      organizationId: user.organizationId,
      familyId,
      tokenHash: hashed(token),
      userAgent: caller.userAgent?.slice(0, 300) ?? null,
      ipAddress: caller.ipAddress,
      expiresAt: inDays(daysOfRefresh),
      familyExpiresAt: inDays(daysOfFamily),
    },
    select: { id: true },
  })
  return { token, familyId }
}

type Refreshed = { outcome: 'rotated' | 'again' | 'reused' | 'unknown'; user_id: string; family_id: string }

/** Exchanges a refresh token. Null when the session is over; a token that was used before ends its whole family. */
export async function refresh(token: string, caller: Caller): Promise<{ userId: string; familyId: string; token: string } | null> {
  const successor = successorOf(token)
  const [answer] = await gateCall<Refreshed>(
    'refresh_session', hashed(token), hashed(successor), caller.userAgent?.slice(0, 300) ?? null, caller.ipAddress, `${daysOfRefresh} days`, `${secondsOfGrace} seconds`,
  )
  if (answer?.outcome === 'reused') log.warn({ event: 'session.reused', userId: answer.user_id, familyId: answer.family_id, ...caller }, 'A used refresh token came back; its family is revoked.')
  if (!answer || answer.outcome === 'unknown' || answer.outcome === 'reused') return null
  return { userId: answer.user_id, familyId: answer.family_id, token: successor }
}

const end = (userId: string, familyId: string | null) => gateCall('end_sessions', userId, familyId)

export const endFamily = (userId: string, familyId: string) => end(userId, familyId)
/** Ends the session that a refresh token belongs to, if there is one. */
export async function endFamilyOf(token: string | undefined): Promise<void> {
  const family = token ? await gate().authRefreshToken.findFirst({ where: { tokenHash: hashed(token) }, select: { userId: true, familyId: true } }) : null
  if (family) await endFamily(family.userId, family.familyId)
}
/** Ends every session of a person: password reset, disabling, "sign out everywhere". */
export const endSessionsOf = (userId: string) => end(userId, null)
