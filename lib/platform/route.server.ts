import 'server-only'
import type { z } from 'zod'
import { getRouteCtx, meets, type Ctx, type Needs } from './context.server'
import { noteDenied } from './denied.server'
import { Refusal, type RefusalCode } from './errors'
import { asFailure } from './failure.server'
import { parseInput, writable } from './input'
import { assertSameOrigin } from './same-origin.server'

type Params = Record<string, string | string[]>
type Asked<Input> = { input: Input; params: Params; request: Request }
type Spec<Input extends z.ZodType, Output> = {
  needs: Needs
  /** Of the query string for GET, of the JSON body otherwise. */
  input: Input
  /** A `Response` is sent as it is (files, streams); anything else as JSON. */
  run: (ctx: Ctx, asked: Asked<z.output<Input>>) => Promise<Output | Response>
}

export type RouteHandler = ((request: Request, context: { params: Promise<Params> }) => Promise<Response>) & { declared: { needs: Needs | 'ANYONE' } }

const statusOf: Record<RefusalCode | 'bug', number> = {
  invalid: 400, 'signed-out': 401, forbidden: 403, 'not-found': 404, conflict: 409, 'too-many': 429, unavailable: 503, bug: 500,
}

export const quiet = { 'Cache-Control': 'private, no-store' }

/** A body's text, or null when it is longer than `most` bytes: nobody fills our memory, whatever length they announce. */
export async function textWithin(request: Request, most: number): Promise<string | null> {
  const parts: Uint8Array[] = []
  let size = 0
  for await (const part of (request.body ?? []) as AsyncIterable<Uint8Array>) {
    size += part.byteLength
    if (size > most) return null
    parts.push(part)
  }
  return Buffer.concat(parts).toString('utf8')
}

const mostJson = 1_000_000

async function asked(request: Request): Promise<unknown> {
  if (request.method === 'GET' || request.method === 'HEAD') {
    return Object.fromEntries([...new URL(request.url).searchParams].map(([name, value]) => [name, writable(value)]))
  }
  if (!request.headers.get('content-type')?.startsWith('application/json')) return {}
  try {
    return JSON.parse((await textWithin(request, mostJson)) ?? '')
  } catch {
    throw new Refusal('invalid', 'errors.refusals.invalid')
  }
}

/** A route handler with the same doorkeeping as an action: origin (for changes), session, permission, input. */
export function defineRoute<Input extends z.ZodType, Output>({ needs, input, run }: Spec<Input, Output>): RouteHandler {
  const door = async (request: Request, context: { params: Promise<Params> }): Promise<Response> => {
    const isReading = request.method === 'GET' || request.method === 'HEAD'
    let ctx: Ctx | null = null
    try {
      if (!isReading) assertSameOrigin(request.headers)
      ctx = await getRouteCtx()
      if (!ctx) throw new Refusal('signed-out', 'errors.refusals.signedOut')
      if (!meets(ctx, needs)) throw new Refusal('forbidden', 'errors.refusals.forbidden')
      const done = await run(ctx, { input: parseInput(input, await asked(request)), params: await context.params, request })
      return done instanceof Response ? done : Response.json({ ok: true, data: done }, { headers: quiet })
    } catch (error) {
      const { pathname } = new URL(request.url)
      if (!isReading) await noteDenied(ctx, pathname, error)
      const failure = await asFailure(error, pathname)
      return Response.json(failure, { status: statusOf[failure.code], headers: quiet })
    }
  }
  return Object.assign(door, { declared: { needs } })
}

/** A route that anybody may call. It says so, and why, because the list of doors is read by a test. */
export function publicRoute(_why: string, run: (request: Request, context: { params: Promise<Params> }) => Promise<Response>): RouteHandler {
  return Object.assign(run, { declared: { needs: 'ANYONE' as const } })
}
