import { useCallback, useEffect, useRef, type Dispatch } from 'react'
import type { Register, SubmitInput } from '@/lib/domain/attendance/register'
import { dropDraft, readDraft, writeDraft, type Draft } from '../draft'
import { draftName } from '../draft-name'
import { boardOf, isChanged, isSame, type Board, type Change, type Marks } from './register-state'

type Kept = {
  userId: string
  register: Register
  title: string
  board: Board
  pending: SubmitInput | null
  dispatch: Dispatch<Change>
  /** What was submitted and not answered is sent again. */
  deliver: (input: SubmitInput) => void
  /** Marks of this device that can no longer be submitted here. */
  onLeft: (draft: Draft) => void
}

const hrefOf = ({ classId, date, periodId }: Register['key']) => `/attendance/${classId}?${new URLSearchParams({ date, ...(periodId ? { period: periodId } : {}) }).toString()}`

const marksSent = ({ marks }: SubmitInput): Marks => Object.fromEntries(marks.map(({ studentId, ...marking }) => [studentId, marking]))

function differs(register: Register, draft: Draft): boolean {
  const { marks } = boardOf(register)
  return register.students.some(({ id }) => draft.marks[id] && !isSame(draft.marks[id], marks[id]))
}

/**
 * Keeps on this device what is on no server, through reloads and dead batteries, and brings it back: marks over the version
 * they were made over, so that the server tells a newer one apart, and what was submitted on its way again. Nothing is
 * dropped that was not saved, taken back or thrown away.
 */
export function useDraft({ userId, register, title, board, pending, dispatch, deliver, onLeft }: Kept) {
  const name = draftName(userId, register.key)
  const opened = useRef(board)
  const written = useRef<string | null>(null)
  const hasBegun = useRef(false)

  useEffect(() => {
    if (hasBegun.current) return
    hasBegun.current = true
    const draft = readDraft(name)
    if (!draft) return
    const isAhead = differs(register, draft)
    if (isAhead && register.editable) dispatch({ kind: 'restore', marks: draft.marks, version: draft.version })
    if (isAhead && !register.editable) onLeft(draft)
    if (draft.pending) deliver(draft.pending)
    else if (!isAhead) dropDraft(name)
  }, [deliver, dispatch, name, onLeft, register])

  const forget = useCallback(() => {
    if (written.current !== null) dropDraft(name, written.current)
    written.current = null
  }, [name])

  useEffect(() => {
    if (!pending && (board === opened.current || !register.editable)) return
    if (!pending && !isChanged(board)) return forget()
    const { version, marks } = board
    written.current = writeDraft(name, { title, href: hrefOf(register.key), version, marks: register.editable || !pending ? marks : marksSent(pending), pending })
  }, [board, forget, name, pending, register, title])

  return { forget, discard: useCallback(() => dropDraft(name), [name]) }
}
