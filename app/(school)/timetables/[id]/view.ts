import { z } from 'zod'
import type { Board, Lesson, Placed } from '@/lib/domain/timetable/board'

export const viewKinds = ['class', 'teacher', 'room'] as const
export type ViewKind = (typeof viewKinds)[number]
/** Whose week is shown. */
export type View = { by: ViewKind; of: string }

type Choices = Pick<Board, 'classes' | 'teachers' | 'rooms'>
export const choicesOf = ({ classes, teachers, rooms }: Choices, by: ViewKind): { value: string; label: string }[] =>
  by === 'class' ? classes.map(({ id, name }) => ({ value: id, label: name })) : by === 'teacher' ? teachers.map(({ id, name }) => ({ value: id, label: name })) : rooms.map(({ name }) => ({ value: name, label: name }))

const askedView = z.object({ by: z.enum(viewKinds).catch('class'), of: z.string().catch('') })

/** The view that an address asks for, else the first class. */
export function viewOf(board: Choices, asked: unknown): View | null {
  const { by, of } = askedView.parse(asked)
  const choices = choicesOf(board, by)
  const found = choices.find(({ value }) => value === of) ?? choices[0]
  return found ? { by, of: found.value } : null
}

export const isIn = ({ by, of }: View, lesson: Lesson, placed: Pick<Placed, 'room'> | null): boolean =>
  by === 'class' ? lesson.classId === of : by === 'teacher' ? lesson.teacherId === of : placed !== null && placed.room?.toLowerCase() === of.toLowerCase()

const hues = 8
/** Each subject has a colour of its own as far as there are colours; its name stands beside it. */
export function huesOf(subjects: readonly string[]): (subject: string) => number {
  const known = [...new Set(subjects)].sort()
  return (subject) => (known.indexOf(subject) % hues) + 1
}
