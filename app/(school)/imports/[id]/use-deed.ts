'use client'

import { useRouter } from 'next/navigation'
import { useState, useTransition } from 'react'
import { useUnsent } from '@/components/form/use-unsent'
import type { Result } from '@/lib/platform/errors'

/** A button's deed: pending while it runs, its refusal as a sentence, the page drawn anew when it is done. */
export function useDeed() {
  const unsent = useUnsent()
  const router = useRouter()
  const [isPending, startTransition] = useTransition()
  const [problem, setProblem] = useState<string | null>(null)
  const run = (deed: () => Promise<Result<unknown>>) =>
    startTransition(async () => {
      setProblem(null)
      const answer = await deed().catch(unsent)
      // An action that redirects answers nothing.
      if (answer && !answer.ok) setProblem(answer.message)
      else {
        router.refresh()
        window.scrollTo({ top: 0 }) // the button is far below what it has set in motion
      }
    })
  return { run, isPending, problem }
}
