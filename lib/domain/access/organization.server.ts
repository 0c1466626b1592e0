import 'server-only'
import type { z } from 'zod'
import { machineTime } from '@/lib/platform/clock.server'
import type { TenantDb } from '@/lib/platform/db/tenant.server'
import { Refusal } from '@/lib/platform/errors'
import { leaveErrand, resumeWork } from '@/lib/platform/jobs.server'
import { foundOrganization, inviteFounder, type Beginning } from './founding.server'
import { heldMailJob } from './mail.server'
import { ofOrganization, trustedSession } from './support.server'
import type { founderInput, newOrganizationInput, suspensionInput } from './support'

/** A person of the platform founds an organization. */
export async function createOrganization(input: z.output<typeof newOrganizationInput>, begin: Beginning): Promise<{ id: string }> {
  const { record: { user } } = await trustedSession()
  return { id: (await foundOrganization(input, user, begin)).organizationId }
}

/** The same invites its first administrator anew. */
export async function inviteFirstAdministrator(input: z.output<typeof founderInput>): Promise<void> {
  const { record: { user } } = await trustedSession()
  await inviteFounder(input, user)
}

async function turn(organizationId: string, suspendedAt: Date | null, deed: string, { more = {}, then }: { more?: { reason?: string }; then?: (tx: TenantDb) => Promise<void> } = {}): Promise<void> {
  const { record: { user } } = await trustedSession()
  await ofOrganization(organizationId, user.id).$transaction(async (tx) => {
    const { count } = await tx.organization.updateMany({ where: { id: organizationId, suspendedAt: suspendedAt ? null : { not: null } }, data: { suspendedAt } })
    if (count === 0) throw new Refusal('conflict', 'organizations.refusals.turned')
    await tx.auditEvent.create({ data: { actorId: user.id, deed, entity: 'organizations', entityId: organizationId, after: { by: user.email, ...more } } })
    await then?.(tx)
  })
}

/** Nobody gets in and nothing goes out from now on: sessions, jobs and mail ask at each step. */
export const suspendOrganization = ({ organizationId, reason }: z.output<typeof suspensionInput>) => turn(organizationId, machineTime(), 'suspend-organization', { more: { reason } })
/** Everything is as it was; whoever was signed in is again, mail that was held back goes out, and work that waited goes on. */
export const reopenOrganization = ({ organizationId }: { organizationId: string }) =>
  turn(organizationId, null, 'reopen-organization', {
    async then(tx) {
      await leaveErrand(heldMailJob, { organizationId }, { tx })
      await resumeWork(tx)
    },
  })
