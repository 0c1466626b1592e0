import { z } from 'zod'
import { optionalText } from '@/lib/platform/catalog'
import { changeInput } from '@/lib/platform/change'
import { defineList } from '@/lib/platform/list'

export const relationships = ['mother', 'father', 'step_mother', 'step_father', 'adoptive_parent', 'foster_parent', 'legal_guardian', 'grandmother', 'grandfather', 'aunt', 'uncle', 'sibling', 'other_relative', 'caregiver', 'agency', 'other'] as const
export type Relationship = (typeof relationships)[number]

export const guardianInput = z.object({
  fullName: z.string().trim().min(1).max(200),
  relationship: z.enum(relationships),
  studentId: z.uuid('form.problems.student'),
  phone: optionalText(50),
  email: z.union([z.literal('').transform(() => null), z.null(), z.email('form.problems.emailOrNothing').max(254)]),
  address: optionalText(500),
  primaryContact: z.boolean(),
})
export type GuardianInput = z.input<typeof guardianInput>

/** What can be set for many guardians at once. */
export const guardianChange = changeInput(guardianInput, ['relationship', 'primaryContact', 'address'])

/** What a guardian's record is called and made of, in the order of its form. */
export const guardian = {
  name: 'guardian',
  entity: 'guardians',
  fields: {
    fullName: { kind: 'text', label: 'guardians.fields.fullName' },
    relationship: { kind: 'choice', label: 'guardians.fields.relationship', words: 'guardians.relationships' },
    studentId: { kind: 'link', label: 'guardians.fields.student', of: 'student' },
    phone: { kind: 'text', label: 'guardians.fields.phone', optional: true },
    email: { kind: 'text', label: 'guardians.fields.email', optional: true },
    address: { kind: 'long', label: 'guardians.fields.address', optional: true },
    primaryContact: { kind: 'flag', label: 'guardians.fields.primaryContact' },
  },
} as const

export const guardianList = defineList({
  filters: { campus: z.uuid(), relationship: z.enum(relationships), contact: z.enum(['reachable', 'unreachable']) },
  sorts: { name: [{ field: 'nameKey', nullable: true }] },
  defaultSort: 'name',
})
