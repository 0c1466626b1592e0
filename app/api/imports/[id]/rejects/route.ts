import { Readable } from 'node:stream'
import { z } from 'zod'
import { batchInput } from '@/lib/domain/interop/import-batch'
import { openRejects } from '@/lib/domain/interop/public.server'
import { defineRoute } from '@/lib/platform/route.server'

/** Everything that was left out, as CSV. */
export const GET = defineRoute({
  needs: 'READ_IMPORTS',
  input: z.object({}),
  run: async (ctx, { params }) => {
    const { content, name } = await openRejects(ctx, batchInput.parse(params).id)
    return new Response(Readable.toWeb(content) as ReadableStream, {
      headers: {
        'Content-Type': 'text/csv; charset=utf-8',
        'Content-Disposition': `attachment; filename="rejects.csv"; filename*=UTF-8''${encodeURIComponent(name)}`,
        'Cache-Control': 'private, no-store',
      },
    })
  },
})
