'use client'

import { useTranslations } from 'next-intl'
import Link from 'next/link'
import { useRouter } from 'next/navigation'
import { useEffect, useState } from 'react'
import { repeatedly } from '@/components/shell/repeatedly'
import { Card } from '@/components/ui/card'
import { Status } from '@/components/ui/status'
import { toast } from '@/components/ui/toast'
import { dropVisit, keptVisits } from './kept-visit'
import { sendVisit, visitFrom } from './send-visit'

const between = 10_000

/** What was shared goes on its way again from here; what was not is one tap away. */
export default function VisitList({ prefix, userId }: { prefix: string; userId: string }) {
  const t = useTranslations('walkthroughs.onDevice')
  const router = useRouter()
  const [kept, setKept] = useState(() => keptVisits(prefix))
  const [asking, setAsking] = useState<ReadonlySet<string>>(new Set())

  useEffect(() => {
    const waiting = kept.filter(({ pending, draft }) => pending && !asking.has(draft.id))
    if (waiting.length === 0) return
    return repeatedly(async (isOver) => {
      for (const { draft, name } of waiting) {
        const answer = await sendVisit(visitFrom(draft))
        if (isOver() || answer.kind === 'lost') return
        if (answer.kind === 'sent') {
          dropVisit(userId, draft.id)
          toast({ tone: 'ok', title: t('sent'), text: name })
          setKept(keptVisits(prefix))
          router.refresh()
        } else setAsking((ids) => new Set([...ids, draft.id]))
      }
    }, between)
  }, [asking, kept, prefix, router, t, userId])

  if (kept.length === 0) return null
  return (
    <Card title={t('title')} flush>
      <p className="px-4 pb-3 text-soft">{t('text')}</p>
      <ul>
        {kept.map(({ draft, name, href, pending }) => (
          <li key={draft.id} className="flex min-h-12 flex-wrap items-center gap-x-3 border-t border-line px-4 py-2">
            <Link href={href} className="min-w-0 flex-1 basis-48 py-2 font-medium hover:underline">{t('visit', { name })}</Link>
            <Status tone="warn">{t(asking.has(draft.id) ? 'asks' : pending ? 'waiting' : 'draft')}</Status>
          </li>
        ))}
      </ul>
    </Card>
  )
}
