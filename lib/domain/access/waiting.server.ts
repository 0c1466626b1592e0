import 'server-only'
import type { Ctx } from '@/lib/platform/context'
import { listUnsentMails } from './outbox.server'
import { countUsers } from './user.server'

const enough = { take: 100 }

/** What waits for whoever looks after accounts: support that asks to come in, invitations nobody took up, mails that did not go out. */
export async function getAccessWaiting(ctx: Ctx): Promise<{ visits: number; by: string; invited: number; unsent: number }> {
  const runs = ctx.can('UPDATE_ORGANIZATIONS')
  const asked = { approvedAt: null, endedAt: null }
  const [visits, invited, unsent] = await Promise.all([
    runs ? ctx.db.supportGrant.findMany({ where: asked, ...enough, orderBy: { createdAt: 'desc' }, select: { requestedBy: true } }) : [],
    ctx.can('CREATE_USERS') ? countUsers(ctx, 'invited') : 0,
    ctx.can('CREATE_USERS') ? listUnsentMails(ctx) : [],
  ])
  return { visits: visits.length, by: visits[0]?.requestedBy ?? '', invited, unsent: unsent.length }
}
