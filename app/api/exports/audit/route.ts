import { getTranslations } from 'next-intl/server'
import { auditColumns } from '@/app/(school)/audit/audit-columns'
import { historyLines } from '@/app/(school)/history/history-lines.server'
import { auditList } from '@/lib/domain/access/audit-event'
import { listAuditEvents } from '@/lib/domain/access/audit-event.server'
import { Refusal } from '@/lib/platform/errors'
import { exportRoute } from '../export-route'

export const GET = exportRoute({
  needs: 'READ_AUDIT_EVENTS', name: 'audit', list: auditList,
  async read(ctx, query) {
    // As the page: whoever sees a part of the organization reads no history of all of it.
    if (ctx.role.reach !== 'organization') throw new Refusal('forbidden', 'errors.refusals.forbidden')
    const page = await listAuditEvents(ctx, query)
    const lines = await historyLines(ctx, page.rows)
    return { ...page, rows: page.rows.map(({ id, entity }, i) => ({ ...lines[i]!, id, entity })) }
  },
  columns: async () => auditColumns(await getTranslations('audit')),
})
