import { z } from 'zod'
import { defineList } from '@/lib/platform/list'
import { plainDate } from '@/lib/platform/time'

export const registerStates = ['missing', 'taken'] as const
export const registerList = defineList({
  filters: { date: plainDate, campus: z.uuid(), state: z.enum(registerStates) },
  of: ['date'],
  sorts: { class: ['className'] },
  defaultSort: 'class',
})

/** Absent is whoever is away, excused or not. */
export const absenceKinds = ['absent', 'unexplained', 'excused', 'late', 'half'] as const
export type AbsenceKind = (typeof absenceKinds)[number]
export const absenceList = defineList({
  filters: { date: plainDate, campus: z.uuid(), kind: z.enum(absenceKinds) },
  of: ['date'],
  sorts: { name: ['lastNameKey', 'firstNameKey'] },
  defaultSort: 'name',
})
