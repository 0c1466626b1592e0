import { weekdays, type PlainTime, type Weekday } from '@/lib/platform/plain-date'
import type { Bell, BellKind, WeekBells } from './bell-schedule'

type Times = { startsAt: PlainTime; endsAt: PlainTime }
/** A row of a week: a bell by its name, and when it rings on each day that has it. */
export type WeekRow = { key: string; name: string | null; kind: BellKind; startsAt: PlainTime; endsAt: PlainTime; at: Partial<Record<Weekday, Times>> }
export type Week = { days: Weekday[]; rows: WeekRow[] }

/**
 * The bells of a week as rows and columns. A bell of the same name is one row, also where it rings at another time on some day; what is given
 * outside the bells has a row of its own time.
 */
export function weekOf(bells: WeekBells, given: readonly (Times & { day: Weekday; name: string | null })[]): Week {
  const rows = new Map<string, WeekRow>()
  const put = (key: string, day: Weekday, { name, kind, startsAt, endsAt }: Omit<Bell, 'name'> & { name: string | null }) => {
    const row = rows.get(key) ?? { key, name, kind, startsAt, endsAt, at: {} }
    rows.set(key, { ...row, at: { ...row.at, [day]: { startsAt, endsAt } } })
  }
  for (const day of weekdays) for (const bell of bells[day] ?? []) put(`${bell.kind} ${bell.name}`, day, bell)
  for (const one of given) {
    const isOnBell = [...rows.values()].some(({ kind, at }) => kind === 'lesson' && at[one.day]?.startsAt === one.startsAt && at[one.day]?.endsAt === one.endsAt)
    if (!isOnBell) put(`${one.startsAt} ${one.endsAt}`, one.day, { ...one, kind: 'lesson' })
  }
  const sorted = [...rows.values()].sort((a, b) => a.startsAt.localeCompare(b.startsAt) || a.endsAt.localeCompare(b.endsAt))
  return { days: weekdays.filter((day) => sorted.some(({ kind, at }) => kind === 'lesson' && at[day])), rows: sorted }
}

/** What is given in a cell of a week. */
export const inCell = <One extends Times & { day: Weekday }>(given: readonly One[], row: WeekRow, day: Weekday): One[] => {
  const at = row.at[day]
  return at && row.kind === 'lesson' ? given.filter((one) => one.day === day && one.startsAt === at.startsAt && one.endsAt === at.endsAt) : []
}
