import { machineTime } from '@/lib/platform/clock.server'
import { gate } from '@/lib/platform/db/gate.server'
import type { TenantDb } from '@/lib/platform/db/tenant.server'
import { organizations } from './plan'

const hour = 3_600_000

/** Support has been let into one school of the demo, and has asked the other. */
export async function inviteSupport(db: TenantDb, name: string): Promise<void> {
  const support = await gate().user.findFirstOrThrow({ where: { email: 'support@homeroom.example' }, select: { id: true } })
  const admin = await db.user.findFirstOrThrow({ where: { role: { key: 'organization_administrator' } }, select: { id: true } })
  const now = machineTime()
  const isLetIn = name !== organizations[0]!.name
  const answer = isLetIn ? { approvedById: admin.id, approvedAt: now, expiresAt: new Date(now.getTime() + 168 * hour) } : {}
  await db.supportGrant.create({
    data: { requestedById: support.id, requestedBy: 'Sam Support (support@homeroom.example)', reason: isLetIn ? 'A walk through the product with the administrator.' : 'A teacher reports a register that she cannot open.', hours: isLetIn ? 168 : 4, ...answer },
    select: { id: true },
  })
}
