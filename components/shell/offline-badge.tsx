'use client'

import { useTranslations } from '#words'
import { useSyncExternalStore } from 'react'
import { Status } from '@/components/ui/status'

function subscribe(changed: () => void) {
  window.addEventListener('online', changed)
  window.addEventListener('offline', changed)
  return () => {
    window.removeEventListener('online', changed)
    window.removeEventListener('offline', changed)
  }
}

/** Says when the network is gone; silent otherwise. */
export function OfflineBadge() {
  const t = useTranslations('shell')
  const isOnline = useSyncExternalStore(subscribe, () => navigator.onLine, () => true)
  return <div role="status">{!isOnline && <Status tone="warn" icon="alert">{t('offline')}</Status>}</div>
}
