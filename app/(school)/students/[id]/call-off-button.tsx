'use client'

import { useTranslations } from 'next-intl'
import { useRouter } from 'next/navigation'
import { useTransition } from 'react'
import { useUnsent } from '@/components/form/use-unsent'
import { Button } from '@/components/ui/button'
import { toast } from '@/components/ui/toast'
import { callOffChangeAction } from '../actions'

export function CallOffButton({ id, seen }: { id: string; seen: string }) {
  const t = useTranslations('students.life')
  const unsent = useUnsent()
  const router = useRouter()
  const [isPending, startTransition] = useTransition()
  const callOff = () =>
    startTransition(async () => {
      const result = await callOffChangeAction({ id, seen }).catch(unsent)
      toast(result.ok ? { title: t('calledOff') } : { title: result.message, tone: 'bad' })
      router.refresh()
    })
  return <Button size="sm" pending={isPending} disabled={isPending} onClick={callOff}>{t('callOff')}</Button>
}
