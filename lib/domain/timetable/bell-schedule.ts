import { z } from 'zod'
import { defineList } from '@/lib/platform/list'
import { weekdays, type PlainTime, type Weekday } from '@/lib/platform/time'

export const bellKinds = ['lesson', 'break', 'assembly'] as const
export type BellKind = (typeof bellKinds)[number]

const time = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'timetables.problems.time')

export const bellPeriodInput = z
  .object({ id: z.union([z.uuid(), z.literal('')]), name: z.string().trim().min(1).max(50), startsAt: time, endsAt: time, kind: z.enum(bellKinds) })
  .refine(({ startsAt, endsAt }) => startsAt < endsAt, { path: ['endsAt'], message: 'timetables.problems.endsBefore' })

const days = z.object({ monday: z.boolean(), tuesday: z.boolean(), wednesday: z.boolean(), thursday: z.boolean(), friday: z.boolean(), saturday: z.boolean(), sunday: z.boolean() })
const periods = z.array(bellPeriodInput).min(1, 'timetables.problems.noBells').max(30).superRefine((rows, check) => {
  rows.forEach(({ startsAt, endsAt }, at) => {
    if (rows.some((other, place) => place < at && other.startsAt < endsAt && startsAt < other.endsAt)) check.addIssue({ code: 'custom', path: [at, 'startsAt'], message: 'timetables.problems.overlaps' })
  })
})

const edited = days.extend({ name: z.string().trim().min(1).max(100), periods })
/** A schedule stays at its campus: the rest of it is edited. */
export const bellScheduleEditInput = edited
export const bellScheduleInput = edited.extend({ campusId: z.uuid('form.problems.required') })
export type BellScheduleInput = z.input<typeof bellScheduleInput>

const flag = (day: Weekday) => [day, { kind: 'flag', label: `timetables.days.${day}` }] as const

/** What a bell schedule is called and made of; its periods are told as one text. */
export const bellSchedule = {
  name: 'bell-schedule',
  entity: 'bell_schedules',
  fields: {
    name: { kind: 'text', label: 'timetables.bells.fields.name' },
    campusId: { kind: 'link', label: 'timetables.campus', of: 'campus' },
    ...(Object.fromEntries(weekdays.map(flag)) as Record<Weekday, { kind: 'flag'; label: string }>),
    periods: { kind: 'long', label: 'timetables.bells.fields.periods' },
  },
} as const

export const bellScheduleList = defineList({ filters: { campus: z.uuid() }, sorts: { name: ['name'] }, defaultSort: 'name' })

export type Bell = { name: string; startsAt: PlainTime; endsAt: PlainTime; kind: BellKind }
/** When the bells ring on each day of a campus's week. */
export type WeekBells = Partial<Record<Weekday, readonly Bell[]>>

export const daysOf = (flags: Readonly<Record<Weekday, boolean>>): Weekday[] => weekdays.filter((day) => flags[day])
