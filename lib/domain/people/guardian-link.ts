import { z } from 'zod'
import { optionalNumber, optionalText, orNothing } from '@/lib/platform/catalog'
import { plainDate } from '@/lib/platform/time'
import { relationships } from './guardian'

const link = z.object({
  relationship: z.enum(relationships),
  livesWith: z.boolean(),
  mayPickUp: z.boolean(),
  receivesMail: z.boolean(),
  pays: z.boolean(),
  emergencyOrder: optionalNumber(1, 20),
  custodyNote: optionalText(500),
  custodyFrom: orNothing(plainDate),
  custodyUntil: orNothing(plainDate),
})
const inOrder = ({ custodyFrom, custodyUntil }: { custodyFrom: string | null; custodyUntil: string | null }) => !custodyFrom || !custodyUntil || custodyUntil >= custodyFrom
const order = { path: ['custodyUntil'], message: 'guardians.problems.custody' }

/** How a guardian stands to one child. */
export const guardianLinkInput = link.refine(inOrder, order)
/** The same for a pair that is not yet linked. */
export const newLinkInput = link.extend({ guardianId: z.uuid('guardians.problems.guardian'), studentId: z.uuid('form.problems.student') }).refine(inOrder, order)
export type GuardianLinkInput = z.input<typeof guardianLinkInput>

/** What is taken for granted of a parent until somebody says otherwise. */
export const usualLink = { relationship: 'mother', livesWith: true, mayPickUp: true, receivesMail: true, pays: false, emergencyOrder: null, custodyNote: '', custodyFrom: '', custodyUntil: '' } as const satisfies GuardianLinkInput

export const guardianLink = {
  name: 'guardian-link',
  entity: 'guardian_links',
  fields: {
    guardianId: { kind: 'link', label: 'guardians.one', of: 'guardian' },
    studentId: { kind: 'link', label: 'guardians.fields.student', of: 'student' },
    relationship: { kind: 'choice', label: 'guardians.fields.relationship', words: 'guardians.relationships' },
    livesWith: { kind: 'flag', label: 'guardians.link.livesWith' },
    mayPickUp: { kind: 'flag', label: 'guardians.link.mayPickUp' },
    receivesMail: { kind: 'flag', label: 'guardians.link.receivesMail' },
    pays: { kind: 'flag', label: 'guardians.link.pays' },
    emergencyOrder: { kind: 'number', label: 'guardians.link.emergencyOrder', optional: true },
    custodyNote: { kind: 'long', label: 'guardians.link.custodyNote', optional: true },
    custodyFrom: { kind: 'date', label: 'guardians.link.custodyFrom', optional: true },
    custodyUntil: { kind: 'date', label: 'guardians.link.custodyUntil', optional: true },
  },
} as const
