'use client'

import { useTranslations } from 'next-intl'
import { useRouter } from 'next/navigation'
import { useState } from 'react'
import { useUnsent } from '@/components/form/use-unsent'
import { toast } from '@/components/ui/toast'
import { isUnderWay, type BulkProgress } from '@/lib/platform/bulk'
import type { Result } from '@/lib/platform/errors'

export type BulkDoors = {
  /** Without it the deed stands: it is corrected by another one. */
  undo?: (input: { id: string }) => Promise<Result<BulkProgress>>
  /** Where one asks how far a deed is; its id is added. */
  progressHref: string
}

const between = 700

/**
 * Starts a deed on many records, follows it to its end, says what came of it, and offers Undo: also when the dialog was
 * closed or the page left meanwhile.
 */
export function useBulk({ undo, progressHref }: BulkDoors) {
  const t = useTranslations('table.bulk')
  const router = useRouter()
  const unsent = useUnsent()
  const [progress, setProgress] = useState<BulkProgress | null>(null)
  const [isStarting, setStarting] = useState(false)

  async function follow(first: BulkProgress): Promise<BulkProgress> {
    let last = first
    while (isUnderWay(last)) {
      setProgress(last)
      await new Promise((later) => setTimeout(later, between))
      // A lost connection stops nothing: the server goes on, and we ask again.
      last = await fetch(`${progressHref}${first.id}`).then(async (answer) => ((await answer.json()) as { data?: BulkProgress }).data ?? last).catch(() => last)
    }
    return last
  }

  function say(end: BulkProgress) {
    const { id, state, done, skipped } = end
    const title = t(state === 'undone' ? 'backAgain' : 'changed', { count: done })
    const text = skipped > 0 ? t(state === 'undone' ? 'keptSome' : 'skippedSome', { count: skipped }) : undefined
    toast({ title, text, tone: done === 0 ? 'warn' : 'ok', deed: undo && state === 'done' && done > 0 ? { label: t('undo'), run: () => void run(() => undo({ id })) } : undefined })
  }

  /** Null when the deed was refused; the refusal is said. */
  async function run(deed: () => Promise<Result<BulkProgress>>): Promise<BulkProgress | null> {
    setStarting(true)
    try {
      const result = await deed().catch(unsent)
      if (!result.ok) {
        toast({ title: result.message, tone: 'bad' })
        return null
      }
      const end = await follow(result.data)
      say(end)
      router.refresh()
      return end
    } finally {
      setStarting(false)
      setProgress(null)
    }
  }
  return { run, progress, isBusy: isStarting }
}
