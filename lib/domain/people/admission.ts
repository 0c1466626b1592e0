import { z } from 'zod'
import { optionalText, orNothing } from '@/lib/platform/catalog'
import { plainDate } from '@/lib/platform/time'
import { relationships } from './guardian'
import { studentInput } from './student'

const guardianOf = z
  .object({
    /** One who is known already; empty for a new one. */
    guardianId: z.union([z.literal('').transform(() => null), z.null(), z.uuid()]),
    fullName: z.string().trim().max(200),
    relationship: z.enum(relationships),
    phone: optionalText(50),
    email: orNothing(z.email('form.problems.emailOrNothing').max(254)),
    livesWith: z.boolean(),
    mayPickUp: z.boolean(),
  })
  .refine(({ guardianId, fullName }) => guardianId || fullName, { path: ['fullName'], message: 'form.problems.required' })

/** A new student with guardians and a class, in one go. */
export const admissionInput = studentInput.extend({
  campusId: z.uuid('form.problems.required'),
  on: plainDate,
  classId: z.union([z.literal('').transform(() => null), z.null(), z.uuid()]),
  guardians: z.array(guardianOf).max(4),
})
export type AdmissionInput = z.input<typeof admissionInput>
