import { useCallback, useEffect, useRef, useState } from 'react'
import type { RegisterConflict, RegisterKey, SubmitInput, SubmittedRegister } from '@/lib/domain/attendance/register'
import type { Result } from '@/lib/platform/errors'
import { marksToSend, type Board } from './register-state'

export type Submission =
  | { state: 'resting' }
  | { state: 'sending' }
  /** The server was not reached; what was marked is kept here and sent again when the connection is back. */
  | { state: 'unsent' }
  | { state: 'refused'; message: string }
  | { state: 'conflict'; message: string; conflict: RegisterConflict }

const isConflict = (detail: unknown): detail is RegisterConflict => typeof detail === 'object' && detail !== null && 'differences' in detail

async function post(input: SubmitInput): Promise<Result<SubmittedRegister> | null> {
  const response = await fetch('/api/attendance/registers', { method: 'POST', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(input) }).catch(() => null)
  if (!response || response.status >= 502) return null
  return response.json().catch(() => null) as Promise<Result<SubmittedRegister> | null>
}

/** Sends a board once by its key; the same marks sent again carry the same key. */
export function useSubmission(key: RegisterKey, onSaved: (saved: SubmittedRegister) => void) {
  const [submission, setSubmission] = useState<Submission>({ state: 'resting' })
  const [idempotencyKey, setIdempotencyKey] = useState<string | null>(null)
  const waiting = useRef<Board>(null)

  const send = useCallback(
    async (board: Board, sameKey?: string) => {
      const keyNow = sameKey ?? crypto.randomUUID()
      waiting.current = null
      setIdempotencyKey(keyNow)
      setSubmission({ state: 'sending' })
      const result = await post({ ...key, idempotencyKey: keyNow, seen: board.version, marks: marksToSend(board.marks) })
      if (!result) {
        waiting.current = board
        return setSubmission({ state: 'unsent' })
      }
      setIdempotencyKey(null)
      if (result.ok) {
        setSubmission({ state: 'resting' })
        return onSaved(result.data)
      }
      setSubmission(isConflict(result.detail) ? { state: 'conflict', message: result.message, conflict: result.detail } : { state: 'refused', message: result.message })
    },
    [key, onSaved],
  )

  useEffect(() => {
    const again = () => {
      if (waiting.current && idempotencyKey) void send(waiting.current, idempotencyKey)
    }
    window.addEventListener('online', again)
    return () => window.removeEventListener('online', again)
  }, [idempotencyKey, send])

  return { submission, idempotencyKey, send, rest: useCallback(() => setSubmission({ state: 'resting' }), []) }
}
