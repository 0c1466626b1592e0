import type { Board } from '@/lib/domain/timetable/board'
import type { Given } from '../week-table'
import { isIn, type View } from './view'

/** The lessons of a view, as a week shows them. */
export function givenOf(board: Pick<Board, 'lessons' | 'placed'>, view: View): Given[] {
  const lessonOf = new Map(board.lessons.map((lesson) => [lesson.id, lesson]))
  return board.placed.flatMap((placed) => {
    const lesson = lessonOf.get(placed.lessonId)
    if (!lesson || !isIn(view, lesson, placed)) return []
    return [{ ...placed, title: view.by === 'class' ? lesson.subject : `${lesson.className} ${lesson.subject}`, subject: lesson.subject, lines: [view.by === 'teacher' ? null : lesson.teacher, view.by === 'room' ? null : placed.room] }]
  })
}
