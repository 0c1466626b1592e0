import { z } from 'zod'
import { defineList } from '@/lib/platform/list'

export const staffTypes = ['teacher', 'assistant', 'administrator', 'director', 'counselor', 'specialist', 'nurse', 'librarian', 'support', 'facilities', 'it', 'substitute', 'volunteer', 'contractor', 'other'] as const
export type StaffType = (typeof staffTypes)[number]
export const staffStatuses = ['expected', 'active', 'on_leave', 'ended'] as const
export type StaffStatus = (typeof staffStatuses)[number]

export const staffStatusTone = { expected: 'quiet', active: 'ok', on_leave: 'warn', ended: 'quiet' } as const satisfies Record<StaffStatus, 'ok' | 'warn' | 'quiet'>

export const staffList = defineList({
  filters: { campus: z.uuid(), type: z.enum(staffTypes), status: z.enum(staffStatuses) },
  sorts: { name: ['lastNameKey', 'firstNameKey'], number: ['employeeNumber'] },
  defaultSort: 'name',
})
