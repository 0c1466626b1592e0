'use client'

import { useRouter } from 'next/navigation'
import { LogIn } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useTransition } from 'react'
import { useUnsent } from '@/components/form/use-unsent'
import { Button } from '@/components/ui/button'
import { toast } from '@/components/ui/toast'
import { checkInAction } from './actions'

export function CheckInButton() {
  const t = useTranslations('attendance.staff.self')
  const router = useRouter()
  const unsent = useUnsent()
  const [isBusy, start] = useTransition()
  const checkIn = () => start(async () => {
    const result = await checkInAction({ here: true }).catch(unsent)
    toast(result.ok ? { tone: 'ok', title: t('done', { time: result.data.arrivedAt }) } : { tone: 'bad', title: result.message })
    router.refresh()
  })
  return <Button variant="primary" size="lg" pending={isBusy} aria-disabled={isBusy || undefined} onClick={() => !isBusy && checkIn()}><LogIn aria-hidden />{t('checkIn')}</Button>
}
