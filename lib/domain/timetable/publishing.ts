import { seenInput } from '@/lib/platform/catalog'
import { plainDate, type PlainDate } from '@/lib/platform/time'

/** From which day a draft is the timetable. */
export const publishInput = seenInput.extend({ from: plainDate })

/** What is known of a draft before it is published. Clashes keep it from being published; the rest is said. */
export type CheckList = {
  lessons: number
  clashes: readonly { className: string; subject: string; day: string; time: string; because: string; other: string }[]
  unplaced: readonly { className: string; subject: string; left: number }[]
  overHours: readonly { teacher: string; lessons: number; most: number }[]
  withoutRoom: number
  withoutTeacher: number
  offBells: number
  /** What is in force or to come at the campus, and ends or is put away. */
  replaces: readonly { id: string; name: string; from: PlainDate; to: PlainDate | null }[]
}
