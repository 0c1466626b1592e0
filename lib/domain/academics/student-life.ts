import { z } from 'zod'
import { optionalText, seenInput } from '@/lib/platform/catalog'
import { plainDate } from '@/lib/platform/time'
import type { EnrollmentStatus } from './enrollment'

type Status = 'applicant' | 'expected' | 'active' | 'on_leave' | 'suspended' | 'withdrawn' | 'transferred' | 'graduated' | 'archived'
type Life = {
  /** Of whom it can be said. */
  from: readonly Status[]
  to: Status
  /** What becomes of the places in classes from that day on; null where none ends. */
  ends: EnrollmentStatus | null
  /** Whether a reason has to be given, a campus, and whether a class may be. */
  reason?: true
  campus?: true
  class?: true
}

/** The deeds in a student's life. */
export const studentDeeds = ['admit', 'transfer', 'leave', 'return', 'withdraw', 'graduate', 'readmit'] as const
export type StudentDeed = (typeof studentDeeds)[number]
export const lifeOf: Readonly<Record<StudentDeed, Life>> = {
  admit: { from: ['applicant', 'expected'], to: 'active', ends: null, class: true },
  transfer: { from: ['active', 'on_leave', 'suspended'], to: 'active', ends: 'transferred', campus: true, class: true },
  leave: { from: ['active'], to: 'on_leave', ends: 'withdrawn', reason: true },
  return: { from: ['on_leave', 'suspended'], to: 'active', ends: null, class: true },
  withdraw: { from: ['applicant', 'expected', 'active', 'on_leave', 'suspended'], to: 'withdrawn', ends: 'withdrawn', reason: true },
  graduate: { from: ['active'], to: 'graduated', ends: 'completed' },
  readmit: { from: ['withdrawn', 'transferred', 'graduated', 'archived'], to: 'active', ends: null, class: true },
}
export const isStudentDeed = (name: string): name is StudentDeed => Object.hasOwn(lifeOf, name)
export const deedsFor = (status: Status) => studentDeeds.filter((deed) => lifeOf[deed].from.includes(status))

const optionalId = z.union([z.literal('').transform(() => null), z.null(), z.uuid()])
const common = z.object({ on: plainDate, reason: optionalText(500), classId: optionalId, campusId: optionalId }).extend(seenInput.shape)
/** What a deed asks for; each asks for what it cannot do without. */
export const lifeInputOf = (deed: StudentDeed) =>
  common
    .refine(({ reason }) => !lifeOf[deed].reason || reason, { path: ['reason'], message: 'form.problems.required' })
    .refine(({ campusId }) => !lifeOf[deed].campus || campusId, { path: ['campusId'], message: 'form.problems.required' })
export type LifeInput = z.input<typeof common>
export type LifeDone = z.output<typeof common>
