import 'server-only'
import type { Ctx } from '@/lib/platform/context'
import { historyColumns, historyRow, type HistoryRow } from '@/lib/platform/history.server'
import { countCap, paged, type ListQuery } from '@/lib/platform/list'
import type { Paged } from '@/lib/platform/list-view'
import type { auditList } from './audit-event'

/** Who did what in the organization. */
export async function listAuditEvents({ db }: Ctx, { filters: { entity, deed, actor }, ...query }: ListQuery<typeof auditList>): Promise<Paged<HistoryRow>> {
  const where = { ...(entity ? { entity } : {}), ...(deed ? { deed } : {}), ...(actor ? { actorId: actor } : {}) }
  const page = await paged({ ...query, filters: {} }, {
    countCap,
    count: () => db.auditEvent.count({ where, take: countCap }),
    rows: (keyset) => db.auditEvent.findMany({ where: { AND: [where, keyset.where] }, orderBy: keyset.orderBy, take: keyset.take, select: historyColumns }),
  })
  return { ...page, rows: page.rows.map(historyRow) }
}
