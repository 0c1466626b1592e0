import { z } from 'zod'
import { optionalNumber, optionalText, orNothing, seenInput } from '@/lib/platform/catalog'
import { defineList } from '@/lib/platform/list'
import { plainDate } from '@/lib/platform/time'

export const staffTypes = ['teacher', 'assistant', 'administrator', 'director', 'counselor', 'specialist', 'nurse', 'librarian', 'support', 'facilities', 'it', 'substitute', 'volunteer', 'contractor', 'other'] as const
export type StaffType = (typeof staffTypes)[number]
export const staffStatuses = ['expected', 'active', 'on_leave', 'ended'] as const
export type StaffStatus = (typeof staffStatuses)[number]

export const staffStatusTone = { expected: 'quiet', active: 'ok', on_leave: 'warn', ended: 'quiet' } as const satisfies Record<StaffStatus, 'ok' | 'warn' | 'quiet'>

export const staffInput = z.object({
  firstName: z.string().trim().min(1).max(100),
  lastName: z.string().trim().min(1).max(100),
  employeeNumber: z.string().trim().min(1).max(50),
  staffType: z.enum(staffTypes),
  jobTitle: optionalText(100),
  campusId: z.uuid('form.problems.required'),
  hireDate: orNothing(plainDate),
  email: orNothing(z.email('form.problems.emailOrNothing').max(254)),
  phone: optionalText(50),
  weeklyLessons: optionalNumber(1, 60).default(null),
  status: z.enum(['expected', 'active', 'on_leave']),
})
export type StaffInput = z.input<typeof staffInput>
/** Somebody who has left is edited as well, and stays gone. */
export const staffEditInput = staffInput.extend({ status: z.enum(staffStatuses) })

/** The last day of work, and why. */
export const leavingInput = seenInput.extend({ on: plainDate, reason: optionalText(500) })

/** What the record of somebody who works here is called and made of, in the order of its form. */
export const staffMember = {
  name: 'staff',
  entity: 'staff',
  fields: {
    firstName: { kind: 'text', label: 'students.fields.firstName' },
    lastName: { kind: 'text', label: 'students.fields.lastName' },
    employeeNumber: { kind: 'text', label: 'staff.columns.number' },
    staffType: { kind: 'choice', label: 'staff.type', words: 'staff.types' },
    jobTitle: { kind: 'text', label: 'staff.columns.title', optional: true },
    campusId: { kind: 'link', label: 'staff.campus', of: 'campus' },
    hireDate: { kind: 'date', label: 'staff.fields.hireDate', optional: true },
    email: { kind: 'text', label: 'staff.columns.email', optional: true },
    phone: { kind: 'text', label: 'staff.fields.phone', optional: true },
    weeklyLessons: { kind: 'number', label: 'staff.fields.weeklyLessons', optional: true },
    status: { kind: 'choice', label: 'staff.status', words: 'staff.statuses' },
    endDate: { kind: 'date', label: 'staff.fields.endDate', optional: true },
  },
} as const

export const staffList = defineList({
  filters: { campus: z.uuid(), type: z.enum(staffTypes), status: z.enum(staffStatuses) },
  sorts: { name: ['lastNameKey', 'firstNameKey'], number: ['employeeNumber'] },
  defaultSort: 'name',
})
