'use client'

import { useTranslations } from 'next-intl'
import dynamic from 'next/dynamic'
import { useRouter } from 'next/navigation'
import { useEffect, useState } from 'react'

const LeaveDialog = dynamic(() => import('./leave-dialog'), { ssr: false })

/** Asks before a link or a closed tab throws away what was typed. */
export function LeaveGuard({ active }: { active: boolean }) {
  const t = useTranslations('form')
  const router = useRouter()
  const [target, setTarget] = useState<string | null>(null)

  useEffect(() => {
    if (!active) return
    const warn = (event: BeforeUnloadEvent) => event.preventDefault()
    const catchLink = (event: MouseEvent) => {
      const link = event.target instanceof Element ? event.target.closest<HTMLAnchorElement>('a[href]') : null
      const staysHere = !link || link.target || link.origin !== window.location.origin || link.getAttribute('href')?.startsWith('#')
      if (staysHere || event.metaKey || event.ctrlKey || event.shiftKey || event.button !== 0) return
      event.preventDefault()
      event.stopPropagation()
      setTarget(link.pathname + link.search)
    }
    window.addEventListener('beforeunload', warn)
    document.addEventListener('click', catchLink, true)
    return () => {
      window.removeEventListener('beforeunload', warn)
      document.removeEventListener('click', catchLink, true)
    }
  }, [active])

  if (target === null) return null
  return <LeaveDialog title={t('leaveTitle')} text={t('leaveText')} stay={t('stay')} leave={t('leave')} onStay={() => setTarget(null)} onLeave={() => router.push(target)} />
}
