'use client'

import { useTranslations } from 'next-intl'
import { useRouter } from 'next/navigation'
import { useState, useTransition } from 'react'
import type { Result } from '@/lib/platform/errors'

/** A button's deed: pending while it runs, its refusal as a sentence, the page drawn anew when it is done. */
export function useDeed() {
  const t = useTranslations('form')
  const router = useRouter()
  const [isPending, startTransition] = useTransition()
  const [problem, setProblem] = useState<string | null>(null)
  const run = (deed: () => Promise<Result<unknown>>) =>
    startTransition(async () => {
      setProblem(null)
      const answer = await deed().catch(() => ({ ok: false as const, message: t('notSent') }))
      // An action that redirects answers nothing.
      if (answer && !answer.ok) setProblem(answer.message)
      else {
        router.refresh()
        window.scrollTo({ top: 0 }) // the button is far below what it has set in motion
      }
    })
  return { run, isPending, problem }
}
