'use client'

import { Copy } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useRouter } from 'next/navigation'
import { useSyncExternalStore, useTransition } from 'react'
import { useUnsent } from '@/components/form/use-unsent'
import { Button } from '@/components/ui/button'
import { ConfirmButton } from '@/components/ui/confirm-button'
import { Input } from '@/components/ui/input'
import { toast } from '@/components/ui/toast'
import type { Result } from '@/lib/platform/errors'
import { endFeedAction, makeFeedAction } from '../feed-actions'

const never = () => () => undefined

/** The address, or the button that makes one. */
export function FeedDeeds({ token }: { token: string | null }) {
  const t = useTranslations('timetables.mine.feed')
  const router = useRouter()
  const unsent = useUnsent()
  const [isPending, startTransition] = useTransition()
  // The server does not know by which name it is reached.
  const origin = useSyncExternalStore(never, () => window.location.origin, () => '')
  const address = `${origin}/api/timetables/feed/${token}.ics`

  const act = (deed: () => Promise<Result<unknown>>, done: string) =>
    startTransition(async () => {
      const result = await deed().catch(unsent)
      if (!result.ok) return toast({ title: result.message, tone: 'bad' })
      toast({ title: done })
      router.refresh()
    })
  if (!token) return <Button variant="primary" pending={isPending} disabled={isPending} onClick={() => act(() => makeFeedAction({}), t('made'))}>{t('make')}</Button>
  return (
    <div className="flex flex-wrap items-center gap-2">
      <Input readOnly aria-label={t('address')} value={address} className="min-w-0 flex-1 basis-80 font-mono text-sm" onFocus={({ currentTarget }) => currentTarget.select()} />
      <Button onClick={() => void navigator.clipboard.writeText(address).then(() => toast({ title: t('copied') }), () => undefined)}><Copy aria-hidden />{t('copy')}</Button>
      <ConfirmButton label={t('end')} variant="secondary" pending={isPending} disabled={isPending} question={t('endQuestion')} keep={t('keep')} onConfirm={() => act(() => endFeedAction({}), t('ended'))}>{t('endText')}</ConfirmButton>
    </div>
  )
}
