import type { Board, Change, Lesson, Placed, Slot, Step } from '@/lib/domain/timetable/board'
import type { clashFinder, Clash } from '@/lib/domain/timetable/clash'
import type { Week } from '@/lib/domain/timetable/week'
import type { View } from './view'

/** The lesson that was picked up: from its place, or from the pool. */
export type Hand = { lesson: Lesson; placed: Placed | null; room: string | null }
/** What a place says to the lesson in hand. */
export type Verdict = { slot: Slot; clashes: readonly Clash[]; isHere: boolean }

export const cellKey = (row: string, day: string) => `${row} ${day}`

/** Where a lesson is given unless somebody says otherwise: where it is, in the room that is shown, or in the room of its class. */
export function usualRoom({ classes, rooms }: Pick<Board, 'classes' | 'rooms'>, view: View, lesson: Lesson, placed: Placed | null): string | null {
  if (view.by === 'room') return view.of
  if (placed) return placed.room
  const own = classes.find(({ id }) => id === lesson.classId)?.room
  return rooms.find(({ name }) => name.toLowerCase() === own?.toLowerCase())?.name ?? null
}

/** Every place of a week, and what stands in the way there. */
export function verdictsOf(week: Week, { lesson, placed, room }: Hand, clashesOf: ReturnType<typeof clashFinder>): Map<string, Verdict> {
  const verdicts = new Map<string, Verdict>()
  for (const { key, kind, name, at } of week.rows) {
    if (kind !== 'lesson') continue
    for (const day of week.days) {
      const times = at[day]
      if (!times) continue
      const slot = { day, ...times, name, room }
      const isHere = placed?.day === day && placed.startsAt === times.startsAt && placed.room === room
      verdicts.set(cellKey(key, day), { slot, isHere, clashes: clashesOf(lesson, slot, placed ? [placed.id] : []) })
    }
  }
  return verdicts
}

const slotOf = ({ day, startsAt, endsAt, name, room }: Placed): Slot => ({ day, startsAt, endsAt, name, room })
export const changeOf = ({ lesson, placed }: Pick<Hand, 'lesson' | 'placed'>, to: Slot | null): Change => ({ id: placed?.id ?? crypto.randomUUID(), lessonId: lesson.id, from: placed && slotOf(placed), to })

const othersOf = (clashes: readonly Clash[]) => [...new Map(clashes.flatMap((clash) => (clash.because === 'elsewhere' ? [] : [[clash.other.id, clash] as const]))).values()]

/** The one that stands in the way goes where the lesson in hand comes from; null where that is no way out. */
export function swapOf(hand: Hand, { slot, clashes }: Verdict, clashesOf: ReturnType<typeof clashFinder>): Step | null {
  const [only, ...more] = othersOf(clashes)
  if (!only || more.length > 0 || !hand.placed || clashes.some(({ because }) => because === 'elsewhere')) return null
  const both = [hand.placed.id, only.other.id]
  const there = { ...slotOf(hand.placed), room: only.other.room }
  if (clashesOf(only.lesson, there, both).length > 0 || clashesOf(hand.lesson, slot, both).length > 0) return null
  return [changeOf(hand, slot), changeOf({ lesson: only.lesson, placed: only.other }, there)]
}

/** Those who stand in the way go back to the pool; null where somebody is at another campus, whom nobody here can send away. */
export function makingRoom(hand: Hand, { slot, clashes }: Verdict): Step | null {
  const others = othersOf(clashes)
  if (others.length === 0 || clashes.some(({ because }) => because === 'elsewhere')) return null
  return [...others.map(({ lesson, other }) => changeOf({ lesson, placed: other }, null)), changeOf(hand, slot)]
}
