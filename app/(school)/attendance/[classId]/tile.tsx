import { MoreHorizontal } from 'lucide'
import { Icon } from '@/components/ui/icon'
import type { useTranslations } from '#words'
import { memo, type KeyboardEvent } from 'react'
import { Status } from '@/components/ui/status'
import type { MarkableStatus, RegisterStudent } from '@/lib/domain/attendance/register'
import type { Marking } from './register-state'
import { statusLook } from './status-look'

const keys: Readonly<Record<string, MarkableStatus>> = { p: 'present', a: 'absent_unexcused', l: 'late', e: 'absent_excused' }

type TileProps = {
  /** The board's: thirty of its own would cost more than the tiles. */
  t: ReturnType<typeof useTranslations<'attendance'>>
  student: RegisterStudent
  marking: Marking
  isSaved: boolean
  isOpen: boolean
  onTap: (studentId: string) => void
  onMark: (studentId: string, status: MarkableStatus) => void
  onDetails: (studentId: string) => void
}

/** One student. A tap goes on to the next status; letters set one; the dots open what a tap cannot say. */
export const Tile = memo(function Tile({ t, student, marking, isSaved, isOpen, onTap, onMark, onDetails }: TileProps) {
  const { tone, icon } = statusLook[marking.status]

  function onKeyDown(event: KeyboardEvent) {
    const status = keys[event.key.toLowerCase()]
    if (!status || event.metaKey || event.ctrlKey || event.altKey) return
    event.preventDefault()
    onMark(student.id, status)
  }

  return (
    <li className="tile" data-tone={tone} data-saved={isSaved || undefined}>
      <button type="button" className="tile-face" disabled={!isOpen} onClick={() => onTap(student.id)} onKeyDown={onKeyDown}>
        <span className="tile-name">
          {student.firstName} <span>{student.lastName}</span>
        </span>
        <Status tone={tone} icon={icon}>
          {marking.status === 'late' && marking.minutesLate ? t('lateBy', { minutes: marking.minutesLate }) : t(`statuses.${marking.status}`)}
        </Status>
      </button>
      {isOpen && marking.status !== 'present' && (
        <button type="button" className="tile-more" aria-label={t('detailsOf', { name: `${student.firstName} ${student.lastName}` })} onClick={() => onDetails(student.id)}>
          <Icon of={MoreHorizontal} />
        </button>
      )}
    </li>
  )
})
