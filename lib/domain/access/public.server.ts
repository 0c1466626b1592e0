import 'server-only'

export { authOptions, offeredProviders } from './auth.server'
export { defaultRoles, platformSupport, type RoleKey } from './role'
export { createDefaultRoles } from './role.server'
export { hashPassword } from './password.server'
export { signOut } from './session.server'
