import { z } from 'zod'
import { catalog } from '@/lib/platform/catalog'
import { plainDate } from '@/lib/platform/time'

export const academicYearInput = z
  .object({ name: z.string().trim().min(1).max(100), startDate: plainDate, endDate: plainDate })
  .refine(({ startDate, endDate }) => startDate < endDate, { path: ['endDate'], message: 'setup.problems.endsBeforeItStarts' })

/** Which year is the current one is no field: making it so is a deed. */
export const academicYear = catalog({
  noun: 'ACADEMIC_YEARS',
  name: 'academic-year',
  path: '/setup/academic-years',
  input: academicYearInput,
  fields: {
    name: { kind: 'text', label: 'setup.fields.name' },
    startDate: { kind: 'date', label: 'setup.fields.startDate' },
    endDate: { kind: 'date', label: 'setup.fields.endDate' },
  },
  sort: ['-startDate', 'name'],
  search: ['name'],
})
