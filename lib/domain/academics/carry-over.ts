import { z } from 'zod'
import { selectionInput } from '@/lib/platform/selection'

/** Into which year; whether students come along, whether homeroom teacher and subjects with their teachers stay, and whether a campus gets a grade that it has no class of yet. */
export const carryInput = z.object({ yearId: z.uuid('form.problems.required'), students: z.boolean(), teaching: z.boolean(), higher: z.boolean() })
export type CarryInput = z.output<typeof carryInput>

export const carryPreviewInput = carryInput.extend({ selection: selectionInput })
/** How many the person was shown: a list that has grown since is looked at again first. */
export const carryClassesInput = carryPreviewInput.extend({ count: z.int().min(1) })

/** Why a class is left as it is: carried over before, its name taken in that year, too few places, cancelled or archived, not of an earlier year, or of the highest grade without a place to end. */
export type ClassLeft = 'carried' | 'taken' | 'full' | 'closed' | 'notEarlier' | 'nothing'
/** Why a student stays where they are: in a homeroom of that year already, gone by then, at another campus, repeats where no such class is, or it is full. */
export type StudentLeft = 'placed' | 'gone' | 'elsewhere' | 'noClass' | 'full'
