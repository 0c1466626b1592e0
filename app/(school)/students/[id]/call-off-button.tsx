'use client'

import { useTranslations } from 'next-intl'
import { useRouter } from 'next/navigation'
import { useTransition } from 'react'
import { Button } from '@/components/ui/button'
import { toast } from '@/components/ui/toast'
import { callOffChangeAction } from '../actions'

export function CallOffButton({ id, seen }: { id: string; seen: string }) {
  const [t, words] = [useTranslations('students.life'), useTranslations('record')]
  const router = useRouter()
  const [isPending, startTransition] = useTransition()
  const callOff = () =>
    startTransition(async () => {
      const result = await callOffChangeAction({ id, seen }).catch(() => ({ ok: false as const, message: words('notSent') }))
      toast(result.ok ? { title: t('calledOff') } : { title: result.message, tone: 'bad' })
      router.refresh()
    })
  return <Button size="sm" pending={isPending} disabled={isPending} onClick={callOff}>{t('callOff')}</Button>
}
