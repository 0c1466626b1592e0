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
export const entityNames = ['campuses', 'academic_years', 'terms', 'grades', 'subjects', 'staff', 'students', 'guardians', 'classes', 'class_subjects', 'class_enrollments'] as const
export type EntityName = (typeof entityNames)[number]

/** Columns in the order in which a difference shows them. */
export const fieldOrder = ['name', 'full_name', 'first_name', 'last_name', 'preferred_name', 'code', 'student_number', 'employee_number', 'staff_type', 'status', 'relationship', 'studentId', 'classId', 'subjectId', 'teacherId',
  'campusId', 'academic_yearId', 'gradeId', 'section', 'room', 'class_type', 'homeroom_teacherId', 'term_type', 'start_date', 'end_date', 'enrolled_on', 'ended_on', 'gender', 'date_of_birth', 'email', 'phone', 'sort_order'] as const

/** More than this share of what was imported (and more than `few` rows) would go: somebody must say that it is meant. */
export const departureLimit = { share: 0.2, few: 5 }

const counts = z.record(z.string(), z.number())
export const foundFile = z.object({ file: z.string(), fileName: z.string(), rows: z.number(), bytes: z.number(), encoding: z.string(), mode: z.enum(['bulk', 'delta']) })
export const foundSet = z.object({
  names: z.array(z.object({ fileName: z.string(), bytes: z.number() })).default([]),
  files: z.array(foundFile).default([]),
  version: z.string().nullable().default(null),
  system: z.string().nullable().default(null),
  dateOrder: z.enum(['dmy', 'mdy']).nullable().default(null),
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
  departures: z.array(z.object({ entity: z.string(), count: z.number(), of: z.number() })).default([]),
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
export const recheckInput = z.strictObject({ id: z.uuid(), dateOrder: z.enum(['dmy', 'mdy']).nullable().default(null) })
export type ApplyInput = z.output<typeof applyInput>
export type UndoInput = z.output<typeof undoInput>
export type RecheckInput = z.output<typeof recheckInput>

/** Names come from strangers' disks: the last part, without what a header or a screen would trip over. */
export const fileNameInput = z.string().transform((name) => (name.split(/[\\/]/).at(-1) ?? '').normalize('NFC').replace(/[^\p{L}\p{M}\p{N} ._()-]/gu, '_').trim().slice(0, 120) || 'roster.zip')

export const countOf = (summary: ImportSummary, kind: ChangeKind): number => Object.values(summary.counts).reduce((sum, kinds) => sum + (kinds[kind] ?? 0), 0)
export const hasChanges = (summary: ImportSummary): boolean => shownKinds.some((kind) => countOf(summary, kind) > 0)

/** Entities that would lose suspiciously many rows. `told` departures were asked for by the file and do not count. */
export const suspicious = (rows: readonly { entity: string; kind: string; count: number; told: number }[], imported: Readonly<Record<string, number>>) =>
  rows.flatMap(({ entity, kind, count, told }) => {
    const of = imported[entity] ?? 0
    const missing = count - told
    return kind === 'gone' && missing > departureLimit.few && missing > of * departureLimit.share ? [{ entity, count: missing, of }] : []
  })
