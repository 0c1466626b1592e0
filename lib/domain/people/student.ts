import { z } from 'zod'
import { defineList } from '@/lib/platform/list'

export const studentStatuses = ['applicant', 'expected', 'active', 'on_leave', 'suspended', 'withdrawn', 'transferred', 'graduated', 'archived'] as const
export type StudentStatus = (typeof studentStatuses)[number]

/** How a status looks: on the roll, not yet or not just now, or gone. */
export const studentStatusTone = {
  applicant: 'quiet', expected: 'quiet', active: 'ok', on_leave: 'warn', suspended: 'bad', withdrawn: 'quiet', transferred: 'quiet', graduated: 'quiet', archived: 'quiet',
} as const satisfies Record<StudentStatus, 'ok' | 'warn' | 'bad' | 'quiet'>

export const studentList = defineList({
  filters: { campus: z.uuid(), status: z.enum(studentStatuses), grade: z.uuid(), class: z.uuid() },
  sorts: { name: ['lastNameKey', 'firstNameKey'], number: ['studentNumber'] },
  defaultSort: 'name',
})
