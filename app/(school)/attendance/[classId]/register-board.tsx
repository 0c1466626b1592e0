'use client'

import dynamic from 'next/dynamic'
import { useTranslations } from 'next-intl'
import { useRouter } from 'next/navigation'
import { useCallback, useEffect, useReducer, useRef, useState } from 'react'
import { toast } from '@/components/ui/toast'
import type { AttendanceStatus, Mark, Marking, Register, SubmittedRegister } from '@/lib/domain/attendance/register'
import type { Draft } from '../draft'
import { RegisterFoot } from './register-foot'
import { boardOf, change, isSame, isUnsaved } from './register-state'
import { RegisterNotice } from './register-notice'
import { Tile } from './tile'
import { walkTiles } from './tile-walk'
import { useDraft } from './use-draft'
import { useRegisterKeys } from './use-register-keys'
import { useSubmission } from './use-submission'

const DetailsDialog = dynamic(() => import('./details-dialog'), { ssr: false })
const ConflictDialog = dynamic(() => import('./conflict-dialog'), { ssr: false })

/** Of several who are called the same, the number tells who is who. */
const twinsOf = (students: Register['students']) => {
  const names = students.map(({ firstName, lastName }) => `${firstName} ${lastName}`.toLocaleLowerCase())
  return new Set(students.flatMap(({ id }, i) => (names.indexOf(names[i]!) !== names.lastIndexOf(names[i]!) ? [id] : [])))
}

type RegisterBoardProps = { register: Register; title: string; userId: string; doneHref: string }

export function RegisterBoard({ register, title, userId, doneHref }: RegisterBoardProps) {
  const t = useTranslations('attendance')
  const router = useRouter()
  const [board, dispatch] = useReducer(change, register, boardOf)
  const [detailsOf, setDetailsOf] = useState<string | null>(null)
  const [left, setLeft] = useState<Draft | null>(null)
  const [twins] = useState(() => twinsOf(register.students))
  const [done, setDone] = useState(false)
  const shown = useRef(board)

  const onSaved = useCallback(
    (saved: SubmittedRegister, marks: readonly Mark[]) => {
      toast({ tone: 'ok', title: t('saved'), text: t('count', saved) })
      // What was tapped while these were on their way is not saved: it stays on the board.
      setDone(!isUnsaved(change(shown.current, { kind: 'saved', marks, version: saved.version })))
      dispatch({ kind: 'saved', marks, version: saved.version })
    },
    [t],
  )
  const { submission, pending, submit, deliver, rest } = useSubmission(register.key, onSaved)
  const { forget, discard } = useDraft({ userId, register, title, board, pending, dispatch, deliver, onLeft: setLeft })

  useEffect(() => {
    shown.current = board
  }, [board])
  useEffect(() => {
    if (!done) return
    forget()
    router.push(doneHref)
    router.refresh()
  }, [done, doneHref, forget, router])

  useRegisterKeys(t, register.editable)
  const onTap = useCallback((studentId: string) => dispatch({ kind: 'tap', studentId }), [])
  const onLetter = useCallback((studentId: string, status: AttendanceStatus) => dispatch({ kind: 'letter', studentId, status }), [])
  const student = register.students.find(({ id }) => id === detailsOf)

  function keepDetails(studentId: string, marking: Marking) {
    dispatch({ kind: 'mark', studentId, marking })
    setDetailsOf(null)
  }

  function throwAway() {
    discard()
    window.location.reload()
  }

  return (
    <div className="flex flex-1 flex-col gap-3">
      <RegisterNotice register={register} board={board} submission={submission} left={left} title={title} onThrowAway={throwAway} />
      <ul className="tiles" onKeyDown={walkTiles}>
        {register.students.map((one) => (
          <Tile key={one.id} t={t} student={one} marking={board.marks[one.id]!} isSaved={isSame(board.marks[one.id], board.saved[one.id])} isOpen={register.editable} isBlank={!register.editable && one.status === null} isTwin={twins.has(one.id)} onTap={onTap} onLetter={onLetter} onDetails={setDetailsOf} />
        ))}
      </ul>
      {register.editable && <RegisterFoot board={board} isSending={submission.state === 'sending'} isUnsent={pending !== null} onUndo={() => dispatch({ kind: 'undo' })} onSubmit={() => submit(board)} />}
      {student && <DetailsDialog name={`${student.firstName} ${student.lastName}`} marking={board.marks[student.id]!} onClose={() => setDetailsOf(null)} onSave={(marking) => keepDetails(student.id, marking)} />}
      {submission.state === 'conflict' && (
        <ConflictDialog conflict={submission.conflict} timeZone={register.timeZone} onTheirs={throwAway} onMine={() => submit(board, submission.conflict.version)} onClose={rest} />
      )}
    </div>
  )
}
