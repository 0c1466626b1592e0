import 'server-only'
import { cookies, headers } from 'next/headers'
import { forbidden, redirect } from 'next/navigation'
import { cache } from 'react'
import type { Ctx } from './context'
import { contextFrom, lacksFactor, recordOfSession, type ContextRecord } from './context-record.server'
import { env } from './env'
import { requestLocale } from './i18n/locale.server'
import type { Permission } from './permissions'
import { noteRefusedPage } from './refused-pages.server'
import { openAccess } from './session/access.server'
import { accessCookie, campusCookie, isSecure } from './session/cookies'

export type { Ctx } from './context'

/** What a door or a page asks for: a permission, or only to be signed in. */
export type Needs = Permission | 'SIGNED_IN'
export const meets = (ctx: Ctx, needs: Needs) => needs === 'SIGNED_IN' || ctx.can(needs)

export type Session = { familyId: string; record: ContextRecord }

/** Whose session this is, as the database says at this very request: a revoked or disabled one is none. */
export const getSession = cache(async (): Promise<Session | null> => {
  const cookie = (await cookies()).get(accessCookie(isSecure(env.NEXTAUTH_URL ?? '')))?.value
  const claims = cookie ? await openAccess(cookie) : null
  const record = claims ? await recordOfSession(claims.familyId) : null
  return claims && record && record.user.id === claims.sub ? { familyId: claims.familyId, record } : null
})

async function readCtx(): Promise<Ctx | null> {
  const session = await getSession()
  const organization = session?.record.organization
  if (!session || !organization) return null
  const campusId = (await cookies()).get(campusCookie)?.value
  return contextFrom({ ...session.record, organization }, { campusId, locale: await requestLocale() })
}

const askingRoute = new WeakMap<object, Ctx>()

/** Who asks, for which organization; null when signed out, or when a person of the platform chose none yet. */
export const getCtx = cache(async (): Promise<Ctx | null> => askingRoute.get(await headers()) ?? readCtx())

/** The same for a route handler: that is no rendering, in which `cache` remembers, so who asks is kept beside the request for whatever asks again (its words do). */
export async function getRouteCtx(): Promise<Ctx | null> {
  const ctx = await readCtx()
  if (ctx) askingRoute.set(await headers(), ctx)
  return ctx
}

/** The context of a page, or no page: sign-in first, then 403 for those who may not. Every page calls it. */
export async function requirePage(...needs: readonly [Needs, ...Needs[]]): Promise<Ctx> {
  const ctx = await getCtx()
  const here = (await headers()).get('x-here') ?? '/'
  if (!ctx) {
    // Only the platform's people choose: a person of an organization that was removed has nowhere to be.
    if ((await getSession())?.record.role.everywhere) redirect('/organizations')
    redirect(here === '/' ? '/sign-in' : `/sign-in?next=${encodeURIComponent(here)}`)
  }
  const session = await getSession()
  if (session && lacksFactor(session.record) && !here.startsWith('/account')) redirect('/account/security')
  const missing = needs.find((one) => !meets(ctx, one))
  if (missing) {
    noteRefusedPage(ctx.user.id, here, missing)
    forbidden()
  }
  return ctx
}
