import 'server-only'
import { createHmac } from 'node:crypto'
import { RateLimiterPostgres, type RateLimiterRes } from 'rate-limiter-flexible'
import { limiterPool } from '@/lib/platform/db/gate.server'
import { needEnv } from '@/lib/platform/env'
import { spelled } from './sign-in'

const limiter = (keyPrefix: string, points: number, minutes: number) =>
  new RateLimiterPostgres({ storeClient: limiterPool(), tableName: 'rate_limits', tableCreated: true, keyPrefix, points, duration: minutes * 60 })

type Limits = Record<'account' | 'address' | 'anywhere' | 'device' | 'asking' | 'code', RateLimiterPostgres>
let kept: Limits | undefined
const limits = (): Limits => (kept ??= { account: limiter('sign-in', 8, 1), address: limiter('address', 60, 1), anywhere: limiter('anywhere', 300, 1), device: limiter('device', 8, 1), asking: limiter('asking', 3, 15), code: limiter('code', 6, 15) })

const digest = (text: string) => createHmac('sha256', needEnv('NEXTAUTH_SECRET')).update(text).digest('base64url').slice(0, 32)

/** A mark that a browser keeps after a good sign-in, so that strangers' failures never stand in its owner's way. */
export const deviceMark = (email: string) => digest(`device:${spelled(email)}`)

/** Where strangers come from; without a trusted proxy that is one place for all of them, and a known browser is no stranger. */
function placeOf({ email, ipAddress, device }: Attempt): [RateLimiterPostgres, string][] {
  if (ipAddress) return [[limits().address, digest(ipAddress)]]
  return device === deviceMark(email) ? [] : [[limits().anywhere, 'all']]
}

export type Attempt = { email: string; ipAddress: string | null; device: string | undefined }

const bucketOf = ({ email, ipAddress, device }: Attempt): [RateLimiterPostgres, string] =>
  device === deviceMark(email) ? [limits().device, digest(`known:${spelled(email)}`)] : [limits().account, digest(`${spelled(email)}|${ipAddress ?? ''}`)]

/** Counts an attempt before the password is looked at. Returns the seconds to wait, or 0. */
export async function countAttempt(attempt: Attempt): Promise<number> {
  const [bucket, key] = bucketOf(attempt)
  const counted = [bucket.consume(key), ...placeOf(attempt).map(([place, name]) => place.consume(name))]
  return waitOf(counted)
}

const waitOf = async (counted: readonly Promise<unknown>[]): Promise<number> => {
  const results = await Promise.allSettled(counted)
  const waits = results.filter((result) => result.status === 'rejected').map(({ reason }) => {
    if (reason instanceof Error) throw reason
    return Math.ceil((reason as RateLimiterRes).msBeforeNext / 1000)
  })
  return Math.max(0, ...waits)
}

/** Counts somebody's wish for a mail: nobody's box is filled, whether it is an account's or not. Returns the seconds to wait, or 0. */
export const countAsking = ({ email, ipAddress }: Pick<Attempt, 'email' | 'ipAddress'>) =>
  waitOf([limits().asking.consume(digest(`asking:${spelled(email)}`)), ...(ipAddress ? [limits().address.consume(digest(ipAddress))] : [limits().anywhere.consume('all')])])

/** Counts somebody's wish for another address: whoever is signed in fills no stranger's box with mails either. */
export const countWish = (userId: string) => waitOf([limits().asking.consume(digest(`wish:${userId}`))])

/** Counts a one-time code before it is looked at: six in a quarter of an hour, of whoever has the password already. */
export const countCode = (userId: string) => waitOf([limits().code.consume(digest(`code:${userId}`))])
export const forgetCodes = (userId: string) => limits().code.delete(digest(`code:${userId}`))

/** A good sign-in forgives the failures before it. */
export async function forgetAttempts(attempt: Attempt): Promise<void> {
  const [bucket, key] = bucketOf(attempt)
  await Promise.all([bucket.delete(key), ...placeOf(attempt).map(([place, name]) => place.reward(name))])
}
