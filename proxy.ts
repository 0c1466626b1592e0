import { NextResponse, type NextRequest } from 'next/server'
import { areWhole } from '@/lib/platform/action-arguments'
import { env } from '@/lib/platform/env'
import { openAccess, sealAccess } from '@/lib/platform/session/access.server'
import { callerOf } from '@/lib/platform/session/caller.server'
import { accessCookie, cookieOptions, daysOfRefresh, isSecure, refreshCookie, secondsOfAccess } from '@/lib/platform/session/cookies'
import { refresh } from '@/lib/platform/session/refresh.server'

/** What the browser may load. The nonce goes to Next through the request's own header. */
const policy = (nonce: string) =>
  [
    `default-src 'self'`,
    `script-src 'self' 'nonce-${nonce}' 'strict-dynamic'${env.NODE_ENV === 'development' ? ` 'unsafe-eval'` : ''}`,
    `style-src 'self' 'unsafe-inline'`,
    `img-src 'self' data: blob:`,
    `font-src 'self'`,
    `connect-src 'self'`,
    `worker-src 'self'`,
    `object-src 'none'`,
    `base-uri 'none'`,
    `form-action 'self'`,
    `frame-ancestors 'none'`,
  ].join('; ')

/**
 * Not a guard: every page and door asks for itself. It is the one place that can write cookies before a
 * page is drawn, so here an access cookie that ran out is renewed with the refresh token. It also is the last place
 * before Next reads what an action was sent.
 */
export default async function proxy(request: NextRequest) {
  if (request.method === 'POST' && request.headers.has('next-action') && !(await areWhole(request))) return new NextResponse(null, { status: 400 })
  const secure = isSecure(env.NEXTAUTH_URL ?? '')
  const headers = new Headers(request.headers)
  const csp = policy(btoa(crypto.randomUUID()))
  headers.set('content-security-policy', csp)
  headers.set('x-here', request.nextUrl.pathname + request.nextUrl.search)

  const token = request.cookies.get(refreshCookie(secure))?.value
  const kept = request.cookies.get(accessCookie(secure))?.value
  // One that cannot be read is none: the refresh token beside it still says who it is.
  if (!token || (kept && (await openAccess(kept)))) return withPolicy(NextResponse.next({ request: { headers } }), csp)

  const renewed = await refresh(token, callerOf(request.headers))
  if (!renewed) {
    const response = NextResponse.next({ request: { headers } })
    response.cookies.set(refreshCookie(secure), '', cookieOptions(secure, 0))
    return withPolicy(response, csp)
  }
  const access = await sealAccess({ sub: renewed.userId, familyId: renewed.familyId })
  request.cookies.set(accessCookie(secure), access)
  headers.set('cookie', request.cookies.toString())
  const response = NextResponse.next({ request: { headers } })
  response.cookies.set(accessCookie(secure), access, cookieOptions(secure, secondsOfAccess))
  response.cookies.set(refreshCookie(secure), renewed.token, cookieOptions(secure, daysOfRefresh * 86_400))
  return withPolicy(response, csp)
}

function withPolicy(response: NextResponse, csp: string): NextResponse {
  response.headers.set('content-security-policy', csp)
  return response
}

export const config = {
  matcher: [
    { source: '/((?!_next/static|_next/image|api/|icon|favicon|offline|sw\\.js).*)', missing: [{ type: 'header', key: 'next-router-prefetch' }] },
    // Answers without a page need no nonce (their policy is in next.config.mjs): only a renewal, if neither access cookie is there.
    {
      source: '/api/((?!health).*)',
      missing: [
        { type: 'cookie', key: 'next-auth.session-token' },
        { type: 'cookie', key: '__Host-next-auth.session-token' },
      ],
    },
  ],
}
