import 'server-only'
import { isIP } from 'node:net'
import { env } from '@/lib/platform/env'
import type { Caller } from './refresh.server'

/**
 * Where a request comes from. Only a proxy may be believed (TRUST_PROXY), and of what it sends the last address:
 * one that adds instead of overwriting leaves the caller's own inventions before it.
 */
export function callerOf(headers: Headers): Caller {
  const forwarded = env.TRUST_PROXY ? headers.get('x-forwarded-for')?.split(',').at(-1)?.trim() : undefined
  return { userAgent: headers.get('user-agent'), ipAddress: forwarded && isIP(forwarded) ? forwarded : null }
}
