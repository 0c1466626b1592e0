import 'server-only'
import { cookies, headers } from 'next/headers'
import { cache } from 'react'
import { defaultLocale, isLocale, localeCookie, type Locale } from './locales'

/** The browser's choice (cookie), else its first language that we speak. */
export const requestLocale = cache(async (): Promise<Locale> => {
  const chosen = (await cookies()).get(localeCookie)?.value
  if (isLocale(chosen)) return chosen
  const accepted = (await headers()).get('accept-language') ?? ''
  const first = accepted.split(',').map((part) => part.slice(0, 2).toLowerCase()).find(isLocale)
  return first ?? defaultLocale
})
