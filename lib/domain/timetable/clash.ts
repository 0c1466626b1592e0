import type { PlainTime, Weekday } from '@/lib/platform/time'
import type { Board, Lesson, Placed, Slot } from './board'

type Span = { day: Weekday; startsAt: PlainTime; endsAt: PlainTime }
export const isSameTime = (a: Span, b: Span) => a.day === b.day && a.startsAt < b.endsAt && b.startsAt < a.endsAt

const roomKey = (room: string | null) => room?.toLowerCase() ?? null

/** Why a lesson cannot be given at a time: its class or its teacher has another, the room is taken, or its teacher is at another campus. */
export type Clash =
  | { because: 'class' | 'teacher' | 'room'; other: Placed; lesson: Lesson }
  | { because: 'elsewhere'; campusName: string }

function grouped<Key, One>(rows: readonly One[], keyOf: (row: One) => Key): Map<Key, One[]> {
  const groups = new Map<Key, One[]>()
  for (const row of rows) {
    const group = groups.get(keyOf(row))
    if (group) group.push(row)
    else groups.set(keyOf(row), [row])
  }
  return groups
}

type Known = Pick<Board, 'lessons' | 'placed' | 'busy'>

/** Answers what stands in the way of a lesson, again and again without reading everything. */
export function clashFinder({ lessons, placed, busy }: Known) {
  const lessonOf = new Map(lessons.map((lesson) => [lesson.id, lesson]))
  const byDay = grouped(placed, ({ day }) => day)
  const elsewhere = grouped(busy, ({ teacherId }) => teacherId)

  /** `except` is the lesson that would leave its place, and whatever leaves with it. */
  return function clashesOf(lesson: Pick<Lesson, 'classId' | 'teacherId'>, slot: Slot, except: readonly string[] = []): Clash[] {
    const found: Clash[] = []
    for (const other of byDay.get(slot.day) ?? []) {
      if (!isSameTime(other, slot) || except.includes(other.id)) continue
      const taught = lessonOf.get(other.lessonId)
      if (!taught) continue
      if (taught.classId === lesson.classId) found.push({ because: 'class', other, lesson: taught })
      else if (lesson.teacherId !== null && taught.teacherId === lesson.teacherId) found.push({ because: 'teacher', other, lesson: taught })
      else if (slot.room !== null && roomKey(other.room) === roomKey(slot.room)) found.push({ because: 'room', other, lesson: taught })
    }
    const away = lesson.teacherId === null ? undefined : elsewhere.get(lesson.teacherId)?.find((one) => isSameTime(one, slot))
    return away ? [...found, { because: 'elsewhere', campusName: away.campusName }] : found
  }
}

/** Every two lessons of a board that stand in each other's way, once. */
export function allClashes(board: Known): { placed: Placed; lesson: Lesson; clash: Clash }[] {
  const clashesOf = clashFinder(board)
  const lessonOf = new Map(board.lessons.map((lesson) => [lesson.id, lesson]))
  return board.placed.flatMap((placed) => {
    const lesson = lessonOf.get(placed.lessonId)
    return lesson ? clashesOf(lesson, placed, [placed.id]).filter((clash) => clash.because === 'elsewhere' || placed.id < clash.other.id).map((clash) => ({ placed, lesson, clash })) : []
  })
}

/** What is still to be placed: of each lesson as many as are given a week and have no place. */
export function unplacedOf({ lessons, placed }: Pick<Board, 'lessons' | 'placed'>): { lesson: Lesson; left: number }[] {
  const counts = new Map<string, number>()
  for (const { lessonId } of placed) counts.set(lessonId, (counts.get(lessonId) ?? 0) + 1)
  return lessons.flatMap((lesson) => {
    const left = (lesson.perWeek ?? 0) - (counts.get(lesson.id) ?? 0)
    return left > 0 ? [{ lesson, left }] : []
  })
}
