import { permissions, type Permission, type Reach } from '@/lib/platform/permissions'

export const roleKeys = ['organization_administrator', 'campus_director', 'registrar', 'finance', 'teacher', 'assistant'] as const
export type RoleKey = (typeof roleKeys)[number]

export type DefaultRole = { key: string; reach: Reach; permissions: readonly Permission[] }

const reads = permissions.filter((name) => name.startsWith('READ_'))
const readsOf = (...nouns: string[]) => reads.filter((name) => nouns.includes(name.slice(5)))
const school = ['CAMPUSES', 'STUDENTS', 'GUARDIANS', 'STAFF', 'ACADEMIC_YEARS', 'GRADES', 'SUBJECTS', 'CLASSES', 'ENROLLMENTS', 'TIMETABLES', 'ATTENDANCE', 'EVENTS', 'MESSAGES', 'DOCUMENTS', 'FRAME_ENTRIES', 'QUIZZES', 'PROGRESS']
const all = (...nouns: string[]) => permissions.filter((name) => nouns.some((noun) => name.endsWith(`_${noun}`) && permissionNoun(name) === noun))
const permissionNoun = (name: Permission) => name.slice(name.indexOf('_') + 1)
const ownDevelopment: Permission[] = ['TAKE_QUIZZES', 'CREATE_PROGRESS']

/** The roles every organization begins with; their names are `roles.usual`. Administrators change them in the role editor. */
export const defaultRoles: Record<RoleKey, DefaultRole> = {
  organization_administrator: { key: 'organization_administrator', reach: 'organization', permissions },
  campus_director: {
    key: 'campus_director',
    reach: 'campus',
    permissions: [
      ...readsOf(...school, 'STUDENT_NOTES', 'ATTENDANCE_SUMMARIES', 'STAFF_ATTENDANCE', 'ASSESSMENTS', 'FEE_PLANS', 'INVOICES', 'PAYMENTS', 'WALKTHROUGHS', 'QUIZ_RESULTS', 'WELLBEING_TRENDS', 'USERS'),
      ...all('EVENTS', 'FRAME_ENTRIES').filter((name) => !name.startsWith('READ_')),
      'UPDATE_STUDENTS', 'UPDATE_CLASSES', 'TAKE_ATTENDANCE', 'CORRECT_ATTENDANCE', 'TAKE_STAFF_ATTENDANCE', 'UPDATE_ATTENDANCE_SETTINGS', 'RECORD_ATTENDANCE_SUMMARIES', 'READ_ATTENDANCE_REASONS', 'CREATE_MESSAGES', 'SEND_MESSAGES', 'CREATE_WALKTHROUGHS', 'CREATE_DOCUMENTS',
      ...ownDevelopment,
    ],
  },
  registrar: {
    key: 'registrar',
    reach: 'organization',
    permissions: [
      ...readsOf(...school, 'STUDENT_NOTES', 'ATTENDANCE_SUMMARIES', 'STAFF_ATTENDANCE'),
      ...all('STUDENTS', 'STUDENT_NOTES', 'GUARDIANS', 'CLASSES', 'ENROLLMENTS', 'TIMETABLES', 'ACADEMIC_YEARS', 'GRADES', 'SUBJECTS', 'DOCUMENTS', 'IMPORTS').filter((name) => !name.startsWith('READ_')),
      'READ_IMPORTS', 'TAKE_ATTENDANCE', 'CORRECT_ATTENDANCE', 'TAKE_STAFF_ATTENDANCE', 'UPDATE_ATTENDANCE_SETTINGS', 'RECORD_ATTENDANCE_SUMMARIES', ...all('ATTENDANCE_REASONS'), 'CREATE_MESSAGES',
      ...ownDevelopment,
    ],
  },
  finance: {
    key: 'finance',
    reach: 'organization',
    permissions: [
      ...readsOf('CAMPUSES', 'STUDENTS', 'GUARDIANS', 'ACADEMIC_YEARS', 'GRADES', 'CLASSES', 'ENROLLMENTS', 'EVENTS', 'MESSAGES', 'DOCUMENTS', 'FRAME_ENTRIES', 'QUIZZES', 'PROGRESS'),
      ...all('FEE_PLANS', 'INVOICES', 'PAYMENTS'),
      ...ownDevelopment,
    ],
  },
  teacher: {
    key: 'teacher',
    reach: 'class',
    permissions: [...readsOf(...school, 'STUDENT_NOTES', 'ASSESSMENTS', 'WALKTHROUGHS'), 'ANSWER_WALKTHROUGHS', ...all('ASSESSMENTS').filter((name) => !name.startsWith('READ_')), 'TAKE_ATTENDANCE', 'CREATE_MESSAGES', ...ownDevelopment],
  },
  assistant: {
    key: 'assistant',
    reach: 'class',
    permissions: [...readsOf('CAMPUSES', 'STUDENTS', 'GRADES', 'SUBJECTS', 'CLASSES', 'ENROLLMENTS', 'TIMETABLES', 'ATTENDANCE', 'EVENTS', 'MESSAGES', 'FRAME_ENTRIES', 'QUIZZES', 'PROGRESS', 'WALKTHROUGHS'), 'ANSWER_WALKTHROUGHS', 'TAKE_ATTENDANCE', ...ownDevelopment],
  },
}
