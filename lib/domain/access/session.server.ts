import 'server-only'
import { cookies } from 'next/headers'
import { getSession } from '@/lib/platform/context.server'
import { env } from '@/lib/platform/env'
import { accessCookie, campusCookie, cookieOptions, isSecure, refreshCookie } from '@/lib/platform/session/cookies'
import { endFamily, endFamilyOf } from '@/lib/platform/session/refresh.server'

/** Ends this device's session in the database and clears what the browser keeps. */
export async function signOut(): Promise<void> {
  const secure = isSecure(env.NEXTAUTH_URL ?? '')
  const jar = await cookies()
  const session = await getSession()
  if (session) await endFamily(session.record.user.id, session.familyId)
  // An access cookie that cannot be read says of no family; the refresh token does.
  await endFamilyOf(jar.get(refreshCookie(secure))?.value)
  for (const name of [accessCookie(secure), refreshCookie(secure), campusCookie]) jar.set(name, '', cookieOptions(secure, 0))
}
