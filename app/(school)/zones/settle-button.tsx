'use client'

import { useTranslations } from 'next-intl'
import { useRouter } from 'next/navigation'
import { useUnsent } from '@/components/form/use-unsent'
import { Button } from '@/components/ui/button'
import { toast } from '@/components/ui/toast'
import { settleTalkAction } from './actions'

export function SettleButton({ id }: { id: string }) {
  const t = useTranslations('zones.talk')
  const router = useRouter()
  const unsent = useUnsent()
  async function settle() {
    const result = await settleTalkAction({ id }).catch(unsent)
    if (!result.ok) return toast({ tone: 'bad', title: result.message })
    toast({ tone: 'ok', title: t('settled') })
    router.refresh()
  }
  return <Button size="sm" onClick={() => void settle()}>{t('settle')}</Button>
}
