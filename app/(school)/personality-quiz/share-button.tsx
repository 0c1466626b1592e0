'use client'

import { useTranslations } from 'next-intl'
import { useRouter } from 'next/navigation'
import { Button } from '@/components/ui/button'
import { ConfirmButton } from '@/components/ui/confirm-button'
import { toast } from '@/components/ui/toast'
import { shareResultAction } from './actions'

/** Sharing asks first; taking back does not. */
export function ShareButton({ isShared }: { isShared: boolean }) {
  const t = useTranslations('personality.result')
  const router = useRouter()
  async function share(shared: boolean) {
    const result = await shareResultAction({ isShared: shared }).catch(() => null)
    if (result?.ok) toast({ tone: 'ok', title: t(shared ? 'sharedDone' : 'withdrawnDone') })
    router.refresh()
  }
  if (isShared) return <Button onClick={() => void share(false)}>{t('withdraw')}</Button>
  return <ConfirmButton variant="secondary" label={t('share')} question={t('share')} keep={t('keepPrivate')} onConfirm={() => void share(true)}>{t('shareText')}</ConfirmButton>
}
