'use client'

import { useTranslations } from 'next-intl'
import { useRouter } from 'next/navigation'
import { useTransition } from 'react'
import { useUnsent } from '@/components/form/use-unsent'
import { Button } from '@/components/ui/button'
import { toast } from '@/components/ui/toast'
import { takeFromWaitingListAction } from './actions'

/** Gives the next of the waiting list a place, from today on. */
export function AdmitButton({ enrollmentId, name, today }: { enrollmentId: string; name: string; today: string }) {
  const t = useTranslations('classes.enrollments')
  const unsent = useUnsent()
  const router = useRouter()
  const [isPending, startTransition] = useTransition()
  const admit = () =>
    startTransition(async () => {
      const result = await takeFromWaitingListAction({ id: enrollmentId, on: today }).catch(unsent)
      toast(result.ok ? { title: t('enrolled') } : { title: result.message, tone: 'bad' })
      router.refresh()
    })
  return <Button size="sm" pending={isPending} disabled={isPending} aria-label={t('admitOf', { name })} onClick={admit}>{t('admit')}</Button>
}
