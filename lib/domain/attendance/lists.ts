import { z } from 'zod'
import { defineList } from '@/lib/platform/list'
import { plainDate } from '@/lib/platform/time'

export const registerStates = ['missing', 'taken'] as const
export const registerList = defineList({
  filters: { date: plainDate, campus: z.uuid(), state: z.enum(registerStates) },
  sorts: { class: ['className'] },
  defaultSort: 'class',
})

export const absenceKinds = ['absent', 'late'] as const
export const absenceList = defineList({
  filters: { date: plainDate, campus: z.uuid(), kind: z.enum(absenceKinds) },
  sorts: { name: ['student.lastNameKey', 'student.firstNameKey'] },
  defaultSort: 'name',
})
