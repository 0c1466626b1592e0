import { z } from 'zod'
import { optionalText, orNothing } from '@/lib/platform/catalog'
import { defineList } from '@/lib/platform/list'
import { daysAfter, plainDate, type PlainDate, type PlainTime } from '@/lib/platform/time'

export const staffStatuses = ['present', 'late', 'absent', 'absent_excused', 'remote', 'half_day'] as const
export type StaffStatus = (typeof staffStatuses)[number]
export const leaveTypes = ['sick', 'vacation', 'personal', 'family', 'bereavement', 'training', 'official_duty', 'unpaid', 'other'] as const
export type LeaveType = (typeof leaveTypes)[number]

export const isAway = (status: StaffStatus) => status === 'absent' || status === 'absent_excused'
/** Whoever is away, or is here for half the day, may be on a leave of some kind. */
export const mayBeOnLeave = (status: StaffStatus) => isAway(status) || status === 'half_day'

export const noteLength = 300
const timeOfDay = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'attendance.staff.problems.time')

/** What is said of somebody's working day. */
export const staffDayFields = z.object({
  status: z.enum(staffStatuses),
  leaveType: orNothing(z.enum(leaveTypes)),
  arrivedAt: orNothing(timeOfDay),
  note: optionalText(noteLength),
})
/** `until` marks every working day up to it; only whoever is away is marked before a day has come. `seen` is null where nothing was said yet. */
export const staffDayInput = staffDayFields.extend({ staffId: z.uuid(), date: plainDate, until: orNothing(plainDate), seen: z.iso.datetime().nullable() }).refine(({ date, until }) => !until || until >= date, { path: ['until'], error: 'attendance.staff.problems.until' })
  .refine(({ date, until }) => !until || until <= daysAfter(date, 366), { path: ['until'], error: 'attendance.staff.problems.tooLong' })
export type StaffDayInput = z.output<typeof staffDayInput>
export const clearStaffDayInput = z.object({ staffId: z.uuid(), date: plainDate, seen: z.iso.datetime() })
export const confirmDayInput = z.object({ campusId: z.uuid(), date: plainDate })

export type StaffMark = { status: StaffStatus; leaveType: LeaveType | null; arrivedAt: PlainTime | null; note: string | null; source: 'office' | 'self'; seen: string; by: string | null }
export type SheetRow = { staffId: string; name: string; jobTitle: string | null; campusId: string; isOnLeave: boolean; mark: StaffMark | null }
/** `here` is whoever is present, remote, late or here for half the day; `open` is whoever nothing is said of yet and who counts as present. */
export type SheetCounts = { all: number; here: number; late: number; away: number; open: number }
export type StaffSheet = { date: PlainDate; today: PlainDate; now: PlainTime; isSchoolDay: boolean; isStaffDay: boolean; rows: SheetRow[]; counts: SheetCounts }

export function countsOf(rows: readonly SheetRow[]): SheetCounts {
  const of = (test: (mark: StaffMark) => boolean) => rows.filter(({ mark }) => mark !== null && test(mark)).length
  return { all: rows.length, here: of(({ status }) => !isAway(status)), late: of(({ status }) => status === 'late'), away: of(({ status }) => isAway(status)), open: rows.filter(({ mark }) => mark === null).length }
}

export const staffAttendanceList = defineList({
  filters: { from: plainDate, to: plainDate, campus: z.uuid(), status: z.enum(staffStatuses), leave: z.enum(leaveTypes), staff: z.uuid() },
  sorts: { date: [{ field: 'attendanceDate', kind: 'date' }, 'userName'], name: ['userName', { field: 'attendanceDate', kind: 'date' }] },
  defaultSort: '-date',
})

/** A month as `YYYY-MM`. */
export const plainMonth = z.string().regex(/^(19|2\d)\d{2}-(0[1-9]|1[0-2])$/)

/** What the history says of a working day. */
export const staffDay = {
  name: 'staff-day',
  entity: 'staff_attendance_records',
  fields: {
    staffId: { kind: 'link', label: 'attendance.staff.person', of: 'staff' },
    date: { kind: 'date', label: 'attendance.staff.date' },
    status: { kind: 'choice', label: 'attendance.staff.status', words: 'attendance.staff.statuses' },
    leaveType: { kind: 'choice', label: 'attendance.staff.leaveType', words: 'attendance.staff.leave', optional: true },
    arrivedAt: { kind: 'text', label: 'attendance.staff.arrivedAt', optional: true },
    note: { kind: 'long', label: 'attendance.staff.note', optional: true },
  },
} as const
