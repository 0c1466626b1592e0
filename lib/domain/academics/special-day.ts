import { z } from 'zod'
import { defineList } from '@/lib/platform/list'
import { orNothing } from '@/lib/platform/catalog'
import { plainDate } from '@/lib/platform/time'

/** Ed-Fi's calendar events that matter to a register: days off first, then days of school that are not as usual. */
export const specialDayKinds = ['holiday', 'non_instructional', 'teacher_only', 'weather', 'emergency', 'make_up', 'late_arrival', 'early_dismissal', 'other'] as const
export type SpecialDayKind = (typeof specialDayKinds)[number]

export const specialDayInput = z.object({ title: z.string().trim().min(1).max(100), date: plainDate, kind: z.enum(specialDayKinds), campusId: orNothing(z.uuid()) })
export type SpecialDayInput = z.input<typeof specialDayInput>

/** What a special day is made of, in the order of its form. Without a campus it is everybody's. */
export const specialDay = {
  name: 'special-day',
  entity: 'special_days',
  fields: {
    title: { kind: 'text', label: 'setup.specialDays.name' },
    date: { kind: 'date', label: 'setup.specialDays.date' },
    kind: { kind: 'choice', label: 'setup.specialDays.kind', words: 'setup.specialDays.kinds' },
    campusId: { kind: 'link', label: 'setup.specialDays.campus', of: 'campus', optional: true },
  },
} as const

export const specialDayList = defineList({ filters: { campus: z.uuid(), kind: z.enum(specialDayKinds) }, sorts: { date: [{ field: 'date', kind: 'date' }], name: ['title'] }, defaultSort: '-date' })
