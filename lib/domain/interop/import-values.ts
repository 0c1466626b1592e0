import type { EntityName } from './import-batch'

/** Where the words for the values of a field stand: people and classes have theirs in their own rooms. */
const words: Partial<Record<EntityName, Record<string, string>>> = {
  terms: { term_type: 'imports.values.termTypes' },
  staff: { status: 'staff.statuses', staff_type: 'staff.types' },
  students: { status: 'students.statuses', gender: 'imports.values.genders' },
  guardians: { relationship: 'imports.values.relationships' },
  guardian_links: { relationship: 'imports.values.relationships' },
  classes: { status: 'classes.statuses', class_type: 'imports.values.classTypes' },
  class_subjects: { status: 'classes.statuses' },
  class_enrollments: { status: 'imports.values.enrollmentStatuses' },
}

/** The namespace of the words for a field's values; null where a value is its own text. */
export const valueWords = (entity: EntityName, field: string): string | null => words[entity]?.[field] ?? null
