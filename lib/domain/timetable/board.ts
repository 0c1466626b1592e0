import { z } from 'zod'
import { weekdays, type PlainTime, type Weekday } from '@/lib/platform/time'
import type { WeekBells } from './bell-schedule'

const time = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/)

/** When and where a lesson is given. */
export const slotInput = z.object({ day: z.enum(weekdays), startsAt: time, endsAt: time, name: z.string().max(50).nullable(), room: z.string().trim().min(1).max(50).nullable() }).refine(({ startsAt, endsAt }) => startsAt < endsAt)
export type Slot = z.output<typeof slotInput>

/** One lesson goes from where it was seen to somewhere else; null is the pool of those that are not placed. */
export const changeInput = z.object({ id: z.uuid(), lessonId: z.uuid(), from: slotInput.nullable(), to: slotInput.nullable() })
export type Change = z.output<typeof changeInput>
/** What happens at once or not at all: one step of undo. */
export const stepInput = z.object({ timetableId: z.uuid(), seen: z.iso.datetime(), changes: z.array(changeInput).min(1).max(100) })
export type Step = readonly Change[]

/** The step that takes a step back. */
export const inverseOf = (step: Step): Step => step.map(({ from, to, ...change }) => ({ ...change, from: to, to: from })).reverse()

/** A subject as a class is taught it, how often a week. */
export type Lesson = { id: string; classId: string; className: string; subject: string; teacherId: string | null; teacher: string | null; perWeek: number | null }
export type Placed = Slot & { id: string; lessonId: string }
export type BoardClass = { id: string; name: string; gradeName: string; room: string | null; size: number }
export type BoardTeacher = { id: string; name: string; most: number | null }
export type BoardRoom = { name: string; capacity: number | null }
/** When somebody teaches at another campus. */
export type Busy = { teacherId: string; day: Weekday; startsAt: PlainTime; endsAt: PlainTime; campusName: string }

export type Board = {
  id: string
  /** The state of the timetable that these lessons are of. */
  seen: string
  bells: WeekBells
  classes: readonly BoardClass[]
  teachers: readonly BoardTeacher[]
  rooms: readonly BoardRoom[]
  lessons: readonly Lesson[]
  placed: readonly Placed[]
  busy: readonly Busy[]
}

export const apply = (placed: readonly Placed[], step: Step): Placed[] => {
  const changed = new Map(step.map((change) => [change.id, change]))
  const kept = placed.filter(({ id }) => !changed.has(id))
  return [...kept, ...step.flatMap(({ id, lessonId, to }) => (to ? [{ id, lessonId, ...to }] : []))]
}
