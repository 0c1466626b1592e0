'use client'

import { Undo2 } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useTransition } from 'react'
import { useUnsent } from '@/components/form/use-unsent'
import { Button } from '@/components/ui/button'
import { toast } from '@/components/ui/toast'
import { restoreAction } from './actions'

export function RestoreButton({ entity, id, name }: { entity: string; id: string; name: string }) {
  const t = useTranslations('trash')
  const unsent = useUnsent()
  const [isPending, startTransition] = useTransition()
  const restore = () =>
    startTransition(async () => {
      const result = await restoreAction({ entity, id }).catch(unsent)
      toast(result.ok ? { title: t('restored', { name }) } : { title: result.message, tone: 'bad' })
    })
  return <Button size="sm" pending={isPending} disabled={isPending} aria-label={t('restoreOf', { name })} onClick={restore}><Undo2 aria-hidden />{t('restore')}</Button>
}
