import { z } from 'zod'
import { optionalText } from '@/lib/platform/catalog'
import { defineList } from '@/lib/platform/list'
import { plainDate } from '@/lib/platform/time'

export const summarySources = ['ledger', 'manual'] as const
export type SummarySource = (typeof summarySources)[number]

const count = z.coerce.number<string | number>().int('attendance.summaries.problems.number').min(0).max(100_000)
/** A day's totals as somebody reports them: everybody who was expected is present, or absent; the late are among the present, the excused among the absent. */
export const totalsInput = z.object({
  campusId: z.uuid(), date: plainDate, totalEnrolled: count, totalPresent: count, totalTardy: count, totalExcused: count,
  recordedByLabel: optionalText(100), notes: optionalText(500), seen: z.iso.datetime().nullable(),
})
  .refine(({ totalPresent, totalEnrolled }) => totalPresent <= totalEnrolled, { path: ['totalPresent'], error: 'attendance.summaries.problems.present' })
  .refine(({ totalTardy, totalPresent }) => totalTardy <= totalPresent, { path: ['totalTardy'], error: 'attendance.summaries.problems.late' })
  .refine(({ totalExcused, totalEnrolled, totalPresent }) => totalExcused <= totalEnrolled - totalPresent, { path: ['totalExcused'], error: 'attendance.summaries.problems.excused' })
export type TotalsInput = z.output<typeof totalsInput>

export const summaryList = defineList({
  filters: { campus: z.uuid(), source: z.enum(summarySources), from: plainDate, to: plainDate },
  sorts: { date: [{ field: 'attendanceDate', kind: 'date' }] },
  defaultSort: '-date',
})

export type SummaryRow = {
  id: string; seen: string; attendanceDate: Date; date: string; campusId: string; campusName: string; source: SummarySource
  enrolled: number; present: number; late: number; half: number; absent: number; excused: number; percentage: number; recordedBy: string | null; notes: string | null
}

/** What the history says of a campus's day. */
export const campusSummary = {
  name: 'campus-day',
  entity: 'campus_attendance_summaries',
  fields: {
    campusId: { kind: 'link', label: 'attendance.summaries.campus', of: 'campus' },
    date: { kind: 'date', label: 'attendance.summaries.date' },
    totalEnrolled: { kind: 'number', label: 'attendance.summaries.enrolled' },
    totalPresent: { kind: 'number', label: 'attendance.summaries.present' },
    totalTardy: { kind: 'number', label: 'attendance.summaries.late' },
    totalExcused: { kind: 'number', label: 'attendance.summaries.excused' },
    recordedByLabel: { kind: 'text', label: 'attendance.summaries.recordedBy', optional: true },
    notes: { kind: 'long', label: 'attendance.summaries.notes', optional: true },
    dayRule: { kind: 'choice', label: 'attendance.settings.dayRule', words: 'attendance.settings.rules' },
    halfDayPercent: { kind: 'number', label: 'attendance.settings.halfDayPercent', optional: true },
    wholeDayPercent: { kind: 'number', label: 'attendance.settings.wholeDayPercent' },
    missedAfterMinutes: { kind: 'number', label: 'attendance.settings.missedAfterMinutes', optional: true },
  },
} as const
