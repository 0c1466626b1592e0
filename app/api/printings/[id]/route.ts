import { z } from 'zod'
import { getPrinting } from '@/lib/domain/billing/printing.server'
import { defineRoute } from '@/lib/platform/route.server'

/** How far many letters are; only who asked for them is told. */
export const GET = defineRoute({ needs: 'READ_INVOICES', input: z.object({}), run: (ctx, { params }) => getPrinting(ctx, String(params.id)) })
