'use client'

import Link from 'next/link'
import { useRouter } from 'next/navigation'
import { useEffect, useState } from 'react'
import { useTranslations } from 'next-intl'
import { repeatedly } from '@/components/shell/repeatedly'
import { Button } from '@/components/ui/button'
import { Card } from '@/components/ui/card'
import { Status } from '@/components/ui/status'
import { toast } from '@/components/ui/toast'
import { draftText, dropDraft, readDraft, writeDraft, type Draft } from './draft'
import { sendRegister } from './send'

type Kept = { name: string; text: string | null; draft: Draft }
type State = 'waiting' | 'asks' | 'draft'

const keptUnder = (prefix: string): Kept[] =>
  Object.keys(window.localStorage).filter((name) => name.startsWith(prefix)).sort().flatMap((name) => {
    const draft = readDraft(name)
    return draft ? [{ name, text: draftText(name), draft }] : []
  })

const between = 15_000

/** What was submitted goes on its way again from here; what was not, or needs a decision, is one tap away. */
export default function OnDeviceList({ prefix }: { prefix: string }) {
  const t = useTranslations('attendance.onDevice')
  const router = useRouter()
  const [kept, setKept] = useState(() => keptUnder(prefix))
  const [asking, setAsking] = useState<ReadonlySet<string>>(new Set())
  const stateOf = ({ name, draft }: Kept): State => (!draft.pending ? 'draft' : asking.has(name) ? 'asks' : 'waiting')

  useEffect(() => {
    const waiting = kept.filter(({ name, draft }) => draft.pending && !asking.has(name))
    if (waiting.length === 0) return
    return repeatedly(async (isOver) => {
      for (const { name, text, draft } of waiting) {
        const answer = await sendRegister(draft.pending!)
        if (isOver() || answer.kind === 'lost') return
        if (answer.kind === 'saved') {
          dropDraft(name, text)
          toast({ tone: 'ok', title: t('saved'), text: draft.title })
          setKept((all) => all.filter((one) => one.name !== name))
          router.refresh()
        } else setAsking((names) => new Set([...names, name]))
      }
    }, between)
  }, [asking, kept, prefix, router, t])

  function throwAway({ name, draft }: Kept) {
    dropDraft(name)
    setKept(keptUnder(prefix))
    const undo = () => {
      writeDraft(name, draft)
      setKept(keptUnder(prefix))
    }
    toast({ tone: 'quiet', title: t('thrown'), text: draft.title, deed: { label: t('undo'), run: undo } })
  }

  if (kept.length === 0) return null
  return (
    <Card title={t(kept.some(({ draft }) => draft.pending) ? 'title' : 'toFinish')} flush>
      <p className="px-4 pb-3 text-soft">{t(kept.some(({ draft }) => draft.pending) ? 'text' : 'finish')}</p>
      <ul>
        {kept.map((one) => (
          <li key={one.name} className="flex min-h-12 flex-wrap items-center gap-x-3 gap-y-1 border-t border-line px-4 py-2">
            <Link href={one.draft.href} className="min-w-0 flex-1 basis-48 py-2 font-medium hover:underline">{one.draft.title}</Link>
            <Status tone="warn">{t(stateOf(one))}</Status>
            <Button size="sm" variant="quiet" onClick={() => throwAway(one)}>{t('throwAway')}</Button>
          </li>
        ))}
      </ul>
    </Card>
  )
}
