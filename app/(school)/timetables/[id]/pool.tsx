'use client'

import { useTranslations } from 'next-intl'
import type { KeyboardEvent } from 'react'
import type { Lesson } from '@/lib/domain/timetable/board'
import { useDragged, useDropPlace } from './drag'

export type Left = { lesson: Lesson; left: number }
type ChipProps = Left & { hue: number; isHeld: boolean; ofClass: boolean; onPick: () => void }

export const LessonName = ({ lesson, ofClass }: { lesson: Lesson; ofClass: boolean }) => (
  <span className="min-w-0 flex-1">
    <span className="block truncate font-medium">{ofClass ? lesson.subject : `${lesson.className} ${lesson.subject}`}</span>
    {lesson.teacher && <span className="block truncate text-xs text-soft">{lesson.teacher}</span>}
  </span>
)

function Chip({ lesson, left, hue, isHeld, ofClass, onPick }: ChipProps) {
  const t = useTranslations('timetables.board')
  const { ref, listeners } = useDragged(`pool ${lesson.id}`)
  return (
    <button type="button" ref={ref} {...listeners} className="chip" data-hue={hue} data-held={isHeld || undefined} aria-pressed={isHeld} aria-label={t('leftOf', { className: lesson.className, subject: lesson.subject, count: left })} onClick={onPick}>
      <LessonName lesson={lesson} ofClass={ofClass} />
      <span className="text-sm text-soft tabular-nums">×{left}</span>
    </button>
  )
}

/** Arrows walk along the lessons. */
function walk(event: KeyboardEvent<HTMLElement>) {
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key]
  if (!step) return
  const chips = [...event.currentTarget.querySelectorAll<HTMLButtonElement>('.chip')]
  const next = chips[chips.indexOf(document.activeElement as HTMLButtonElement) + step]
  event.preventDefault()
  next?.focus()
}

type PoolProps = { lessons: readonly Left[]; hueOf: (subject: string) => number; total: number; heldId: string | null; ofClass: boolean; isOpen: boolean; onPick: (lesson: Lesson) => void; onPutBack: () => void }

/** The lessons that have no place yet. A lesson that is dropped here loses its place. */
export function Pool({ lessons, hueOf, total, heldId, ofClass, isOpen, onPick, onPutBack }: PoolProps) {
  const t = useTranslations('timetables.board')
  const { ref, isOver } = useDropPlace('pool', isOpen)
  return (
    <section ref={ref} aria-labelledby="pool" className="board-pool" data-empty={(lessons.length === 0 && !isOpen) || undefined} data-over={isOver || undefined} onKeyDown={walk}>
      <header className="flex flex-wrap items-baseline justify-between gap-2 px-3 pt-2.5 pb-1">
        <h2 id="pool" className="font-semibold">{t('pool')}</h2>
        <span className="text-xs text-soft">{t('leftInAll', { count: total })}</span>
      </header>
      {lessons.length === 0 && <p className="px-3 pb-3 text-soft">{t('allPlaced')}</p>}
      {lessons.length > 0 && (
        <ul>
          {lessons.map(({ lesson, left }) => <li key={lesson.id}><Chip lesson={lesson} left={left} hue={hueOf(lesson.subject)} isHeld={heldId === lesson.id} ofClass={ofClass} onPick={() => onPick(lesson)} /></li>)}
        </ul>
      )}
      {isOpen && <button type="button" className="m-2 mt-0 rounded border border-line-button p-2 font-medium hover:bg-sunken pointer-coarse:min-h-11" onClick={onPutBack}>{t('toPool')}</button>}
    </section>
  )
}
