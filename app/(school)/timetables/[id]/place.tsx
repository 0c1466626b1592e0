'use client'

import { Check, OctagonX } from 'lucide-react'
import { useTranslations } from 'next-intl'
import type { Lesson, Placed } from '@/lib/domain/timetable/board'
import type { Clash } from '@/lib/domain/timetable/clash'
import { useDragged, useDropPlace } from './drag'
import type { Verdict } from './hand'
import type { View } from './view'

export type PlaceProps = {
  id: string
  /** Where it is, in words. */
  where: string
  view: View
  /** The colour of its subject. */
  hue?: number
  placed?: Placed
  lesson?: Lesson
  clashes: readonly Clash[]
  isHeld: boolean
  verdict: Verdict | undefined
  hand: Lesson | undefined
  isReached: boolean
  onChoose: () => void
  onReach: () => void
}

/** Why a lesson cannot be there, in a sentence. */
export function useReason() {
  const t = useTranslations('timetables.because')
  return (clash: Clash, lesson: Lesson) =>
    clash.because === 'elsewhere' ? t('elsewhere', { teacher: lesson.teacher ?? '', campus: clash.campusName }) : t(clash.because, { className: lesson.className, teacher: lesson.teacher ?? '', other: clash.lesson.className, subject: clash.lesson.subject, room: clash.other.room ?? '' })
}

/** One place of the week, with what is given there: all of it can be tapped, dragged, dropped on and reached by arrows. */
export function Place({ id, where, view, hue, placed, lesson, clashes, isHeld, verdict, hand, isReached, onChoose, onReach }: PlaceProps) {
  const t = useTranslations('timetables.board')
  const reasonOf = useReason()
  const { ref: drag, listeners } = useDragged(placed?.id ?? `empty ${id}`, !placed)
  const { ref: drop, isOver } = useDropPlace(id, true)
  const says = verdict && hand ? (verdict.isHere ? 'here' : verdict.clashes.length === 0 ? 'free' : lesson && verdict.clashes.every(({ because }) => because === 'class') ? 'taken' : 'blocked') : undefined
  // What has the place of its class is its own reason; whatever else stands in the way is said.
  const blocking = verdict?.clashes.find(({ because }) => because !== 'class') ?? verdict?.clashes[0]
  const reason = (says === 'blocked' || says === 'taken') && blocking && hand ? reasonOf(blocking, hand) : clashes[0] && lesson ? reasonOf(clashes[0], lesson) : null
  const title = lesson && (view.by === 'class' ? lesson.subject : `${lesson.className} ${lesson.subject}`)
  const rest = lesson && placed && [view.by === 'teacher' ? null : lesson.teacher, view.by === 'room' ? null : placed.room].filter(Boolean).join(' · ')
  return (
    <button
      type="button" ref={(node) => { drag(node); drop(node) }} {...listeners} className="place" data-place={id} data-lesson={lesson ? '' : undefined} data-hue={hue} data-verdict={says} data-held={isHeld || undefined} data-over={isOver || undefined} data-clash={(clashes.length > 0 && !says) || undefined}
      tabIndex={isReached ? 0 : -1} aria-pressed={placed ? isHeld : undefined} aria-label={[where, title, rest, says === 'free' ? t('free') : null, reason].filter(Boolean).join(', ')} onClick={onChoose} onFocus={onReach}
    >
      {title && <span className="font-medium">{title}</span>}
      {rest && (!says || says === 'taken') && <span className="text-xs text-soft">{rest}</span>}
      {says === 'free' && <span className="place-why"><Check aria-hidden />{t('free')}</span>}
      {reason && says !== 'taken' && <span className="place-why"><OctagonX aria-hidden />{reason}</span>}
    </button>
  )
}
