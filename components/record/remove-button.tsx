'use client'

import { Trash2 } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useRouter } from 'next/navigation'
import { useTransition } from 'react'
import { useUnsent } from '@/components/form/use-unsent'
import { Button } from '@/components/ui/button'
import { toast } from '@/components/ui/toast'
import type { Result } from '@/lib/platform/errors'

type Deed<Input> = (input: Input) => Promise<Result<{ id: string }>>
type Seen = { id: string; seen: string }
export type Remove = Deed<Seen>
export type Restore = Deed<{ id: string }>

/** Removes at once and offers Undo; later the way back is in the trash and in the record's history. */
export function useRemove(remove: Remove, restore: Restore) {
  const t = useTranslations('record')
  const router = useRouter()
  const [isPending, startTransition] = useTransition()
  const unsent = useUnsent()
  const failed = (message: string) => toast({ title: message, tone: 'bad' })
  const asked = (deed: () => Promise<Result<{ id: string }>>) => deed().catch(unsent)

  const undo = (id: string) => async () => {
    const result = await asked(() => restore({ id }))
    if (!result.ok) return failed(result.message)
    toast({ title: t('restored') })
    router.refresh()
  }
  const run = (seen: Seen, name: string, after?: () => void) =>
    startTransition(async () => {
      const result = await asked(() => remove(seen))
      if (!result.ok) return failed(result.message)
      toast({ title: t('removed', { name }), deed: { label: t('undo'), run: undo(seen.id) } })
      if (after) after()
      else router.refresh()
    })
  return { run, isPending }
}

type RemoveButtonProps = Seen & { name: string; remove: Remove; restore: Restore; listHref: string }

export function RemoveButton({ id, seen, name, remove, restore, listHref }: RemoveButtonProps) {
  const t = useTranslations('record')
  const router = useRouter()
  const { run, isPending } = useRemove(remove, restore)
  return (
    <Button pending={isPending} disabled={isPending} onClick={() => run({ id, seen }, name, () => router.push(listHref))}>
      <Trash2 aria-hidden />
      {t('remove')}
    </Button>
  )
}
