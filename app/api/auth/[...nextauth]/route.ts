import NextAuth from 'next-auth'
import { NextRequest } from 'next/server'
import { authOptions } from '@/lib/domain/access/auth.server'
import { publicRoute, quiet, textWithin } from '@/lib/platform/route.server'
import { isSameOrigin } from '@/lib/platform/same-origin.server'

type Handler = (request: Request, context: { params: Promise<Record<string, string | string[]>> }) => Promise<Response>

/**
 * Of next-auth's doors those that we use. Its others would undo what sessions promise: `session` seals a fresh access
 * cookie for whoever has one, without a refresh token; `signout` forgets the cookie and leaves the session alive.
 */
const doors: Record<string, readonly string[]> = { GET: ['csrf', 'providers', 'signin', 'callback', 'error'], POST: ['signin', 'callback'] }
const mostBytes = 10_000

const handler = publicRoute('Signing in is how one becomes somebody.', async (request, context) => {
  const [door = ''] = [(await context.params).nextauth ?? ''].flat()
  // next-auth's own script asks after a sign-in, and reads an empty answer as "nobody".
  if (request.method === 'GET' && door === 'session') return Response.json({}, { headers: quiet })
  if (!doors[request.method]?.includes(door)) return new Response(null, { status: 404 })
  const ask = (asked: Request) => (NextAuth(authOptions()) as Handler)(asked, context)
  if (request.method === 'GET') return ask(request)
  if (!isSameOrigin(request.headers)) return new Response(null, { status: 403 })
  const body = await textWithin(request, mostBytes)
  if (body === null) return new Response(null, { status: 413 })
  return ask(new NextRequest(request.url, { method: 'POST', headers: request.headers, body }))
})

export { handler as GET, handler as POST }
