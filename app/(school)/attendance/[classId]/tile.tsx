import { MessageSquareText, MoreHorizontal } from 'lucide-react'
import type { useTranslations } from 'next-intl'
import { memo, type KeyboardEvent } from 'react'
import { haveSingleKeys } from '@/components/shell/single-keys'
import { Status } from '@/components/ui/status'
import { tapOrder, type AttendanceStatus, type Marking, type RegisterStudent } from '@/lib/domain/attendance/register'
import { noticeText } from '../notice-text'
import { statusLook } from './status-look'

type TileProps = {
  /** The board's: thirty of its own would cost more than the tiles. */
  t: ReturnType<typeof useTranslations<'attendance'>>
  student: RegisterStudent
  marking: Marking
  isSaved: boolean
  isOpen: boolean
  /** Nobody has marked this student, and nobody can: then nothing is said. */
  isBlank: boolean
  isTwin: boolean
  onTap: (studentId: string) => void
  onLetter: (studentId: string, status: AttendanceStatus) => void
  onDetails: (studentId: string) => void
}

/** One student. A tap goes on to the next status; a letter sets one, in the reader's language; the dots open what a tap cannot say. */
export const Tile = memo(function Tile({ t, student: { id, number, firstName, lastName, notice }, marking: { status, minutesLate, remark }, isSaved, isOpen, isBlank, isTwin, onTap, onLetter, onDetails }: TileProps) {
  const { tone, icon } = statusLook[status]

  function onKeyDown(event: KeyboardEvent) {
    if (event.metaKey || event.ctrlKey || event.altKey || !haveSingleKeys()) return
    const asked = tapOrder.find((one) => t(`keys.${one}`) === event.key.toLocaleLowerCase())
    if (!asked) return
    event.preventDefault()
    onLetter(id, asked)
  }

  return (
    <li className="tile" data-tone={isBlank ? undefined : tone} data-saved={isSaved || undefined}>
      <button type="button" className="tile-face" disabled={!isOpen} onClick={() => onTap(id)} onKeyDown={onKeyDown}>
        <span className="tile-name">
          <bdi><span className="tile-family">{lastName}</span>, {firstName}</bdi>
          {isTwin && <span className="tile-number">{number}</span>}
          {notice && <span className="tile-notice">{noticeText(t, notice)}</span>}
        </span>{' '}
        <span className="tile-mark">
          {!isBlank && (
            <Status tone={tone} icon={icon}>
              {status === 'late' && minutesLate ? t('lateBy', { minutes: minutesLate }) : t(`statuses.${status}`)}
            </Status>
          )}
          {remark && (
            <span className="tile-remark">
              <MessageSquareText />
              <span className="sr-only">{t('hasRemark')}</span>
            </span>
          )}
        </span>
      </button>
      {isOpen && status !== 'present' && (
        <button type="button" className="tile-more" aria-label={t('detailsOf', { name: `${firstName} ${lastName}` })} onClick={() => onDetails(id)}>
          <MoreHorizontal />
        </button>
      )}
    </li>
  )
})
