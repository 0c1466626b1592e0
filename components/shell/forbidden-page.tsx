'use client'

import { useTranslations } from 'next-intl'
import { useEffect, useState } from 'react'
import { BlankPage, HomeLink } from './blank-page'

/** Why this page is closed, in one sentence; until it has come, or where nobody knows, what holds always. */
function useReason(): string | null {
  const [reason, setReason] = useState<string | null>(null)
  useEffect(() => {
    const asking = new AbortController()
    const ask = async () => {
      const answer = await fetch(`/api/access/why?path=${encodeURIComponent(window.location.pathname)}`, { signal: asking.signal })
      const { data } = (await answer.json()) as { data?: { sentence: string | null } }
      setReason(data?.sentence ?? null)
    }
    ask().catch(() => undefined)
    return () => asking.abort()
  }, [])
  return reason
}

/** Drawn in the browser: the router carries it along with every page, and as an island it weighs one line there. */
export function ForbiddenPage() {
  const t = useTranslations('errors')
  const reason = useReason()
  return (
    <BlankPage title={t('forbidden.title')} deed={<HomeLink>{t('page.home')}</HomeLink>}>
      <p>{reason ?? t('forbidden.text')}</p>
    </BlankPage>
  )
}
