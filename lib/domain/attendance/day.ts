import { isoWeekdayOf, type PlainDate } from '@/lib/platform/time'
import type { Tally } from './register'

/** Where the students of a campus, or of several, stood on a day: each once. */
export type DaySum = { campusId: string; date: PlainDate } & HalfTally
/** Half days stand among the present: they were there, for half of it. */
export type HalfTally = Tally & { half?: number }

export const countedIn = ({ present, late, excused, absent }: Tally) => present + late + excused + absent
/** The share of those counted who were there, in per cent to a tenth; null where nobody was counted. */
export const rateOf = (tally: HalfTally): number | null => {
  const counted = countedIn(tally)
  return counted === 0 ? null : Math.round((1000 * (tally.present + tally.late - (tally.half ?? 0) / 2)) / counted) / 10
}

export const added = (sums: readonly HalfTally[]): Required<HalfTally> =>
  sums.reduce<Required<HalfTally>>((all, one) => ({ present: all.present + one.present, late: all.late + one.late, excused: all.excused + one.excused, absent: all.absent + one.absent, half: all.half + (one.half ?? 0) }), { present: 0, late: 0, excused: 0, absent: 0, half: 0 })

/** A day of which fewer were counted than nine in ten of those on an ordinary day: registers are missing, or few had school. */
export type DayPoint = { campusId: string; date: PlainDate; percentage: number; counted: number; isPartial: boolean }

const median = (numbers: readonly number[]) => [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? 0

/** The days of one campus, or of several taken together, in their order. */
export function pointsOf(campusId: string, sums: readonly DaySum[]): DayPoint[] {
  const counted = sums.filter((sum) => countedIn(sum) > 0)
  const ordinary = median(counted.map(countedIn))
  return counted.map((sum) => ({ campusId, date: sum.date, percentage: rateOf(sum) ?? 0, counted: countedIn(sum), isPartial: countedIn(sum) < 0.9 * ordinary }))
}

/** The school day before, and the mean of the same day of the week over the last eight weeks that had one. */
export type Compared = { previous: { date: PlainDate; percentage: number } | null; usual: { percentage: number; weeks: number } | null }

const weeks = 8

export function comparedTo(points: readonly DayPoint[], date: PlainDate): Compared {
  const before = points.filter((point) => point.date < date && !point.isPartial)
  const alike = before.filter((point) => isoWeekdayOf(point.date) === isoWeekdayOf(date)).slice(-weeks)
  const last = before.at(-1)
  return {
    previous: last ? { date: last.date, percentage: last.percentage } : null,
    usual: alike.length ? { percentage: Math.round((10 * alike.reduce((sum, { percentage }) => sum + percentage, 0)) / alike.length) / 10, weeks: alike.length } : null,
  }
}

/** Several campuses as one: the sums of each date. */
export function together(sums: readonly DaySum[]): DaySum[] {
  const dates = [...new Set(sums.map(({ date }) => date))].sort()
  return dates.map((date) => ({ campusId: '', date, ...added(sums.filter((sum) => sum.date === date)) }))
}
