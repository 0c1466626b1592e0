import { z } from 'zod'
import { defineList } from '@/lib/platform/list'

export const classStatuses = ['planned', 'active', 'completed', 'cancelled', 'archived'] as const
export type ClassStatus = (typeof classStatuses)[number]
export const classStatusTone = { planned: 'quiet', active: 'ok', completed: 'quiet', cancelled: 'warn', archived: 'quiet' } as const satisfies Record<ClassStatus, 'ok' | 'warn' | 'quiet'>

export const classList = defineList({
  filters: { campus: z.uuid(), grade: z.uuid(), year: z.uuid(), status: z.enum(classStatuses) },
  sorts: { grade: [{ field: 'grade.sortOrder', kind: 'number' }, 'name'], name: ['name'] },
  defaultSort: 'grade',
})
