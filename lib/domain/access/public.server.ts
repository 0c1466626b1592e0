import 'server-only'

export { defaultRoles, type RoleKey } from './role'
export { createDefaultRoles } from './role.server'
export { openFeed } from './calendar-feed.server'
export { hashPassword } from './password.server'
export { leaveMail } from './mail.server'
export { listAuditEvents } from './audit-event.server'
