/**
 * Every permission of the system in the stored form `${METHOD}_${ENTITY}`. Screens, doors, the role
 * editor and the `permissions` table use this list; `messages/<locale>/permissions.json` holds a sentence for each.
 */
const nouns = {
  ORGANIZATIONS: ['READ', 'UPDATE'],
  CAMPUSES: ['READ', 'CREATE', 'UPDATE', 'DELETE'],
  USERS: ['READ', 'CREATE', 'UPDATE', 'DELETE'],
  ROLES: ['READ', 'CREATE', 'UPDATE', 'DELETE'],
  AUDIT_EVENTS: ['READ'],
  STUDENTS: ['READ', 'CREATE', 'UPDATE', 'DELETE'],
  STUDENT_NOTES: ['READ', 'UPDATE'],
  GUARDIANS: ['READ', 'CREATE', 'UPDATE', 'DELETE'],
  STAFF: ['READ', 'CREATE', 'UPDATE', 'DELETE'],
  ACADEMIC_YEARS: ['READ', 'CREATE', 'UPDATE', 'DELETE'],
  GRADES: ['READ', 'CREATE', 'UPDATE', 'DELETE'],
  SUBJECTS: ['READ', 'CREATE', 'UPDATE', 'DELETE'],
  CLASSES: ['READ', 'CREATE', 'UPDATE', 'DELETE'],
  ENROLLMENTS: ['READ', 'CREATE', 'UPDATE', 'DELETE'],
  TIMETABLES: ['READ', 'CREATE', 'UPDATE', 'DELETE'],
  ATTENDANCE: ['READ', 'TAKE', 'CORRECT'],
  ATTENDANCE_SUMMARIES: ['READ', 'RECORD'],
  ATTENDANCE_SETTINGS: ['UPDATE'],
  ATTENDANCE_REASONS: ['READ', 'CREATE', 'UPDATE', 'DELETE'],
  STAFF_ATTENDANCE: ['READ', 'TAKE'],
  ASSESSMENTS: ['READ', 'CREATE', 'UPDATE', 'DELETE'],
  FEE_PLANS: ['READ', 'CREATE', 'UPDATE', 'DELETE'],
  INVOICES: ['READ', 'CREATE', 'UPDATE', 'VOID'],
  PAYMENTS: ['READ', 'RECORD', 'REVERSE'],
  MESSAGES: ['READ', 'CREATE', 'SEND'],
  EVENTS: ['READ', 'CREATE', 'UPDATE', 'DELETE'],
  DOCUMENTS: ['READ', 'CREATE', 'UPDATE', 'DELETE'],
  FRAME_ENTRIES: ['READ', 'CREATE', 'UPDATE'],
  WALKTHROUGHS: ['READ', 'CREATE', 'ANSWER'],
  CONTENT: ['READ', 'UPDATE'],
  QUIZZES: ['READ', 'TAKE'],
  QUIZ_RESULTS: ['READ'],
  WELLBEING_TRENDS: ['READ'],
  PROGRESS: ['READ', 'CREATE'],
  IMPORTS: ['READ', 'RUN', 'UNDO'],
} as const

type Nouns = typeof nouns
export type Permission = { [N in keyof Nouns]: `${Nouns[N][number]}_${N}` }[keyof Nouns]

export const permissions = Object.entries(nouns).flatMap(([noun, methods]) =>
  methods.map((method) => `${method}_${noun}` as Permission),
)

const known: ReadonlySet<string> = new Set(permissions)
export const isPermission = (name: string): name is Permission => known.has(name)

/** How far a role sees: the whole organization, its campuses, or its own classes. */
export type Reach = 'organization' | 'campus' | 'class'
