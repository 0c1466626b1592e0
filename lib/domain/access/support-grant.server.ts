import 'server-only'
import type { z } from 'zod'
import { machineTime } from '@/lib/platform/clock.server'
import type { Ctx } from '@/lib/platform/context'
import { gate } from '@/lib/platform/db/gate.server'
import { Refusal } from '@/lib/platform/errors'
import { writeHistory } from '@/lib/platform/history.server'
import { leaveMail } from './mail.server'
import { ofOrganization, trustedSession } from './support.server'
import { visitStateOf, type VisitState, type visitRequestInput } from './support'

export type Visit = { id: string; by: string; reason: string; hours: number; state: VisitState; askedAt: Date; until: Date | null }

const administrators = { disabled: false, emailVerified: true, role: { key: 'organization_administrator' } } as const

/** Asks an organization to be let in. Its administrators are told by mail, and its history says so. */
export async function askForVisit({ organizationId, reason, hours }: z.output<typeof visitRequestInput>): Promise<void> {
  const { record: { user } } = await trustedSession()
  const organization = await gate().organization.findFirst({ where: { id: organizationId, deletedAt: null }, select: { id: true } })
  if (!organization) throw new Refusal('not-found', 'errors.refusals.notFound')
  const by = [user.firstName, user.lastName].filter(Boolean).join(' ') || user.email
  await ofOrganization(organizationId, user.id).$transaction(async (tx) => {
    const { id } = await tx.supportGrant.create({ data: { requestedById: user.id, requestedBy: `${by} (${user.email})`, reason, hours }, select: { id: true } })
    await tx.auditEvent.create({ data: { actorId: user.id, deed: 'ask-visit', entity: 'support_grants', entityId: id, after: { by: user.email, reason, hours } } })
    for (const { email, locale } of await tx.user.findMany({ where: administrators, take: 50, select: { email: true, locale: true } })) {
      await leaveMail(tx, { template: 'support-asked', recipient: email, userId: null, locale, params: { name: by, reason, span: hours } })
    }
  })
}

/** The visits of the platform's support to an organization, the newest first. */
export async function listVisits({ db }: Ctx): Promise<Visit[]> {
  const rows = await db.supportGrant.findMany({ orderBy: [{ createdAt: 'desc' }, { id: 'desc' }], take: 100 })
  return rows.map((row) => ({ id: row.id, by: row.requestedBy, reason: row.reason, hours: row.hours, state: visitStateOf(row, machineTime()), askedAt: row.createdAt, until: row.endedAt ?? row.expiresAt }))
}

/** Nobody of the platform lets the platform in. */
async function assertOwn({ db, user }: Ctx): Promise<void> {
  if (!(await db.user.findFirst({ where: { id: user.id }, select: { id: true } }))) throw new Refusal('forbidden', 'errors.refusals.forbidden')
}

const hour = 3_600_000

/** Lets the platform's support in from now, for as long as it asked. */
export async function allowVisit(ctx: Ctx, { id }: { id: string }): Promise<void> {
  await assertOwn(ctx)
  await ctx.db.$transaction(async (tx) => {
    const asked = await tx.supportGrant.findFirst({ where: { id, approvedAt: null, endedAt: null }, select: { hours: true, requestedBy: true, reason: true } })
    if (!asked) throw new Refusal('conflict', 'organizations.refusals.answered')
    const now = machineTime()
    const { count } = await tx.supportGrant.updateMany({ where: { id, approvedAt: null, endedAt: null }, data: { approvedAt: now, approvedById: ctx.user.id, expiresAt: new Date(now.getTime() + asked.hours * hour) } })
    if (count === 0) throw new Refusal('conflict', 'organizations.refusals.answered')
    await writeHistory(tx, ctx, { deed: 'allow-visit', entity: 'support_grants', id, after: { by: asked.requestedBy, reason: asked.reason, hours: asked.hours } })
  })
}

/** Says no to what was asked, or ends what was allowed: support is out at its next click. */
export async function endVisit(ctx: Ctx, { id }: { id: string }): Promise<void> {
  await assertOwn(ctx)
  await ctx.db.$transaction(async (tx) => {
    const { count } = await tx.supportGrant.updateMany({ where: { id, endedAt: null }, data: { endedAt: machineTime() } })
    if (count === 0) throw new Refusal('conflict', 'organizations.refusals.answered')
    const { requestedBy } = await tx.supportGrant.findFirstOrThrow({ where: { id }, select: { requestedBy: true } })
    await writeHistory(tx, ctx, { deed: 'end-visit', entity: 'support_grants', id, after: { by: requestedBy } })
  })
}
