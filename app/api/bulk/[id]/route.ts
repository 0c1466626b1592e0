import { z } from 'zod'
import { progressOf } from '@/lib/platform/bulk.server'
import { defineRoute } from '@/lib/platform/route.server'

/** How far a deed on many records is; only who did it is told. */
export const GET = defineRoute({ needs: 'SIGNED_IN', input: z.object({}), run: (ctx, { params }) => progressOf(ctx, String(params.id)) })
