import 'server-only'
import { machineTime } from '@/lib/platform/clock.server'
import { lacksFactor } from '@/lib/platform/context-record.server'
import { getSession } from '@/lib/platform/context.server'
import { forTenant, type TenantDb } from '@/lib/platform/db/tenant.server'
import { gate } from '@/lib/platform/db/gate.server'
import { Refusal } from '@/lib/platform/errors'
import { listFounders, type Waiting } from './founding.server'
import { visitStateOf, type VisitState } from './support'

export type OrganizationChoice = { id: string; name: string; suspended: boolean; founder: Waiting | null; visit: { state: VisitState; until: string | null } | null }

/** The session of a person of the platform; everybody else is refused. */
export async function supportSession() {
  const session = await getSession()
  if (!session?.record.role.everywhere) throw new Refusal('forbidden', 'errors.refusals.forbidden')
  return session
}

/** Whoever looks into every organization has proved it twice; without the second factor there is nothing to do but to set it up. */
export async function trustedSession() {
  const session = await supportSession()
  if (lacksFactor(session.record)) throw new Refusal('forbidden', 'organizations.refusals.factor')
  return session
}

/** The platform's own look at one organization, for its history. */
export const ofOrganization = (organizationId: string, actorId: string): TenantDb => forTenant({ organizationId, actorId, reach: { kind: 'organization' } })

/** The organizations of the platform and how far one's own visits are; null for whoever is not of the platform, and none to see before the second factor is there. */
export async function listOrganizations(): Promise<OrganizationChoice[] | 'factor' | null> {
  const session = await getSession()
  if (!session?.record.role.everywhere) return null
  if (lacksFactor(session.record)) return 'factor'
  const [organizations, founders, grants] = await Promise.all([
    gate().organization.findMany({ where: { deletedAt: null }, select: { id: true, name: true, suspendedAt: true }, orderBy: { name: 'asc' }, take: 500 }),
    listFounders(),
    gate().supportGrant.findMany({ where: { requestedById: session.record.user.id }, orderBy: { createdAt: 'asc' }, take: 1_000, select: { organizationId: true, approvedAt: true, expiresAt: true, endedAt: true } }),
  ])
  const last = new Map(grants.map((grant) => [grant.organizationId, grant]))
  return organizations.map(({ id, name, suspendedAt }) => {
    const grant = last.get(id)
    return { id, name, suspended: suspendedAt !== null, founder: founders.get(id) ?? null, visit: grant ? { state: visitStateOf(grant, machineTime()), until: grant.expiresAt?.toISOString() ?? null } : null }
  })
}

/** Turns this session towards an organization that let it in, and writes into that organization's history that it did. */
export async function enterOrganization(organizationId: string): Promise<void> {
  const { familyId, record } = await trustedSession()
  const organization = await gate().organization.findFirst({ where: { id: organizationId, deletedAt: null }, select: { id: true } })
  if (!organization) throw new Refusal('not-found', 'errors.refusals.notFound')
  const grant = await gate().supportGrant.findFirst({ where: { organizationId, requestedById: record.user.id, expiresAt: { gt: machineTime() }, endedAt: null }, select: { reason: true } })
  if (!grant) throw new Refusal('forbidden', 'organizations.refusals.notLetIn')
  await ofOrganization(organizationId, record.user.id).auditEvent.create({ data: { actorId: record.user.id, deed: 'support-entered', entity: 'organizations', entityId: organizationId, after: { by: record.user.email, reason: grant.reason } } })
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
  await ofOrganization(id, record.user.id).auditEvent.create({ data: { actorId: record.user.id, deed: 'support-left', entity: 'organizations', entityId: id, after: { by: record.user.email } } })
}
