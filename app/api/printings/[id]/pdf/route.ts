import { Readable } from 'node:stream'
import { z } from 'zod'
import { openPrinting } from '@/lib/domain/billing/printing.server'
import { defineRoute, quiet } from '@/lib/platform/route.server'

/** Many letters as one PDF, to be saved. */
export const GET = defineRoute({
  needs: 'READ_INVOICES',
  input: z.object({}),
  async run(ctx, { params }) {
    const { name, content } = await openPrinting(ctx, String(params.id))
    return new Response(Readable.toWeb(content) as unknown as BodyInit, { headers: { ...quiet, 'Content-Type': 'application/pdf', 'Content-Disposition': `attachment; filename="${name}"`, 'X-Content-Type-Options': 'nosniff' } })
  },
})
