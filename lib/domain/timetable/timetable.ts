import { z } from 'zod'
import { orNothing } from '@/lib/platform/catalog'
import { defineList } from '@/lib/platform/list'
import { plainDate, type PlainDate } from '@/lib/platform/time'

export const timetableStatuses = ['draft', 'published', 'archived'] as const
export type TimetableStatus = (typeof timetableStatuses)[number]

/** What a timetable is on a day: one that is published comes, is in force, or is over. */
export const timetableStates = ['draft', 'coming', 'inForce', 'over', 'archived'] as const
export type TimetableState = (typeof timetableStates)[number]

export function stateOn({ status, from, to }: { status: TimetableStatus; from: PlainDate; to: PlainDate | null }, day: PlainDate): TimetableState {
  if (status !== 'published') return status
  return from > day ? 'coming' : to !== null && to < day ? 'over' : 'inForce'
}

const name = z.string().trim().min(1).max(100)
/** A draft begins empty, or as a copy of another timetable of its campus and year. */
export const timetableInput = z.object({ name, campusId: z.uuid('form.problems.required'), academicYearId: z.uuid('form.problems.required'), effectiveFrom: plainDate, copyOf: orNothing(z.uuid()) })
export type TimetableInput = z.input<typeof timetableInput>
export const timetableEditInput = z.object({ name, effectiveFrom: plainDate })

/** What a timetable is called and made of, and what a deed on one of its lessons says. */
export const timetable = {
  name: 'timetable',
  entity: 'timetables',
  fields: {
    name: { kind: 'text', label: 'timetables.fields.name' },
    campusId: { kind: 'link', label: 'timetables.campus', of: 'campus' },
    academicYearId: { kind: 'link', label: 'timetables.fields.year', of: 'year' },
    effectiveFrom: { kind: 'date', label: 'timetables.fields.from' },
    effectiveTo: { kind: 'date', label: 'timetables.fields.to', optional: true },
    status: { kind: 'choice', label: 'timetables.fields.state', words: 'timetables.statuses' },
    lesson: { kind: 'text', label: 'timetables.fields.lesson' },
    day: { kind: 'choice', label: 'timetables.fields.day', words: 'timetables.days' },
    time: { kind: 'text', label: 'timetables.fields.time' },
    room: { kind: 'text', label: 'timetables.room' },
  },
} as const

export const timetableList = defineList({
  filters: { campus: z.uuid(), year: z.uuid(), status: z.enum(timetableStatuses) },
  sorts: { from: [{ field: 'effectiveFrom', kind: 'date' }], name: ['name'] },
  defaultSort: '-from',
})
