import { getTranslations } from 'next-intl/server'
import { z } from 'zod'
import { auditColumns } from '@/app/(school)/audit/audit-columns'
import { historyLines, historyWords } from '@/app/(school)/history/history-lines.server'
import { auditList } from '@/lib/domain/access/audit-event'
import { listAuditEvents } from '@/lib/domain/access/audit-event.server'
import { Refusal } from '@/lib/platform/errors'
import { defineRoute } from '@/lib/platform/route.server'
import { exportResponse } from '../export-route'

export const GET = defineRoute({
  needs: 'READ_AUDIT_EVENTS', input: z.record(z.string(), z.string()),
  async run(ctx, { input }) {
    // As the page: whoever sees a part of the organization reads no history of all of it.
    if (ctx.role.reach !== 'organization') throw new Refusal('forbidden', 'errors.refusals.forbidden')
    const [t, words] = await Promise.all([getTranslations('audit'), historyWords()])
    return exportResponse(ctx, input, {
      needs: 'READ_AUDIT_EVENTS', name: 'audit', list: auditList, columns: async () => auditColumns(t),
      async read(asking, query) {
        const page = await listAuditEvents(asking, query)
        const lines = await historyLines(asking, page.rows, words)
        return { ...page, rows: page.rows.map(({ id, entity, entityId }, i) => ({ ...lines[i]!, id, entity, record: entityId })) }
      },
    })
  },
})
