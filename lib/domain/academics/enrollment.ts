import { z } from 'zod'
import { plainDate } from '@/lib/platform/time'

export const enrollmentStatuses = ['pending', 'waitlisted', 'active', 'completed', 'promoted', 'repeated', 'transferred', 'withdrawn', 'expelled', 'no_show', 'cancelled'] as const
export type EnrollmentStatus = (typeof enrollmentStatuses)[number]

/** What a place in a class is called and made of. */
export const enrollment = {
  name: 'enrollment',
  entity: 'class_enrollments',
  fields: {
    studentId: { kind: 'link', label: 'students.one', of: 'student' },
    classId: { kind: 'link', label: 'classes.one', of: 'class' },
    status: { kind: 'choice', label: 'classes.status', words: 'classes.enrollments.statuses' },
    enrolledOn: { kind: 'date', label: 'classes.enrollments.from' },
    endedOn: { kind: 'date', label: 'classes.enrollments.until', optional: true },
  },
} as const

export const enrolInput = z.object({ studentId: z.uuid('form.problems.student'), classId: z.uuid('classes.problems.class'), on: plainDate, waits: z.boolean().default(false) })
export const moveInput = z.object({ id: z.uuid(), classId: z.uuid('classes.problems.class'), on: plainDate })
export const endInput = z.object({ id: z.uuid(), on: plainDate })
export const enrolManyInput = z.object({ classId: z.uuid(), studentIds: z.array(z.uuid()).min(1).max(200), on: plainDate })
