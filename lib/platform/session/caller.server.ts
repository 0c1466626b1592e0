import 'server-only'
import { env } from '@/lib/platform/env'
import type { Caller } from './refresh.server'

/**
 * Where a request comes from. Only a proxy that overwrites X-Forwarded-For may be believed (TRUST_PROXY);
 * otherwise the header is the caller's own invention and the address stays unknown.
 */
export function callerOf(headers: Headers): Caller {
  const forwarded = env.TRUST_PROXY ? headers.get('x-forwarded-for')?.split(',')[0]?.trim() : undefined
  return { userAgent: headers.get('user-agent'), ipAddress: forwarded || null }
}
