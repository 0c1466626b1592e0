'use client'

import { useTranslations } from 'next-intl'
import { useState, type KeyboardEvent } from 'react'
import type { Board, Placed } from '@/lib/domain/timetable/board'
import type { Clash } from '@/lib/domain/timetable/clash'
import { inCell, type Week } from '@/lib/domain/timetable/week'
import type { Weekday } from '@/lib/platform/time'
import { DayMenu } from './day-menu'
import { cellKey, type Hand, type Verdict } from './hand'
import { Place } from './place'
import { isIn, type View } from './view'

type GridProps = {
  board: Board
  week: Week
  view: View
  hueOf: (subject: string) => number
  caption: string
  hand: Hand | null
  verdicts: ReadonlyMap<string, Verdict>
  clashesOf: (placed: Placed) => readonly Clash[]
  onChoose: (cell: string, placed: Placed | null) => void
  onUnplace: (placed: Placed) => void
  onCopy: (from: Weekday, to: Weekday) => void
}

const steps: Record<string, [down: number, along: number]> = { ArrowDown: [1, 0], ArrowUp: [-1, 0], ArrowRight: [0, 1], ArrowLeft: [0, -1] }

/** The week that is drawn. Arrows walk over its places; the rest of the keys belong to the board. */
export function Grid({ board, week, view, hueOf, caption, hand, verdicts, clashesOf, onChoose, onUnplace, onCopy }: GridProps) {
  const t = useTranslations('timetables')
  const [reached, setReached] = useState<string | null>(null)
  const lessonOf = new Map(board.lessons.map((lesson) => [lesson.id, lesson]))
  const lessonRows = week.rows.filter(({ kind }) => kind === 'lesson')
  const placeIds = lessonRows.map(({ key, at }) => week.days.map((day) => (at[day] ? cellKey(key, day) : null)))
  const first = placeIds.flat().find((id) => id !== null) ?? null

  function walk(event: KeyboardEvent<HTMLTableElement>) {
    const id = (event.target as HTMLElement).closest<HTMLElement>('[data-place]')?.dataset.place
    if (!id) return
    const row = placeIds.findIndex((ids) => ids.includes(id))
    const step = steps[event.key]
    if (step) {
      event.preventDefault()
      const [down, along] = getComputedStyle(event.currentTarget).direction === 'rtl' ? [step[0], -step[1]] : step
      const next = placeIds[row + down]?.[placeIds[row]!.indexOf(id) + along]
      if (next) event.currentTarget.querySelector<HTMLElement>(`[data-place="${CSS.escape(next)}"]`)?.focus()
    } else if (event.key === 'Delete' || event.key === 'Backspace') {
      const placed = week.days.flatMap((day) => inCell(board.placed, lessonRows[row]!, day)).find((one) => cellKey(lessonRows[row]!.key, one.day) === id && isIn(view, lessonOf.get(one.lessonId)!, one))
      if (placed) onUnplace(placed)
    }
  }

  return (
    <div className="table-scroll">
      <table className="week-table" onKeyDown={walk}>
        <caption className="sr-only">{caption}</caption>
        <thead>
          <tr>
            <th scope="col">{t('week.time')}</th>
            {week.days.map((day) => (
              <th key={day} scope="col">
                <span className="flex items-center justify-between gap-1">
                  {t(`days.${day}`)}
                  {view.by === 'class' && !hand && <DayMenu day={day} days={week.days} onCopy={(to) => onCopy(day, to)} />}
                </span>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {week.rows.map((row) => (
            <tr key={row.key} data-kind={row.kind}>
              <th scope="row"><span className="tabular-nums">{`${row.startsAt}–${row.endsAt}`}</span>{row.name && <span className="block text-xs font-normal text-soft">{row.name}</span>}</th>
              {week.days.map((day) => {
                const id = cellKey(row.key, day)
                const at = row.at[day]
                if (row.kind !== 'lesson' || !at) return <td key={day} />
                const here = inCell(board.placed, row, day).filter((one) => { const lesson = lessonOf.get(one.lessonId); return lesson && isIn(view, lesson, one) })
                const shared = { where: t('board.where', { day: t(`days.${day}`), period: row.name ?? at.startsAt }), view, hand: hand?.lesson, verdict: verdicts.get(id), isReached: (reached ?? first) === id, onReach: () => setReached(id) }
                return (
                  <td key={day}>
                    {at.startsAt !== row.startsAt && <span className="text-xs text-soft tabular-nums">{`${at.startsAt}–${at.endsAt}`}</span>}
                    {/* The first of a place stays the same button, so that the focus stays with it. */}
                    {(here.length > 0 ? here : [null]).map((placed, nth) => {
                      const lesson = placed ? lessonOf.get(placed.lessonId) : undefined
                      return <Place key={nth === 0 ? id : placed?.id} id={id} {...shared} placed={placed ?? undefined} lesson={lesson} hue={lesson && hueOf(lesson.subject)} clashes={placed ? clashesOf(placed) : []} isHeld={placed !== null && hand?.placed?.id === placed.id} onChoose={() => onChoose(id, placed)} />
                    })}
                  </td>
                )
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
