'use client'

import { useTranslations } from 'next-intl'
import dynamic from 'next/dynamic'
import { useRouter } from 'next/navigation'
import { useEffect, useState } from 'react'
import { useLeaveArea } from './leave-area'

const LeaveDialog = dynamic(() => import('./leave-dialog'), { ssr: false })

/** Asks before a link or a closed tab throws away what was typed. */
export function LeaveGuard({ active }: { active: boolean }) {
  const t = useTranslations('form')
  const router = useRouter()
  const [target, setTarget] = useState<string | null>(null)

  const askedOfLinks = useLeaveArea()

  useEffect(() => {
    if (!active) return
    const warn = (event: BeforeUnloadEvent) => event.preventDefault()
    window.addEventListener('beforeunload', warn)
    askedOfLinks(setTarget)
    return () => {
      window.removeEventListener('beforeunload', warn)
      askedOfLinks(null)
    }
  }, [active, askedOfLinks])

  if (target === null) return null
  return <LeaveDialog title={t('leaveTitle')} text={t('leaveText')} stay={t('stay')} leave={t('leave')} onStay={() => setTarget(null)} onLeave={() => router.push(target)} />
}
