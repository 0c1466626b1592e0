import { z } from 'zod'
import { plainDate, type PlainTime } from '@/lib/platform/time'

/** What a mark can say; Ed-Fi attendance events, with `unmarked` for nobody having looked. */
export const attendanceStatuses = ['present', 'late', 'absent_unexcused', 'absent_excused', 'left_early', 'partial', 'off_site', 'remote', 'suspended', 'not_required', 'unmarked'] as const
export type AttendanceStatus = (typeof attendanceStatuses)[number]

/** What a tap on a tile goes through, in this order. */
export const tapOrder = ['present', 'absent_unexcused', 'late', 'absent_excused'] as const satisfies readonly AttendanceStatus[]
/** What a register may be submitted with. */
export const markable = ['present', 'late', 'absent_unexcused', 'absent_excused', 'left_early', 'off_site', 'remote'] as const satisfies readonly AttendanceStatus[]

/** How a status counts in a day's totals. Present includes whoever came late, left early or learnt elsewhere. */
export const countsAs: Record<AttendanceStatus, 'present' | 'absent' | 'none'> = {
  present: 'present', late: 'present', left_early: 'present', partial: 'present', off_site: 'present', remote: 'present',
  absent_unexcused: 'absent', absent_excused: 'absent', suspended: 'absent', not_required: 'none', unmarked: 'none',
}

export const sessionTypes = ['daily', 'period'] as const
export type SessionType = (typeof sessionTypes)[number]

export const remarkLength = 300
export const mark = z.strictObject({
  studentId: z.uuid(),
  status: z.enum(markable),
  minutesLate: z.int().min(0).max(600).nullable().default(null),
  remark: z.string().trim().max(remarkLength).nullable().default(null),
})
export type MarkableStatus = (typeof markable)[number]
export type Mark = z.infer<typeof mark>

export const registerKey = z.strictObject({
  classId: z.uuid(),
  date: plainDate,
  periodId: z.uuid().nullable().default(null),
})
/** Which register: of a class, on a day, in a period of the timetable (null: of the whole day). */
export type RegisterKey = z.infer<typeof registerKey>

export const submitInput = registerKey.extend({
  /** Chosen by the sender once a submission; the same key sent again is answered the same. */
  idempotencyKey: z.uuid(),
  /** The version that was on the screen: null for a register nobody had taken. */
  seen: z.iso.datetime().nullable(),
  marks: z
    .array(mark)
    .min(1, 'attendance.problems.nobody')
    .max(500)
    .refine((marks) => new Set(marks.map(({ studentId }) => studentId)).size === marks.length, 'attendance.problems.twice'),
})
export type SubmitInput = z.infer<typeof submitInput>

export type RegisterStudent = { id: string; firstName: string; lastName: string; status: AttendanceStatus | null; minutesLate: number | null; remark: string | null }

/** A register as it is drawn: who is on the list that day, and what was marked, if it was. */
export type Register = {
  key: RegisterKey
  className: string
  campusName: string
  /** Of the campus: in it the register's instants are written. */
  timeZone: string
  subjectName: string | null
  period: { name: string | null; startsAt: PlainTime; endsAt: PlainTime } | null
  students: RegisterStudent[]
  taken: { version: string; at: string; by: string | null } | null
  /** Whether this person may submit or correct it now; otherwise why not, as a key of messages. */
  editable: boolean
  closedBecause: 'future' | 'locked' | 'permission' | null
}

export type RegisterDifference = { studentId: string; name: string; theirs: AttendanceStatus; yours: AttendanceStatus }
/** What a conflict carries: who was first, when, and what differs. */
export type RegisterConflict = { version: string; at: string; by: string | null; differences: RegisterDifference[] }

export type SubmittedRegister = { version: string; present: number; absent: number; late: number }
