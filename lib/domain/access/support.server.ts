import 'server-only'
import { getSession } from '@/lib/platform/context.server'
import { forTenant } from '@/lib/platform/db/tenant.server'
import { gate } from '@/lib/platform/db/gate.server'
import { Refusal } from '@/lib/platform/errors'

export type OrganizationChoice = { id: string; name: string }

async function supportSession() {
  const session = await getSession()
  if (!session?.record.role.everywhere) throw new Refusal('forbidden', 'errors.refusals.forbidden')
  return session
}

/** The organizations that a person of the platform may look into; null for everybody else. */
export async function listOrganizations(): Promise<OrganizationChoice[] | null> {
  const session = await getSession()
  if (!session?.record.role.everywhere) return null
  return gate().organization.findMany({ where: { deletedAt: null }, select: { id: true, name: true }, orderBy: { name: 'asc' }, take: 500 })
}

/** Turns this session towards an organization, and writes into that organization's history that it did. */
export async function enterOrganization(organizationId: string): Promise<void> {
  const { familyId, record } = await supportSession()
  const organization = await gate().organization.findFirst({ where: { id: organizationId, deletedAt: null }, select: { id: true } })
  if (!organization) throw new Refusal('not-found', 'errors.refusals.notFound')
  const db = forTenant({ organizationId, actorId: record.user.id, reach: { kind: 'organization' } })
  await db.auditEvent.create({ data: { actorId: record.user.id, deed: 'support-entered', entity: 'organizations', entityId: organizationId } })
  const { count } = await gate().authRefreshToken.updateMany({ where: { familyId, revokedAt: null }, data: { organizationId } })
  // A renewal of this session came between: its successor still looks where it looked.
  if (count === 0) throw new Refusal('conflict', 'errors.refusals.busy')
}

/** Turns this session away from the organization it looked into; its history says when. */
export async function leaveOrganization(): Promise<void> {
  const { familyId, record } = await supportSession()
  if (!record.organization) return
  const { id } = record.organization
  const { count } = await gate().authRefreshToken.updateMany({ where: { familyId, revokedAt: null }, data: { organizationId: null } })
  if (count === 0) throw new Refusal('conflict', 'errors.refusals.busy')
  const db = forTenant({ organizationId: id, actorId: record.user.id, reach: { kind: 'organization' } })
  await db.auditEvent.create({ data: { actorId: record.user.id, deed: 'support-left', entity: 'organizations', entityId: id } })
}
