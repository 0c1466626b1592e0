'use client'

import dynamic from 'next/dynamic'
import { useTranslations } from '#words'
import { useRouter } from 'next/navigation'
import { useCallback, useEffect, useReducer, useState, type KeyboardEvent } from 'react'
import { toast } from '@/components/ui/toast'
import type { MarkableStatus, Register, SubmittedRegister } from '@/lib/domain/attendance/register'
import { RegisterFoot } from './register-foot'
import { boardOf, change, type Marking } from './register-state'
import { RegisterNotice } from './register-notice'
import { Tile } from './tile'
import { draftName, dropDraft, readDraft, useDraft } from './use-draft'
import { useSubmission } from './use-submission'

const DetailsDialog = dynamic(() => import('./details-dialog'), { ssr: false })
const ConflictDialog = dynamic(() => import('./conflict-dialog'), { ssr: false })

/** Arrows walk over the tiles as they lie. */
function onArrow(event: KeyboardEvent<HTMLUListElement>) {
  const tiles = [...event.currentTarget.querySelectorAll<HTMLButtonElement>('.tile-face')]
  const at = tiles.indexOf(event.target as HTMLButtonElement)
  const columns = getComputedStyle(event.currentTarget).gridTemplateColumns.split(' ').length
  const step = { ArrowRight: 1, ArrowLeft: -1, ArrowDown: columns, ArrowUp: -columns }[event.key]
  const next = step === undefined || at < 0 ? undefined : tiles[at + step]
  if (!next) return
  event.preventDefault()
  next.focus()
}

type RegisterBoardProps = { register: Register; userId: string; doneHref: string }

export function RegisterBoard({ register, userId, doneHref }: RegisterBoardProps) {
  const t = useTranslations('attendance')
  const router = useRouter()
  const [board, dispatch] = useReducer(change, register, boardOf)
  const [detailsOf, setDetailsOf] = useState<string | null>(null)
  const name = draftName(userId, register.key)

  const onSaved = useCallback(
    (saved: SubmittedRegister) => {
      dispatch({ kind: 'saved', version: saved.version })
      dropDraft(name)
      toast({ tone: 'ok', title: t('saved'), text: t('count', { present: saved.present - saved.late, absent: saved.absent, late: saved.late }) })
      router.push(doneHref)
      router.refresh()
    },
    [doneHref, name, router, t],
  )
  const { submission, idempotencyKey, send, rest } = useSubmission(register.key, onSaved)
  useDraft(name, board, idempotencyKey)

  useEffect(() => {
    const draft = readDraft(name)
    // A draft made over another version than the one that stands is told apart by the server, as a conflict.
    if (draft && register.editable) dispatch({ kind: 'restore', marks: draft.marks })
  }, [name, register.editable])

  const onTap = useCallback((studentId: string) => dispatch({ kind: 'tap', studentId }), [])
  const onMark = useCallback((studentId: string, status: MarkableStatus) => dispatch({ kind: 'mark', studentId, marking: { status, minutesLate: null, remark: null } }), [])
  const student = register.students.find(({ id }) => id === detailsOf)

  function keepDetails(studentId: string, marking: Marking) {
    dispatch({ kind: 'mark', studentId, marking })
    setDetailsOf(null)
  }

  function takeTheirs() {
    dropDraft(name)
    window.location.reload()
  }

  return (
    <div className="flex flex-1 flex-col gap-3">
      <RegisterNotice register={register} board={board} submission={submission} />
      <ul className="tiles" onKeyDown={onArrow}>
        {register.students.map((one) => (
          <Tile key={one.id} t={t} student={one} marking={board.marks[one.id]!} isSaved={board.version !== null && !board.isChanged} isOpen={register.editable} onTap={onTap} onMark={onMark} onDetails={setDetailsOf} />
        ))}
      </ul>
      {register.editable && (
        <RegisterFoot board={board} isSending={submission.state === 'sending'} onUndo={() => dispatch({ kind: 'undo' })} onSubmit={() => void send(board, submission.state === 'unsent' ? (idempotencyKey ?? undefined) : undefined)} />
      )}
      {student && <DetailsDialog name={`${student.firstName} ${student.lastName}`} marking={board.marks[student.id]!} onClose={() => setDetailsOf(null)} onSave={(marking) => keepDetails(student.id, marking)} />}
      {submission.state === 'conflict' && (
        <ConflictDialog conflict={submission.conflict} onTheirs={takeTheirs} onMine={() => void send({ ...board, version: submission.conflict.version })} onClose={rest} />
      )}
    </div>
  )
}
