import { z } from 'zod'

export const importStates = ['uploaded', 'checking', 'checked', 'applying', 'applied', 'failed', 'undoing', 'undone'] as const
export type ImportState = (typeof importStates)[number]
/** States in which a job is at work and the screen asks again. */
export const workingStates: readonly ImportState[] = ['uploaded', 'checking', 'applying', 'undoing']
/** A job that has said nothing for so long is taken for dead and may be started again. In milliseconds. */
export const silentFor = 180_000

/**
 * The zip of an import that ended is kept for so long, in days: time to check it again or to find out where a name comes
 * from, but no second register of all children beside the school's own. Undo does not need it.
 */
export const fileKeptFor = 30

export const uploadLimit = 200 * 1024 * 1024
/** An upload travels in parts of this size. */
export const partSize = 8 * 1024 * 1024

/** What a set would do, or did, in the order in which it is shown. */
export const changeKinds = ['new', 'changed', 'revived', 'gone', 'same'] as const
export type ChangeKind = (typeof changeKinds)[number]
/** Kinds whose rows can be looked at. */
export const shownKinds = ['new', 'changed', 'revived', 'gone'] as const satisfies readonly ChangeKind[]
export const shownRows = 1_000
export const entityNames = ['campuses', 'academic_years', 'terms', 'grades', 'subjects', 'staff', 'students', 'student_campuses', 'guardians', 'guardian_links', 'classes', 'class_subjects', 'class_teachers', 'class_enrollments'] as const
export type EntityName = (typeof entityNames)[number]

/** Columns in the order in which a difference shows them. */
export const fieldOrder = ['name', 'full_name', 'first_name', 'last_name', 'preferred_name', 'code', 'student_number', 'employee_number', 'staff_type', 'status', 'relationship', 'guardianId', 'studentId', 'staffId', 'classId', 'subjectId', 'teacherId', 'main',
  'campusId', 'academic_yearId', 'gradeId', 'section', 'room', 'class_type', 'homeroom_teacherId', 'term_type', 'start_date', 'end_date', 'starts_on', 'ends_on', 'enrollment_date', 'enrolled_on', 'ended_on', 'gender', 'date_of_birth', 'email', 'phone', 'sort_order'] as const

/** More than this share of what was imported of a school would go, and more than one: somebody must say that it is meant. */
export const departureLimit = 0.2

/** Encodings a file of eight-bit letters may be read in, as a person chooses. */
export const eightBit = ['windows-1252', 'windows-1250', 'windows-1251', 'windows-1253', 'windows-1254', 'windows-1255', 'windows-1256', 'windows-1257', 'windows-1258', 'iso-8859-2', 'iso-8859-5', 'koi8-r', 'macintosh', 'cp850', 'shift_jis', 'euc-jp', 'gb18030', 'big5', 'euc-kr'] as const
export type EightBit = (typeof eightBit)[number]

const answer = {
  dateOrder: z.enum(['dmy', 'mdy']),
  encoding: z.enum(eightBit),
  /** Text that was encoded twice is put right, or left as it stands. */
  twice: z.enum(['mend', 'keep']),
  mode: z.enum(['bulk', 'delta']),
  /** Midnight UTC is the date as it is written, or the date that it was then at the school. */
  instants: z.enum(['written', 'local']),
  /** People of whom everything but the id changed are the same, or others. */
  replaced: z.enum(['same', 'other']),
}

/** What a person said about a file that can be read in more than one way; null where nobody was asked or has answered. */
export const importAnswers = z.object({
  dateOrder: answer.dateOrder.nullable().default(null), encoding: answer.encoding.nullable().default(null), twice: answer.twice.nullable().default(null),
  mode: answer.mode.nullable().default(null), instants: answer.instants.nullable().default(null), replaced: answer.replaced.nullable().default(null),
})
export type ImportAnswers = z.output<typeof importAnswers>
export const noAnswers: ImportAnswers = importAnswers.parse({})

const counts = z.record(z.string(), z.number())
export const foundFile = z.object({ file: z.string(), fileName: z.string(), rows: z.number(), bytes: z.number(), encoding: z.string(), mode: z.enum(['bulk', 'delta']) })
export const foundSet = z.object({
  names: z.array(z.object({ fileName: z.string(), bytes: z.number() })).default([]),
  files: z.array(foundFile).default([]),
  version: z.string().nullable().default(null),
  system: z.string().nullable().default(null),
  answers: importAnswers.default(noAnswers),
  /** The upload it came by: its last part, sent again, finds what the first one began. */
  upload: z.string().nullable().default(null),
  /** When the zip itself was removed. */
  removedAt: z.string().nullable().default(null),
})
export type FoundSet = z.output<typeof foundSet>

export const importSummary = z.object({
  /** entity → kind → rows. */
  counts: z.record(z.string(), counts).default({}),
  remarks: z.object({ error: z.number(), warning: z.number(), info: z.number() }).default({ error: 0, warning: 0, info: 0 }),
  byCode: counts.default({}),
  /** The set cannot be applied at all. */
  blocked: z.boolean().default(false),
  /** Entities of which suspiciously many would go. */
  departures: z.array(z.object({ entity: z.string(), campus: z.string().default(''), count: z.number(), of: z.number() })).default([]),
  /** A file that is not Unicode: how it would read in each likely encoding, the likeliest first. Until one is chosen nothing can be applied. */
  encodings: z.array(z.object({ encoding: z.enum(eightBit), lines: z.array(z.string()) })).default([]),
  /** When its rows were written; undo tells later edits by it. */
  appliedAt: z.string().nullable().default(null),
  /** An undo is to leave what was changed since. Kept here, so that an undo that is started again knows it as well. */
  leaveChanged: z.boolean().default(false),
  undone: z.object({ removed: z.number(), restored: z.number(), left: z.number() }).nullable().default(null),
  blocks: z.object({ count: z.number(), rows: z.array(z.object({ entity: z.string(), id: z.string(), label: z.string().nullable(), why: z.enum(['changed', 'used', 'taken']), by: z.string().nullable() })) }).nullable().default(null),
  /** What the job is at, for the progress line. */
  step: z.string().nullable().default(null),
})
export type ImportSummary = z.output<typeof importSummary>

export const batchInput = z.strictObject({ id: z.uuid() })
export const applyInput = z.strictObject({ id: z.uuid(), departuresMeant: z.boolean().default(false) })
export const undoInput = z.strictObject({ id: z.uuid(), leaveChanged: z.boolean().default(false) })
export const recheckInput = z.strictObject({ id: z.uuid(), answers: z.strictObject(answer).partial().default({}) })
export type ApplyInput = z.output<typeof applyInput>
export type UndoInput = z.output<typeof undoInput>
export type RecheckInput = z.output<typeof recheckInput>

/** Names come from strangers' disks: the last part, without what a header or a screen would trip over. */
export const fileNameInput = z.string().transform((name) => (name.split(/[\\/]/).at(-1) ?? '').normalize('NFC').replace(/[^\p{L}\p{M}\p{N} ._()-]/gu, '_').trim().slice(0, 120) || 'roster.zip')

export const countOf = (summary: ImportSummary, kind: ChangeKind): number => Object.values(summary.counts).reduce((sum, kinds) => sum + (kinds[kind] ?? 0), 0)
export const hasChanges = (summary: ImportSummary): boolean => shownKinds.some((kind) => countOf(summary, kind) > 0)

/** What a school would lose suspiciously much of, whatever its size. What the file itself ends was asked for and does not count. */
export const suspicious = (losses: readonly { entity: string; campus: string; count: number; of: number }[]) =>
  losses.filter(({ count, of }) => count > of * departureLimit && (count > 1 || count === of))
