'use client'

import { useTranslations } from 'next-intl'
import { useEffect, useSyncExternalStore } from 'react'
import { Status } from '@/components/ui/status'

function subscribe(changed: () => void) {
  window.addEventListener('online', changed)
  window.addEventListener('offline', changed)
  return () => {
    window.removeEventListener('online', changed)
    window.removeEventListener('offline', changed)
  }
}

/** The page for when nobody is reached, in the language that is spoken here. Where no worker may be kept, the browser has its own. */
const keepOfflinePage = () => void navigator.serviceWorker?.register(`/sw.js?locale=${document.documentElement.lang}`).catch(() => undefined)

/** Says when the network is gone; silent otherwise. */
export function OfflineBadge() {
  const t = useTranslations('shell')
  const isOnline = useSyncExternalStore(subscribe, () => navigator.onLine, () => true)
  useEffect(keepOfflinePage, [])
  return <div role="status">{!isOnline && <Status tone="warn" icon="alert">{t('offline')}</Status>}</div>
}
