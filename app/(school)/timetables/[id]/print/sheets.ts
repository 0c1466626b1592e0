import { z } from 'zod'
import type { Board } from '@/lib/domain/timetable/board'
import { choicesOf, isIn, viewKinds, type ViewKind } from '../view'

const shape = z.object({ by: z.enum(viewKinds).catch('class'), of: z.string().catch('') })

/** Which pages are asked for: one, or all of a kind that have lessons. */
export function askedSheets(board: Board, asked: unknown): { by: ViewKind; sheets: { value: string; label: string }[] } {
  const { by, of } = shape.parse(asked)
  const choices = choicesOf(board, by)
  const one = choices.filter(({ value }) => value === of)
  if (one.length > 0) return { by, sheets: one }
  const lessonOf = new Map(board.lessons.map((lesson) => [lesson.id, lesson]))
  return { by, sheets: choices.filter(({ value }) => board.placed.some((placed) => isIn({ by, of: value }, lessonOf.get(placed.lessonId)!, placed))) }
}
