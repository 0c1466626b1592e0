import { z } from 'zod'
import { optionalNumber, optionalText, orNothing } from '@/lib/platform/catalog'
import { defineList } from '@/lib/platform/list'

export const classStatuses = ['planned', 'active', 'completed', 'cancelled', 'archived'] as const
export type ClassStatus = (typeof classStatuses)[number]
export const classStatusTone = { planned: 'quiet', active: 'ok', completed: 'quiet', cancelled: 'warn', archived: 'quiet' } as const satisfies Record<ClassStatus, 'ok' | 'warn' | 'quiet'>

export const classTypes = ['homeroom', 'scheduled'] as const

const edited = z.object({
  name: z.string().trim().min(1).max(100),
  section: optionalText(50),
  gradeId: z.uuid('form.problems.required'),
  homeroomTeacherId: orNothing(z.uuid()),
  room: optionalText(50),
  capacity: optionalNumber(1, 500),
  classType: z.enum(classTypes),
  status: z.enum(classStatuses),
})
/** A class stays at its campus and in its year: the rest of it is edited. */
export const classEditInput = edited
export const classInput = edited.extend({ campusId: z.uuid('form.problems.required'), academicYearId: z.uuid('form.problems.required') })
export type ClassInput = z.input<typeof classInput>

/** What a class's record is called and made of, in the order of its form. */
export const schoolClass = {
  name: 'class',
  entity: 'classes',
  fields: {
    name: { kind: 'text', label: 'classes.fields.name' },
    section: { kind: 'text', label: 'classes.fields.section', optional: true },
    academicYearId: { kind: 'link', label: 'classes.year', of: 'year' },
    campusId: { kind: 'link', label: 'classes.campus', of: 'campus' },
    gradeId: { kind: 'link', label: 'classes.grade', of: 'grade' },
    homeroomTeacherId: { kind: 'link', label: 'classes.columns.teacher', optional: true, of: 'staff' },
    room: { kind: 'text', label: 'classes.columns.room', optional: true },
    capacity: { kind: 'number', label: 'classes.fields.capacity', optional: true },
    classType: { kind: 'choice', label: 'classes.fields.classType', words: 'classes.types' },
    status: { kind: 'choice', label: 'classes.status', words: 'classes.statuses' },
  },
} as const

export const classList = defineList({
  filters: { campus: z.uuid(), grade: z.uuid(), year: z.uuid(), status: z.enum(classStatuses) },
  sorts: { grade: [{ field: 'grade.sortOrder', kind: 'number' }, 'name'], name: ['name'] },
  defaultSort: 'grade',
})
