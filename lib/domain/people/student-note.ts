import { z } from 'zod'

export const noteKinds = ['medical', 'support'] as const

export const studentNoteInput = z.object({
  studentId: z.uuid(),
  kind: z.enum(noteKinds),
  body: z.string().trim().min(1).max(2_000),
  urgent: z.boolean(),
})
export type StudentNoteInput = z.input<typeof studentNoteInput>

export const studentNote = {
  name: 'student-note',
  entity: 'student_notes',
  fields: {
    studentId: { kind: 'link', label: 'students.one', of: 'student' },
    kind: { kind: 'choice', label: 'students.notes.kind', words: 'students.notes.kinds' },
    body: { kind: 'long', label: 'students.notes.body' },
    urgent: { kind: 'flag', label: 'students.notes.urgent' },
  },
} as const
