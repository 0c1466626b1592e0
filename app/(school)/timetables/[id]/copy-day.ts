import type { Board, Change } from '@/lib/domain/timetable/board'
import { apply } from '@/lib/domain/timetable/board'
import { clashFinder, unplacedOf } from '@/lib/domain/timetable/clash'
import { inCell, type Week } from '@/lib/domain/timetable/week'
import type { Weekday } from '@/lib/platform/time'
import { changeOf } from './hand'
import { isIn, type View } from './view'

/** A day's lessons given on another day as well, as far as there are lessons left and nothing stands in the way. */
export function copyDay(board: Board, week: Week, view: View, from: Weekday, to: Weekday): { changes: Change[]; left: number } {
  const lessonOf = new Map(board.lessons.map((lesson) => [lesson.id, lesson]))
  const changes: Change[] = []
  let left = 0
  for (const row of week.rows) {
    for (const placed of inCell(board.placed, row, from)) {
      const lesson = lessonOf.get(placed.lessonId)
      if (!lesson || !isIn(view, lesson, placed)) continue
      const times = row.at[to]
      const now = { ...board, placed: apply(board.placed, changes) }
      const slot = times && { day: to, ...times, name: row.name, room: placed.room }
      const isFree = slot && unplacedOf(now).some((one) => one.lesson.id === lesson.id) && clashFinder(now)(lesson, slot).length === 0
      if (isFree) changes.push(changeOf({ lesson, placed: null }, slot))
      else left += 1
    }
  }
  return { changes, left }
}
