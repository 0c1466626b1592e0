import { useCallback, useEffect, useRef, useState } from 'react'
import type { VisitContent } from '@/lib/domain/development/walkthrough'
import { dropVisit, keepVisit, type KeptVisit } from '../kept-visit'
import { sendDraft, sendVisit, visitFrom, waitBefore } from '../send-visit'

export type Keeping = 'new' | 'device' | 'server'
export type Sending = { state: 'resting' | 'sending' | 'unsent' | 'sent' } | { state: 'refused'; message: string; wants: 'sign-in' | null }

/** How long after a change the server is told; all that comes meanwhile goes along. */
const pause = 1200

/**
 * A visit while it is written: on this device at once, on the server a moment later, and shared exactly once. What was
 * shared without an answer is sent again as it was, for as long as it takes.
 */
export function useVisit(userId: string, first: KeptVisit, onSent: (id: string) => void) {
  const [visit, setVisit] = useState(first)
  const [keeping, setKeeping] = useState<Keeping>('new')
  const [sending, setSending] = useState<Sending>({ state: 'resting' })
  const isBusy = useRef(false)
  const attempt = useRef(0)
  const saving = useRef<Promise<unknown>>(Promise.resolve())
  const { draft, pending } = visit

  const change = useCallback((content: (before: VisitContent) => VisitContent) => {
    setVisit((before) => (before.pending ? before : { ...before, draft: { ...before.draft, revision: before.draft.revision + 1, content: content(before.draft.content) } }))
  }, [])

  useEffect(() => {
    if (draft.revision === first.draft.revision) return
    keepVisit(userId, visit)
  }, [draft, first, userId, visit])

  useEffect(() => {
    if (pending || draft.revision === first.draft.revision) return
    let isOver = false
    let timer = setTimeout(save, pause)
    async function save() {
      await saving.current
      if (isOver) return
      const sent = sendDraft(draft)
      saving.current = sent
      const answer = await sent
      if (isOver) return
      if (answer.kind === 'sent') return setKeeping('server')
      setKeeping('device')
      if (answer.kind === 'lost') timer = setTimeout(save, waitBefore(3))
    }
    return () => {
      isOver = true
      clearTimeout(timer)
    }
  }, [draft, first, pending])

  const deliver = useCallback(async (kept: KeptVisit) => {
    if (isBusy.current) return
    isBusy.current = true
    setSending({ state: 'sending' })
    await saving.current
    const answer = await sendVisit(visitFrom(kept.draft))
    isBusy.current = false
    if (answer.kind === 'lost') return setSending({ state: 'unsent' })
    if (answer.kind === 'sent') {
      dropVisit(userId, kept.draft.id)
      setSending({ state: 'sent' })
      return onSent(kept.draft.id)
    }
    const again = { ...kept, pending: answer.wants === 'sign-in' }
    keepVisit(userId, again)
    setVisit(again)
    setSending({ state: 'refused', message: answer.message, wants: answer.wants })
  }, [onSent, userId])

  const share = useCallback(() => {
    attempt.current = 0
    const kept = { ...visit, pending: true }
    keepVisit(userId, kept)
    setVisit(kept)
    void deliver(kept)
  }, [deliver, userId, visit])

  // What was shared before the tab was closed goes on its way when it is opened again.
  const hasBegun = useRef(false)
  useEffect(() => {
    if (hasBegun.current || !first.pending) return
    hasBegun.current = true
    const timer = setTimeout(() => void deliver(first), 0)
    return () => clearTimeout(timer)
  }, [deliver, first])

  useEffect(() => {
    if (sending.state !== 'unsent') return
    const again = () => void deliver(visit)
    const timer = setTimeout(again, waitBefore(attempt.current++))
    window.addEventListener('online', again)
    return () => {
      clearTimeout(timer)
      window.removeEventListener('online', again)
    }
  }, [deliver, sending.state, visit])

  return { visit, keeping: draft.revision === first.draft.revision ? ('new' as const) : keeping, sending, change, share, deliver: () => deliver(visit) }
}
