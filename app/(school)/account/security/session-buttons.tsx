'use client'

import { useTranslations } from 'next-intl'
import { useTransition } from 'react'
import { useUnsent } from '@/components/form/use-unsent'
import { Button } from '@/components/ui/button'
import { ConfirmButton } from '@/components/ui/confirm-button'
import { toast } from '@/components/ui/toast'
import type { Result } from '@/lib/platform/errors'
import { endOtherSessionsAction, endSessionAction } from '../actions'

function useEnd() {
  const t = useTranslations('account')
  const unsent = useUnsent()
  const [isPending, startTransition] = useTransition()
  const run = (deed: () => Promise<Result<unknown>>) =>
    startTransition(async () => {
      const result = await deed().catch(unsent)
      toast(result.ok ? { title: t('ended') } : { title: result.message, tone: 'bad' })
    })
  return { run, isPending }
}

export function EndSessionButton({ familyId, name }: { familyId: string; name: string }) {
  const t = useTranslations('account')
  const { run, isPending } = useEnd()
  return <Button size="sm" pending={isPending} disabled={isPending} aria-label={t('endOf', { name })} onClick={() => run(() => endSessionAction({ familyId }))}>{t('end')}</Button>
}

export function EndOthersButton() {
  const t = useTranslations('account')
  const { run, isPending } = useEnd()
  return <ConfirmButton label={t('endOthers')} variant="secondary" pending={isPending} question={t('endOthersQuestion')} keep={t('cancel')} onConfirm={() => run(() => endOtherSessionsAction({}))}>{t('endOthersHint')}</ConfirmButton>
}
