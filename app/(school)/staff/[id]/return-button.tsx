'use client'

import { useTranslations } from 'next-intl'
import { useRouter } from 'next/navigation'
import { useTransition } from 'react'
import { useUnsent } from '@/components/form/use-unsent'
import { Button } from '@/components/ui/button'
import { toast } from '@/components/ui/toast'
import { returnToWorkAction } from '../actions'

export function ReturnButton({ id, seen, isGone }: { id: string; seen: string; isGone: boolean }) {
  const t = useTranslations('staff.leaving')
  const unsent = useUnsent()
  const router = useRouter()
  const [isPending, startTransition] = useTransition()
  const comeBack = () =>
    startTransition(async () => {
      const result = await returnToWorkAction({ id, seen }).catch(unsent)
      toast(result.ok ? { title: t('returned') } : { title: result.message, tone: 'bad' })
      router.refresh()
    })
  return <Button size="sm" pending={isPending} disabled={isPending} onClick={comeBack}>{t(isGone ? 'comeBack' : 'stays')}</Button>
}
