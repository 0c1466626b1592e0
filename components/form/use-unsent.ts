'use client'

import { useTranslations } from 'next-intl'
import { unstable_isUnrecognizedActionError } from 'next/navigation'

type Unsent = { ok: false; code: 'unavailable'; message: string; fields?: undefined; detail?: undefined }

/** What to say when a deed got no answer: the page is from before an update, whose doors have other names, or there is no connection. */
export function useUnsent(): (error: unknown) => Unsent {
  const t = useTranslations('form')
  return (error) => ({ ok: false, code: 'unavailable', message: t(unstable_isUnrecognizedActionError(error) ? 'outdated' : 'notSent') })
}
