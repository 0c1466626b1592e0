import { z } from 'zod'
import { catalog, wholeNumber } from '@/lib/platform/catalog'

/** Why somebody is absent or late, in the school's own words, and whether that excuses. */
export const attendanceReason = catalog({
  noun: 'ATTENDANCE_REASONS',
  name: 'attendance-reason',
  path: '/setup/attendance-reasons',
  input: z.object({ name: z.string().trim().min(1).max(60), excused: z.boolean(), sortOrder: wholeNumber }),
  fields: {
    name: { kind: 'text', label: 'setup.fields.name' },
    excused: { kind: 'flag', label: 'setup.fields.excused' },
    sortOrder: { kind: 'number', label: 'setup.fields.sortOrder' },
  },
  sort: ['sortOrder', 'name'],
  search: ['name'],
})
