import { z } from 'zod'
import { optionalText, orNothing, seenInput } from '@/lib/platform/catalog'
import { defineList } from '@/lib/platform/list'
import { plainDate } from '@/lib/platform/time'

export const documentCategories = ['identity', 'birth_certificate', 'residency_visa', 'medical', 'immunization', 'academic_record', 'report_card', 'custody_legal', 'consent', 'contract', 'invoice', 'policy', 'certificate', 'photo', 'other'] as const
/** Whose a document can be. */
export const documentOwners = ['student', 'staff', 'campus', 'organization'] as const
export type DocumentOwner = (typeof documentOwners)[number]
/** How long before its last day a document counts as soon to expire. */
export const expiresSoonDays = 60

const edited = z.object({ name: z.string().trim().min(1).max(200), category: z.enum(documentCategories), expiresOn: orNothing(plainDate), notes: optionalText(1_000) })
export const documentEditInput = edited.extend(seenInput.shape)
const optionalId = z.union([z.literal('').transform(() => null), z.null(), z.uuid()])
export const documentInput = edited
  .extend({ entityType: z.enum(documentOwners), studentId: optionalId, staffId: optionalId, campusId: optionalId })
  .superRefine(({ entityType, studentId, staffId, campusId }, { addIssue }) => {
    const owner = { student: studentId, staff: staffId, campus: campusId, organization: 'itself' }[entityType]
    if (!owner) addIssue({ code: 'custom', path: [`${entityType}Id`], message: 'form.problems.required' })
  })
export type DocumentInput = z.input<typeof documentInput>

/** What a document's record is called and made of. */
export const document = {
  name: 'document',
  entity: 'documents',
  fields: {
    name: { kind: 'text', label: 'documents.fields.name' },
    category: { kind: 'choice', label: 'documents.fields.category', words: 'documents.categories' },
    entityType: { kind: 'choice', label: 'documents.fields.owner', words: 'documents.owners' },
    entityReference: { kind: 'link', label: 'documents.fields.reference', of: 'owner', optional: true },
    campusId: { kind: 'link', label: 'students.campus', of: 'campus', optional: true },
    expiresOn: { kind: 'date', label: 'documents.fields.expiresOn', optional: true },
    notes: { kind: 'long', label: 'documents.fields.notes', optional: true },
    uploadedAt: { kind: 'date', label: 'documents.fields.uploadedAt' },
  },
} as const

export const documentList = defineList({
  filters: { category: z.enum(documentCategories), owner: z.enum(documentOwners), expiry: z.enum(['soon', 'expired']) },
  sorts: { name: ['name'], expiry: [{ field: 'expiresOn', kind: 'date', nullable: true }] },
  defaultSort: 'name',
})
