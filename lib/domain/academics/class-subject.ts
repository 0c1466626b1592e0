import { z } from 'zod'
import { optionalNumber, orNothing } from '@/lib/platform/catalog'

export const classSubjectStatuses = ['planned', 'active', 'completed', 'cancelled'] as const

const edited = z.object({ teacherId: orNothing(z.uuid()), lessonsPerWeek: optionalNumber(1, 60), status: z.enum(classSubjectStatuses) })
export const classSubjectEditInput = edited
export const classSubjectInput = edited.extend({ classId: z.uuid(), subjectId: z.uuid('form.problems.required') })
export type ClassSubjectInput = z.input<typeof classSubjectInput>

/** A subject as it is taught to a class. */
export const classSubject = {
  name: 'class-subject',
  entity: 'class_subjects',
  fields: {
    classId: { kind: 'link', label: 'classes.one', of: 'class' },
    subjectId: { kind: 'link', label: 'classes.subjects.subject', of: 'subject' },
    teacherId: { kind: 'link', label: 'classes.subjects.teacher', of: 'staff', optional: true },
    lessonsPerWeek: { kind: 'number', label: 'classes.subjects.lessons', optional: true },
    status: { kind: 'choice', label: 'classes.status', words: 'classes.subjects.statuses' },
  },
} as const
