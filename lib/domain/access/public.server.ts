import 'server-only'

export { defaultRoles, platformSupport, type RoleKey } from './role'
export { createDefaultRoles } from './role.server'
export { hashPassword } from './password.server'
