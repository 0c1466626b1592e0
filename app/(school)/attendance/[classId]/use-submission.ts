import { useCallback, useEffect, useRef, useState } from 'react'
import type { Mark, RegisterConflict, RegisterKey, SubmitInput, SubmittedRegister } from '@/lib/domain/attendance/register'
import { sendRegister, waitBefore } from '../send'
import { isSame, marksToSend, type Board } from './register-state'

export type Submission =
  | { state: 'resting' }
  | { state: 'sending'; isAgain: boolean }
  /** The server was not reached; what was submitted is kept here and sent again. */
  | { state: 'unsent' }
  | { state: 'refused'; message: string; wants: 'sign-in' | 'reload' | null }
  | { state: 'conflict'; conflict: RegisterConflict }

const says = ({ marks }: SubmitInput, board: Board) => marks.length === Object.keys(board.marks).length && marks.every(({ studentId, ...marking }) => isSame(marking, board.marks[studentId]))

/**
 * Sends a board once by its key. What was not answered may have been written: it is sent again as it was, with its key,
 * before anything newer, and what was submitted meanwhile follows as a correction of it.
 */
export function useSubmission(key: RegisterKey, onSaved: (saved: SubmittedRegister, marks: readonly Mark[]) => void) {
  const [submission, setSubmission] = useState<Submission>({ state: 'resting' })
  const [pending, setPending] = useState<SubmitInput | null>(null)
  const busy = useRef(false)
  const attempt = useRef(0)
  const newer = useRef<Board>(null)

  const fresh = useCallback((board: Board, seen: string | null): SubmitInput => ({ ...key, idempotencyKey: crypto.randomUUID(), seen, marks: marksToSend(board.marks) }), [key])

  const deliver = useCallback(
    async (first: SubmitInput) => {
      if (busy.current) return
      busy.current = true
      setSubmission((before) => ({ state: 'sending', isAgain: before.state === 'unsent' }))
      let input = first
      for (;;) {
        setPending(input)
        const answer = await sendRegister(input)
        busy.current = answer.kind === 'saved' && newer.current !== null
        if (answer.kind === 'lost') return setSubmission({ state: 'unsent' })
        const follows = newer.current
        newer.current = null
        if (answer.kind === 'saved' && follows) input = fresh(follows, answer.saved.version)
        else {
          if (answer.kind !== 'refused' || answer.isFinal) setPending(null)
          if (answer.kind === 'refused') return setSubmission({ state: 'refused', message: answer.message, wants: answer.wants })
          if (answer.kind === 'conflict') return setSubmission({ state: 'conflict', conflict: answer.conflict })
          setSubmission({ state: 'resting' })
          return onSaved(answer.saved, input.marks)
        }
      }
    },
    [fresh, onSaved],
  )

  const submit = useCallback(
    (board: Board, seen: string | null = board.version) => {
      if (busy.current) return
      if (pending && !says(pending, board)) newer.current = board
      attempt.current = 0
      void deliver(pending ?? fresh(board, seen))
    },
    [deliver, fresh, pending],
  )

  useEffect(() => {
    if (submission.state !== 'unsent' || !pending) return
    const again = () => {
      if (document.visibilityState === 'visible') void deliver(pending)
    }
    const timer = setTimeout(again, waitBefore(attempt.current++))
    window.addEventListener('online', again)
    document.addEventListener('visibilitychange', again)
    return () => {
      clearTimeout(timer)
      window.removeEventListener('online', again)
      document.removeEventListener('visibilitychange', again)
    }
  }, [deliver, pending, submission.state])

  return { submission, pending, submit, deliver, rest: useCallback(() => setSubmission({ state: 'resting' }), []) }
}
