import { z } from 'zod'
import { optionalText, orNothing } from '@/lib/platform/catalog'
import { daysAfter, plainDate, type PlainDate, type PlainTime } from '@/lib/platform/time'
import { attendanceStatuses, hasMinutes, markable, minutesMost, type Marking } from './register'

export const noticeKinds = ['absent', 'late', 'leaves_early'] as const
export type NoticeKind = (typeof noticeKinds)[number]
export const noticeChannels = ['phone', 'email', 'in_person', 'letter', 'late_desk', 'call'] as const
export type NoticeChannel = (typeof noticeChannels)[number]

const timeOfDay = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'attendance.staff.problems.time')

/** What a family tells the office: absent on some days, or late or gone early on one. */
export const noticeInput = z.object({
  studentId: z.uuid('form.problems.required'), kind: z.enum(noticeKinds), channel: z.enum(['phone', 'email', 'in_person', 'letter']),
  fromDate: plainDate, toDate: orNothing(plainDate), atTime: orNothing(timeOfDay), reasonId: orNothing(z.uuid()), reportedBy: optionalText(100), note: optionalText(300),
})
  .refine(({ kind, atTime }) => kind === 'absent' || atTime !== null, { path: ['atTime'], error: 'attendance.office.problems.time' })
  .refine(({ fromDate, toDate }) => !toDate || toDate >= fromDate, { path: ['toDate'], error: 'attendance.staff.problems.until' })
  .refine(({ fromDate, toDate }) => !toDate || toDate <= daysAfter(fromDate, 366), { path: ['toDate'], error: 'attendance.staff.problems.tooLong' })
export type NoticeInput = z.output<typeof noticeInput>

/** One tap at the late desk: how late, and why if somebody said. */
export const arrivalInput = z.object({ studentId: z.uuid(), minutes: z.int().min(0).max(minutesMost), reasonId: z.uuid().nullable(), note: optionalText(300) })

/** The office's own mark, in the place of another: never without a reason. */
export const correctionInput = z.object({
  id: z.uuid(), seen: z.iso.datetime(), status: z.enum(markable), minutesLate: z.union([z.literal('').transform(() => null), z.null(), z.coerce.number<string | number>().int().min(0).max(minutesMost)]),
  reasonId: orNothing(z.uuid()), why: z.string().trim().min(1, 'attendance.office.problems.why').max(300),
})

export const callOutcomes = ['explained', 'not_explained', 'message_left', 'no_answer', 'wrong_number'] as const
export type CallOutcome = (typeof callOutcomes)[number]
export const callInput = z.object({ studentId: z.uuid(), date: plainDate, outcome: z.enum(callOutcomes), reasonId: orNothing(z.uuid()), note: optionalText(300) })
  .refine(({ outcome, reasonId }) => outcome !== 'explained' || reasonId !== null, { path: ['reasonId'], error: 'form.problems.required' })

/** A notice as a register shows it: what the office knows, from whom, and what it makes of the mark. */
export type NoticeShown = { kind: NoticeKind; channel: NoticeChannel; excused: boolean; reason: string | null; reportedBy: string | null; atTime: PlainTime | null; note: string | null }
type Lesson = { startsAt: PlainTime; endsAt: PlainTime } | null
type Said = { kind: NoticeKind; excused: boolean; atTime: PlainTime | null; minutesLate: number | null }

const minutesOf = (time: PlainTime) => Number(time.slice(0, 2)) * 60 + Number(time.slice(3))
const away = (excused: boolean): Marking => ({ status: excused ? 'absent_excused' : 'absent_unexcused', minutesLate: null, remark: null })

/** What a notice makes of a register's mark; null where it says nothing of that lesson. A lesson that was over before somebody came was missed. */
export function premarkOf({ kind, excused, atTime, minutesLate }: Said, lesson: Lesson): Marking | null {
  if (kind === 'absent') return away(excused)
  if (kind === 'late') {
    if (!lesson) return { status: 'late', minutesLate, remark: null }
    if (atTime === null || atTime <= lesson.startsAt) return null
    return atTime >= lesson.endsAt ? away(excused) : { status: 'late', minutesLate: minutesOf(atTime) - minutesOf(lesson.startsAt), remark: null }
  }
  if (!lesson) return { status: 'left_early', minutesLate: null, remark: null }
  if (atTime === null || atTime >= lesson.endsAt) return null
  return atTime <= lesson.startsAt ? away(excused) : { status: 'left_early', minutesLate: null, remark: null }
}

/** Whether the office's word takes the place of a mark that was given already: it never says somebody is away whom the teacher has seen. */
export function overrides(said: Said, lesson: Lesson, mark: Pick<Marking, 'status' | 'minutesLate'>): Marking | null {
  const target = premarkOf(said, lesson)
  if (!target || (target.status === mark.status && (!hasMinutes(target.status) || target.minutesLate === mark.minutesLate))) return null
  const isAway = mark.status === 'absent_unexcused' || mark.status === 'absent_excused'
  if (target.status === 'absent_excused') return mark.status === 'absent_unexcused' ? target : null
  if (target.status === 'absent_unexcused') return null
  return isAway || mark.status === 'present' || mark.status === 'late' ? target : null
}

/** What the history says of notices, calls and marks. */
export const attendanceNotice = {
  name: 'notice', entity: 'attendance_notices',
  fields: {
    studentId: { kind: 'link', label: 'attendance.office.student', of: 'student' }, kind: { kind: 'choice', label: 'attendance.office.kind', words: 'attendance.office.kinds' }, channel: { kind: 'choice', label: 'attendance.office.channel', words: 'attendance.office.channels' },
    fromDate: { kind: 'date', label: 'attendance.office.from' }, toDate: { kind: 'date', label: 'attendance.office.to' }, atTime: { kind: 'text', label: 'attendance.office.at', optional: true }, minutesLate: { kind: 'number', label: 'attendance.minutes', optional: true },
    reason: { kind: 'text', label: 'attendance.office.reason', optional: true }, reportedBy: { kind: 'text', label: 'attendance.office.reportedBy', optional: true }, note: { kind: 'long', label: 'attendance.office.note', optional: true },
  },
} as const
export const attendanceMark = {
  name: 'mark', entity: 'attendance_records',
  fields: {
    studentId: { kind: 'link', label: 'attendance.office.student', of: 'student' }, date: { kind: 'date', label: 'attendance.staff.date' }, status: { kind: 'choice', label: 'attendance.status', words: 'attendance.statuses' }, minutesLate: { kind: 'number', label: 'attendance.minutes', optional: true },
    reason: { kind: 'text', label: 'attendance.office.reason', optional: true }, why: { kind: 'long', label: 'attendance.office.why', optional: true },
  },
} as const
export const attendanceCall = {
  name: 'call', entity: 'attendance_calls',
  fields: {
    studentId: { kind: 'link', label: 'attendance.office.student', of: 'student' }, date: { kind: 'date', label: 'attendance.staff.date' }, outcome: { kind: 'choice', label: 'attendance.office.outcome', words: 'attendance.office.outcomes' }, note: { kind: 'long', label: 'attendance.office.note', optional: true },
  },
} as const

export type DayAsked = { studentId: string; date: PlainDate }
export const isStatus = (text: unknown): text is (typeof attendanceStatuses)[number] => attendanceStatuses.some((one) => one === text)
