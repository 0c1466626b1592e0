import { z } from 'zod'
import { getPayload } from '@/lib/domain/development/content-edit.server'
import { contentTypes } from '@/lib/domain/development/content-type'
import { defineRoute } from '@/lib/platform/route.server'

/** One type's payload as a file, to be changed elsewhere and imported again. */
export const GET = defineRoute({
  needs: 'READ_CONTENT',
  input: z.object({ type: z.enum(contentTypes) }),
  run: async (ctx, { input: { type } }) => new Response(JSON.stringify((await getPayload(ctx, type)).payload, null, 2), { headers: { 'Content-Type': 'application/json; charset=utf-8', 'Content-Disposition': `attachment; filename="${type}.json"`, 'Cache-Control': 'private, no-store', 'X-Content-Type-Options': 'nosniff' } }),
})
