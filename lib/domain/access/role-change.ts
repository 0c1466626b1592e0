import { z } from 'zod'
import { optionalText } from '@/lib/platform/catalog'
import { isPermission, permissions, type Permission } from '@/lib/platform/permissions'

/** Rows of the matrix stand by module; what is in none of them stands with the administration. */
const modules = {
  people: ['STUDENTS', 'STUDENT_NOTES', 'GUARDIANS', 'STAFF', 'DOCUMENTS'],
  classes: ['CLASSES', 'ENROLLMENTS', 'TIMETABLES', 'ACADEMIC_YEARS', 'GRADES', 'SUBJECTS', 'ROOMS', 'BELL_SCHEDULES', 'ASSESSMENTS'],
  attendance: ['ATTENDANCE', 'ATTENDANCE_SUMMARIES', 'STAFF_ATTENDANCE'],
  billing: ['FEE_PLANS', 'INVOICES', 'PAYMENTS'],
  communication: ['MESSAGES', 'EVENTS', 'FRAME_ENTRIES'],
  development: ['WALKTHROUGHS', 'QUIZZES', 'QUIZ_RESULTS', 'PROGRESS', 'WELLBEING_TRENDS', 'CONTENT'],
} as const
export const moduleKeys = ['people', 'classes', 'attendance', 'billing', 'communication', 'development', 'administration'] as const
export type ModuleKey = (typeof moduleKeys)[number]

export const nounOf = (name: string) => name.slice(name.indexOf('_') + 1)
const moduleOf = (name: string): ModuleKey => moduleKeys.find((key) => key !== 'administration' && (modules[key] as readonly string[]).includes(nounOf(name))) ?? 'administration'
export const permissionsByModule = moduleKeys.map((key) => ({ key, names: permissions.filter((name) => moduleOf(name) === key) }))

const permission = z.string().refine(isPermission).transform((name) => name as Permission)

export const publishInput = z.object({
  changes: z.array(z.object({ roleId: z.uuid(), seen: z.iso.datetime(), grant: z.array(permission).max(500), revoke: z.array(permission).max(500) })).min(1).max(200),
  reason: z.string().trim().min(3, 'roles.problems.reason').max(500),
})
export type PublishInput = z.input<typeof publishInput>

export const roleInput = z.object({ name: z.string().trim().min(2).max(80), description: optionalText(300), requiresSecondFactor: z.boolean() })
export type RoleInput = z.input<typeof roleInput>
export const copyRoleInput = z.object({ id: z.uuid(), name: roleInput.shape.name })
export const retireRoleInput = z.object({ id: z.uuid(), seen: z.iso.datetime(), to: z.union([z.literal('').transform(() => null), z.null(), z.uuid()]) })

export type Warning = { kind: 'writeWithoutRead' | 'empty' | 'lockOut'; permission: string | null }

/** What whoever publishes should know first: deeds on what cannot be seen, a role of nothing, the own way back. */
export function warningsOf(after: ReadonlySet<string>, { isOwn, loses }: { isOwn: boolean; loses: ReadonlySet<string> }): Warning[] {
  const blind = [...after].filter((name) => !name.startsWith('READ_') && isPermission(`READ_${nounOf(name)}`) && !after.has(`READ_${nounOf(name)}`))
  const locked = isOwn ? ['READ_ROLES', 'UPDATE_ROLES'].filter((name) => loses.has(name)) : []
  return [
    ...blind.map((name) => ({ kind: 'writeWithoutRead' as const, permission: name })),
    ...locked.map((name) => ({ kind: 'lockOut' as const, permission: name })),
    ...(after.size === 0 ? [{ kind: 'empty' as const, permission: null }] : []),
  ]
}

/** What a role's record is called and made of, for its history. */
export const roleRecord = {
  name: 'role',
  entity: 'roles',
  fields: {
    name: { kind: 'text', label: 'roles.fields.name' },
    description: { kind: 'long', label: 'roles.fields.description' },
    requiresSecondFactor: { kind: 'flag', label: 'roles.fields.requiresSecondFactor' },
    granted: { kind: 'text', label: 'roles.fields.granted' },
    revoked: { kind: 'text', label: 'roles.fields.revoked' },
    people: { kind: 'number', label: 'roles.fields.people' },
    to: { kind: 'text', label: 'roles.fields.to' },
    reason: { kind: 'long', label: 'roles.fields.reason' },
  },
} as const
