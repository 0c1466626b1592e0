import { z } from 'zod'
import { catalog, optionalText } from '@/lib/platform/catalog'

export const subjectInput = z.object({
  name: z.string().trim().min(1).max(100),
  code: z.string().trim().min(1).max(20),
  description: optionalText(500),
})

export const subject = catalog({
  noun: 'SUBJECTS',
  name: 'subject',
  path: '/setup/subjects',
  input: subjectInput,
  fields: {
    name: { kind: 'text', label: 'setup.fields.name' },
    code: { kind: 'text', label: 'setup.fields.code' },
    description: { kind: 'long', label: 'setup.fields.description', optional: true },
  },
  sort: ['name', 'code'],
  search: ['name', 'code'],
})
