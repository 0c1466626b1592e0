import { z } from 'zod'
import { defineList } from '@/lib/platform/list'
import { importStates } from './import-batch'

export const importList = defineList({
  filters: { state: z.enum(importStates) },
  sorts: { created: [{ field: 'createdAt', kind: 'date' }] },
  defaultSort: '-created',
})

export const remarkList = defineList({
  filters: { severity: z.enum(['error', 'warning', 'info']), code: z.string().regex(/^[a-z-]{1,60}$/) },
  sorts: { place: ['file', { field: 'row', kind: 'number', nullable: true }] },
  defaultSort: 'place',
})
