import 'server-only'
import type { z } from 'zod'
import { machineTime } from '@/lib/platform/clock.server'
import { gateCall } from '@/lib/platform/db/gate.server'
import type { TenantDb } from '@/lib/platform/db/tenant.server'
import { Refusal } from '@/lib/platform/errors'
import { leaveErrand, resumeWork } from '@/lib/platform/jobs.server'
import { heldMailJob, leaveMail } from './mail.server'
import { createDefaultRoles } from './role.server'
import { ofOrganization, trustedSession } from './support.server'
import type { newOrganizationInput, suspensionInput } from './support'

/** Founds an organization with the roles it begins with, and invites its first administrator. */
export async function createOrganization({ name, timeZone, currency, locale, email }: z.output<typeof newOrganizationInput>): Promise<{ id: string }> {
  const { record: { user } } = await trustedSession()
  const [row] = await gateCall<{ answer: string }>('found_organization', name, timeZone, currency, locale)
  if (!row) throw new Refusal('unavailable', 'errors.refusals.busy')
  const id = row.answer
  const db = ofOrganization(id, user.id)
  const roles = await createDefaultRoles(db)
  await db.$transaction(async (tx) => {
    const made = await tx.user.create({ data: { email, locale, roleId: roles.organization_administrator, invitedAt: machineTime() }, select: { id: true } })
    await tx.auditEvent.create({ data: { actorId: user.id, deed: 'found-organization', entity: 'organizations', entityId: id, after: { by: user.email, email } } })
    await leaveMail(tx, { template: 'invite', recipient: email, userId: made.id, locale, params: { inviter: 'Homeroom', role: 'Organization administrator' } })
  })
  return { id }
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
