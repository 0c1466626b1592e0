import { z } from 'zod'
import { defineList } from '@/lib/platform/list'
import { plainDate } from '@/lib/platform/time'

/** OneRoster's types of academic sessions below a school year. */
export const termTypes = ['semester', 'term', 'gradingPeriod'] as const
export type TermType = (typeof termTypes)[number]

export const termInput = z
  .object({ name: z.string().trim().min(1).max(100), termType: z.enum(termTypes), academicYearId: z.uuid('form.problems.required'), startDate: plainDate, endDate: plainDate })
  .refine(({ startDate, endDate }) => startDate < endDate, { path: ['endDate'], message: 'setup.problems.endsBeforeItStarts' })
export type TermInput = z.input<typeof termInput>

/** What a term is made of, in the order of its form. */
export const term = {
  name: 'term',
  entity: 'terms',
  fields: {
    name: { kind: 'text', label: 'setup.fields.name' },
    termType: { kind: 'choice', label: 'setup.terms.type', words: 'setup.terms.types' },
    academicYearId: { kind: 'link', label: 'setup.terms.year', of: 'academicYear' },
    startDate: { kind: 'date', label: 'setup.fields.startDate' },
    endDate: { kind: 'date', label: 'setup.fields.endDate' },
  },
} as const

export const termList = defineList({ filters: { year: z.uuid(), type: z.enum(termTypes) }, sorts: { start: [{ field: 'startDate', kind: 'date' }], name: ['name'] }, defaultSort: '-start' })
