import 'server-only'
import type { Ctx } from '@/lib/platform/context'
import { historyColumns, historyRow, type HistoryRow } from '@/lib/platform/history.server'
import { countCap, paged, type ListQuery } from '@/lib/platform/list'
import type { Paged } from '@/lib/platform/list-view'
import { daysAfter, instantIn } from '@/lib/platform/time'
import type { AuditKind, auditList } from './audit-event'

const begin = (...words: string[]) => ({ OR: words.map((word) => ({ deed: { startsWith: word } })) })
const oneOf = (...deeds: string[]) => ({ deed: { in: deeds } })

/** Which deeds are of a kind. */
const kinds: Record<AuditKind, object> = {
  created: begin('create-', 'import-create', 'admit-'),
  changed: begin('update-', 'import-update', 'correct-'),
  removed: begin('remove-', 'void-', 'discard-'),
  signIns: oneOf('sign-in', 'sign-in-refused', 'code-refused'),
  access: oneOf(
    'publish-roles', 'update-role', 'copy-role', 'retire-role', 'update-user', 'invite-user', 'resend-invitation', 'revoke-invitation', 'accept-invitation', 'disable-user', 'enable-user', 'end-sessions', 'end-session',
    'send-reset', 'reset-password', 'change-password', 'ask-email-change', 'change-email', 'turn-on-factor', 'turn-off-factor', 'renew-codes', 'drop-factor',
  ),
  exports: oneOf('export', 'download-file'),
  support: oneOf('ask-visit', 'allow-visit', 'end-visit', 'support-entered', 'support-left', 'found-organization', 'suspend-organization', 'reopen-organization'),
  refused: oneOf('refused'),
}

/** Who did what in the organization. A day is one of where the reader is. */
export async function listAuditEvents({ db, timeZone }: Ctx, { filters: { entity, kind, deed, actor, record, from, to }, ...query }: ListQuery<typeof auditList>): Promise<Paged<HistoryRow>> {
  const at = { ...(from ? { gte: instantIn(timeZone, from, '00:00') } : {}), ...(to ? { lt: instantIn(timeZone, daysAfter(to, 1), '00:00') } : {}) }
  const where = { ...(entity ? { entity } : {}), ...(deed ? { deed } : {}), ...(actor ? { actorId: actor } : {}), ...(record ? { entityId: record } : {}), ...(from || to ? { at } : {}), ...(kind ? { AND: [kinds[kind]] } : {}) }
  const page = await paged({ ...query, filters: {} }, {
    countCap,
    count: () => db.auditEvent.count({ where, take: countCap }),
    rows: (keyset) => db.auditEvent.findMany({ where: { AND: [where, keyset.where] }, orderBy: keyset.orderBy, take: keyset.take, select: historyColumns }),
  })
  return { ...page, rows: page.rows.map(historyRow) }
}

/** People of the organization, for the filter by person. */
export const peopleWhoAct = async ({ db }: Ctx): Promise<{ value: string; label: string }[]> =>
  (await db.user.findMany({ orderBy: [{ lastName: 'asc' }, { firstName: 'asc' }, { id: 'asc' }], take: 300, select: { id: true, firstName: true, lastName: true, email: true } })).map(({ id, firstName, lastName, email }) => ({ value: id, label: [lastName, firstName].filter(Boolean).join(', ') || email }))
