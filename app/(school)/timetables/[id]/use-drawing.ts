'use client'

import { useRouter } from 'next/navigation'
import { useCallback, useEffect, useRef, useState } from 'react'
import { useUnsent } from '@/components/form/use-unsent'
import { toast } from '@/components/ui/toast'
import { apply, inverseOf, type Board, type Step } from '@/lib/domain/timetable/board'
import type { Result } from '@/lib/platform/errors'

const looksEvery = 10_000
const most = 200
/** A state that nothing is of: what stands is fetched anew. */
const never = '1970-01-01T00:00:00.000Z'

type Newer = { isDraft: boolean; board: Board } | null

async function ask<Answer>(path: string, body?: object): Promise<Result<Answer>> {
  const response = await fetch(path, { ...(body ? { method: 'POST', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(body) } : {}), signal: AbortSignal.timeout(20_000) })
  return (await response.json()) as Result<Answer>
}

/**
 * A timetable while it is drawn. A step is seen at once and sent after those before it; one that is refused says why, and what stands on the
 * server is shown. What others draw meanwhile comes by looking now and then.
 */
export function useDrawing(initial: Board) {
  const [board, setBoard] = useState(initial)
  const [past, setPast] = useState<readonly Step[]>([])
  const [future, setFuture] = useState<readonly Step[]>([])
  const [waiting, setWaiting] = useState(0)
  const sending = useRef({ seen: initial.seen, turn: 0, waiting: 0, queue: Promise.resolve() })
  const unsent = useUnsent()
  const router = useRouter()
  const path = `/api/timetables/${initial.id}`

  const refresh = useCallback(async () => {
    const { current } = sending
    const answer = await ask<Newer>(`${path}/board?seen=${encodeURIComponent(current.seen)}`).catch(() => null)
    if (!answer?.ok || answer.data === null || current.waiting > 0) return
    if (!answer.data.isDraft) return router.refresh()
    current.seen = answer.data.board.seen
    setBoard(answer.data.board)
  }, [path, router])

  /** One after the other; after a refusal those that stood on it are not sent. */
  const send = useCallback((step: Step) => {
    const { current } = sending
    const turn = current.turn
    current.waiting += 1
    setWaiting(current.waiting)
    current.queue = current.queue.then(async () => {
      const answer = turn === current.turn ? await ask<{ seen: string; isBehind: boolean }>(`${path}/lessons`, { timetableId: initial.id, seen: current.seen, changes: step }).catch(unsent) : null
      current.waiting -= 1
      setWaiting(current.waiting)
      if (answer?.ok && !answer.data.isBehind) return void (current.seen = answer.data.seen)
      if (answer && !answer.ok) {
        toast({ title: answer.message, tone: 'bad' })
        current.turn += 1
        current.seen = never
        setPast([])
        setFuture([])
      }
      // Somebody else drew before this step: what they did is fetched.
      if (answer?.ok) current.seen = never
      if (current.waiting === 0) await refresh()
    })
  }, [initial.id, path, refresh, unsent])

  const take = useCallback((step: Step) => {
    setBoard((now) => ({ ...now, placed: apply(now.placed, step) }))
    send(step)
  }, [send])
  const run = useCallback((step: Step) => {
    take(step)
    setPast((steps) => [...steps.slice(-most), step])
    setFuture([])
  }, [take])

  function undo() {
    const step = past.at(-1)
    if (!step) return
    take(inverseOf(step))
    setPast(past.slice(0, -1))
    setFuture([...future, step])
  }
  function redo() {
    const step = future.at(-1)
    if (!step) return
    take(step)
    setFuture(future.slice(0, -1))
    setPast([...past, step])
  }

  useEffect(() => {
    const timer = setInterval(() => {
      if (document.visibilityState === 'visible' && sending.current.waiting === 0) void refresh()
    }, looksEvery)
    return () => clearInterval(timer)
  }, [refresh])

  return { board, run, undo, redo, canUndo: past.length > 0, canRedo: future.length > 0, isSaving: waiting > 0 }
}
