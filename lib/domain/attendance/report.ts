import { z } from 'zod'
import { plainDate, type PlainDate } from '@/lib/platform/time'
import type { DayLetter } from './day-rule'

export const reportGroups = ['day', 'week', 'month', 'term', 'class', 'grade', 'campus', 'student'] as const
export type ReportGroup = (typeof reportGroups)[number]
export const isOverTime = (by: ReportGroup) => by === 'day' || by === 'week' || by === 'month' || by === 'term'

/** What the address asks of a report; what is not understood is left out. */
export const reportQuery = z.object({
  by: z.enum(reportGroups).catch('week'), from: plainDate.optional().catch(undefined), to: plainDate.optional().catch(undefined),
  campus: z.uuid().optional().catch(undefined), grade: z.uuid().optional().catch(undefined), class: z.uuid().optional().catch(undefined), chronic: z.literal('1').optional().catch(undefined),
})
export type ReportQuery = z.output<typeof reportQuery>

/** Days of students, by what they were. `students` are those they are of, `chronic` those of them who missed a tenth or more. */
export type Sums = Record<DayLetter, number> & { students: number; chronic: number; lateMinutes: number }
export const noSums: Sums = { p: 0, l: 0, e: 0, a: 0, g: 0, h: 0, students: 0, chronic: 0, lateMinutes: 0 }

export const countedDays = ({ p, l, e, a, g, h }: Sums) => p + l + e + a + g + h
/** Days missed; half a day is half of one. */
export const missedDays = ({ e, a, g, h }: Sums) => e + a + (g + h) / 2
export const shareMissed = (sums: Sums) => (countedDays(sums) === 0 ? null : missedDays(sums) / countedDays(sums))
export const attendanceShare = (sums: Sums) => (countedDays(sums) === 0 ? null : 1 - missedDays(sums) / countedDays(sums))
/** A tenth of the days or more. */
export const isChronic = (sums: Sums) => missedDays(sums) > 0 && missedDays(sums) * 10 >= countedDays(sums)

export const addedSums = (all: readonly Sums[]): Sums => all.reduce<Sums>((sum, one) => ({ p: sum.p + one.p, l: sum.l + one.l, e: sum.e + one.e, a: sum.a + one.a, g: sum.g + one.g, h: sum.h + one.h, students: sum.students + one.students, chronic: sum.chronic + one.chronic, lateMinutes: sum.lateMinutes + one.lateMinutes }), noSums)

export type ReportRow = { key: string; label: string; hint: string | null; from: PlainDate; to: PlainDate; sums: Sums; href: string | null }
export type Report = { by: ReportGroup; from: PlainDate; to: PlainDate; rows: ReportRow[]; total: Sums; before: Sums | null; isMore: boolean }
/** How often lessons that begin at a time on a day of the week are missed; `startsAt` is null for registers of the whole day. */
export type HeatCell = { weekday: number; startsAt: string | null; marks: number; missed: number }
