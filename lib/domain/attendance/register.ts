import { z } from 'zod'
import { plainDate, type PlainDate, type PlainTime } from '@/lib/platform/time'
import type { NoticeShown } from './notice'

/** What a mark can say; Ed-Fi attendance events, with `unmarked` for nobody having looked. */
export const attendanceStatuses = ['present', 'late', 'absent_unexcused', 'absent_excused', 'left_early', 'partial', 'off_site', 'remote', 'suspended', 'not_required', 'unmarked'] as const
export type AttendanceStatus = (typeof attendanceStatuses)[number]

/** What a tap on a tile goes through, in this order. */
export const tapOrder = ['present', 'absent_unexcused', 'late', 'absent_excused'] as const satisfies readonly AttendanceStatus[]
/** What a register may give. */
export const markable = ['present', 'late', 'absent_unexcused', 'absent_excused', 'left_early', 'off_site', 'remote'] as const satisfies readonly AttendanceStatus[]

/** Where somebody stands in a register or a day: in exactly one column, so that columns add up to the roll. The mildest first. */
export const standings = ['present', 'late', 'excused', 'absent'] as const
export type Standing = (typeof standings)[number]

/** The column of a mark. Present is also who left early or learns elsewhere; `absent` is away and nobody has said why. A test compares with the database. */
export const standingOf: Readonly<Record<AttendanceStatus, Standing | null>> = {
  present: 'present', left_early: 'present', partial: 'present', off_site: 'present', remote: 'present', late: 'late',
  absent_excused: 'excused', suspended: 'excused', absent_unexcused: 'absent', not_required: null, unmarked: null,
}

/** Whoever has several marks on a day stands where the gravest puts them: a student who missed one lesson is absent once. */
export const dayStanding = (statuses: readonly AttendanceStatus[]): Standing | null =>
  statuses.reduce<Standing | null>((gravest, status) => {
    const standing = standingOf[status]
    return standing && (gravest === null || standings.indexOf(standing) > standings.indexOf(gravest)) ? standing : gravest
  }, null)

export type Tally = Record<Standing, number>
/** How many stand in each column; their sum is the roll, less those of whom nothing is said. */
export const tallyOf = (all: readonly (Standing | null)[]): Tally => {
  const tally: Tally = { present: 0, late: 0, excused: 0, absent: 0 }
  for (const standing of all) if (standing) tally[standing] += 1
  return tally
}

/** A campus takes its registers once a day or once a lesson, or only reports its totals. */
export const registerModes = ['daily', 'period', 'totals'] as const
export type RegisterMode = (typeof registerModes)[number]

export const remarkLength = 300
export const minutesMost = 600
/** What no database keeps, and some keyboards and clipboards bring along: a register is not refused for it. */
const unkept = /[^\P{Cc}\t\n\r]|\p{Cs}/gu
export const mark = z.strictObject({
  studentId: z.uuid(),
  status: z.enum(attendanceStatuses),
  minutesLate: z.int().min(0).max(minutesMost).nullable().default(null),
  remark: z.string().transform((text) => text.replaceAll(unkept, ' ')).pipe(z.string().trim().max(remarkLength)).nullable().default(null),
})
export type MarkableStatus = (typeof markable)[number]
export type Mark = z.infer<typeof mark>
/** What is said of one student. */
export type Marking = Omit<Mark, 'studentId'>
export const isMarkable = (status: AttendanceStatus): status is MarkableStatus => (markable as readonly AttendanceStatus[]).includes(status)
/** Minutes belong to those who came late or were not there to the end. */
export const hasMinutes = (status: AttendanceStatus) => status === 'late' || status === 'left_early' || status === 'partial'

export const registerKey = z.strictObject({
  classId: z.uuid(),
  date: plainDate,
  periodId: z.uuid().nullable().default(null),
})
/** Which register: of a class, on a day, in a period of the timetable (null: of the whole day). */
export type RegisterKey = z.infer<typeof registerKey>

export const submitInput = registerKey
  .extend({
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
  // A correction may leave what a register cannot give as it stands; the statement sees to it.
  .refine(({ seen, marks }) => seen !== null || marks.every(({ status }) => isMarkable(status)), { path: ['marks', 'status'], error: 'attendance.problems.status' })
export type SubmitInput = z.infer<typeof submitInput>

/** `isDue`: it has begun, by the clock of its campus. */
export type Lesson = { periodId: string; startsAt: PlainTime; endsAt: PlainTime; subjectName: string; taken: boolean; isDue: boolean }
/** `notice` is what the office knows of the day, and `premark` what it makes of a mark that nobody has given yet. */
export type RegisterStudent = { id: string; number: string; firstName: string; lastName: string; status: AttendanceStatus | null; minutesLate: number | null; remark: string | null; notice?: NoticeShown; premark?: Marking }

/** A register as it is drawn: who is on the list that day, and what was marked, if it was. */
export type Register = {
  key: RegisterKey
  className: string
  campusId: string
  campusName: string
  /** Of the campus: in it the register's instants are written. */
  timeZone: string
  subjectName: string | null
  period: { name: string | null; startsAt: PlainTime; endsAt: PlainTime } | null
  /** Whoever is on the list that day, and whoever was marked. */
  students: RegisterStudent[]
  /** Of the class on that day, where registers are taken by lesson and none was chosen. */
  lessons: Lesson[]
  isSchoolDay: boolean
  /** Of its campus: nobody marks what comes after. */
  today: PlainDate
  taken: { version: string; at: string; by: string | null; isCorrected: boolean } | null
  /** Whether this person may submit or correct it now; otherwise why not, as a key of messages. */
  editable: boolean
  closedBecause: 'future' | 'locked' | 'permission' | RegisterMode | null
  /** Whom to ask where it is locked: who may correct it, the nearest first. */
  correctors: Corrector[]
}

export type Corrector = { name: string; role: string; email: string }

export type RegisterDifference = { studentId: string; name: string; theirs: Marking; yours: Marking }
/** What a conflict carries: who was first, when, and what differs. */
export type RegisterConflict = { version: string; at: string; by: string | null; differences: RegisterDifference[] }

export type SubmittedRegister = { version: string } & Tally
