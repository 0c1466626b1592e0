'use client'

import { useTranslations } from 'next-intl'
import { useRouter } from 'next/navigation'
import { useState, useTransition } from 'react'
import { Button } from '@/components/ui/button'
import { Notice } from '@/components/ui/notice'
import { toast } from '@/components/ui/toast'
import { entries } from './entries'

/** Removes without asking: what is in use stays, and what is removed is said. */
export function RemoveButton({ entry, id, seen }: { entry: string; id: string; seen: string }) {
  const t = useTranslations()
  const router = useRouter()
  const [isPending, startTransition] = useTransition()
  const [problem, setProblem] = useState<string | null>(null)
  const found = entries.get(entry)
  if (!found) return null
  const { facts, remove } = found

  const send = () =>
    startTransition(async () => {
      setProblem(null)
      const result = await remove({ id, seen }).catch(() => ({ ok: false as const, message: t('form.notSent') }))
      if (!result.ok) return setProblem(result.message)
      toast({ title: t(`setup.entries.${facts.name}.removed`) })
      router.push(facts.path)
    })

  return (
    <div className="flex flex-col items-end gap-2">
      <Button onClick={send} pending={isPending} disabled={isPending}>{t('setup.remove')}</Button>
      {problem && <Notice urgent tone="bad" title={problem} />}
    </div>
  )
}
