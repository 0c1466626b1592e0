import { z } from 'zod'
import { defineList } from '@/lib/platform/list'
import { plainDate } from '@/lib/platform/time'
import { criterionKeys, type CriterionKey } from './content-type'

export const commentLength = 2000
export const notesLength = 5000
const text = (most: number) => z.string().trim().max(most)
const rating = z.int().min(1).max(5)
const comments = z.partialRecord(z.enum(criterionKeys), text(commentLength)).default({})

/** A visit as far as it is filled in. */
export const visitContent = z.strictObject({ ratings: z.partialRecord(z.enum(criterionKeys), rating).default({}), comments, notes: text(notesLength).default('') })
export type VisitContent = z.output<typeof visitContent>
export const blankVisit: VisitContent = { ratings: {}, comments: {}, notes: '' }

/** `id` is chosen by the device when the visit begins: whatever is sent twice under it is one visit. */
const visit = z.strictObject({ id: z.uuid(), teacherId: z.uuid(), periodId: z.uuid().nullable(), startedAt: z.iso.datetime() })
/** A later revision of a draft wins, whichever arrives last. */
export const draftInput = visit.extend({ revision: z.int().min(0).max(1_000_000), content: visitContent })
export type DraftInput = z.output<typeof draftInput>
export const visitInput = visit.extend({ content: visitContent.extend({ ratings: z.record(z.enum(criterionKeys), rating) }) })
export type VisitInput = z.output<typeof visitInput>
export const answerInput = z.object({ id: z.uuid(), reply: z.string().trim().min(1).max(commentLength) })

/** How far its teacher is with a visit. */
export const visitStates = ['unread', 'read', 'answered'] as const
export type VisitState = (typeof visitStates)[number]

export const walkthroughList = defineList({
  filters: { campus: z.uuid(), teacher: z.uuid(), week: plainDate, state: z.enum(visitStates) },
  sorts: { date: [{ field: 'checkInDate', kind: 'date' }, { field: 'submittedAt', kind: 'date' }], teacher: ['teacherName'] },
  defaultSort: '-date',
})

/** A visit may still be sent when the tablet was left in a drawer for a while. */
export const sendableDays = 14
export const feedbackHours = 48
/** Fewer visits than this make no average: it would be a mark for somebody. */
export const fewestVisits = 3

export type Ratings = Record<CriterionKey, number>
export const averageOf = (numbers: readonly number[]): number | null => (numbers.length === 0 ? null : numbers.reduce((sum, one) => sum + one, 0) / numbers.length)
