import { z } from 'zod'
import { printStatement } from '@/lib/domain/billing/paper.server'
import { defineRoute } from '@/lib/platform/route.server'
import { pdfResponse, sizeInput } from '@/app/api/pdf-response'

export const GET = defineRoute({ needs: 'READ_INVOICES', input: z.object({ size: sizeInput }), run: async (ctx, { input, params }) => pdfResponse(await printStatement(ctx, { id: String(params.id), size: input.size })) })
