'use client'

import { useTranslations } from 'next-intl'
import { useRouter } from 'next/navigation'
import { useUnsent } from '@/components/form/use-unsent'
import { Button } from '@/components/ui/button'
import { ConfirmButton } from '@/components/ui/confirm-button'
import { toast } from '@/components/ui/toast'
import { shareResultAction } from './actions'

/** Sharing asks first; taking back does not. */
export function ShareButton({ isShared }: { isShared: boolean }) {
  const t = useTranslations('personality.result')
  const router = useRouter()
  const unsent = useUnsent()
  async function share(shared: boolean) {
    const result = await shareResultAction({ isShared: shared }).catch(unsent)
    if (!result.ok) return toast({ tone: 'bad', title: result.message })
    toast({ tone: 'ok', title: t(shared ? 'sharedDone' : 'withdrawnDone') })
    router.refresh()
  }
  if (isShared) return <Button onClick={() => void share(false)}>{t('withdraw')}</Button>
  return <ConfirmButton variant="secondary" label={t('share')} question={t('share')} keep={t('keepPrivate')} onConfirm={() => void share(true)}>{t('shareText')}</ConfirmButton>
}
