import { z } from 'zod'
import { catalog, wholeNumber } from '@/lib/platform/catalog'

export const gradeInput = z.object({
  name: z.string().trim().min(1).max(100),
  code: z.string().trim().min(1).max(20),
  sortOrder: wholeNumber,
})

export const grade = catalog({
  noun: 'GRADES',
  name: 'grade',
  path: '/setup/grades',
  input: gradeInput,
  fields: {
    name: { kind: 'text', label: 'setup.fields.name' },
    code: { kind: 'text', label: 'setup.fields.code' },
    sortOrder: { kind: 'number', label: 'setup.fields.sortOrder' },
  },
  sort: ['sortOrder', 'name', 'code'],
  search: ['name', 'code'],
})
