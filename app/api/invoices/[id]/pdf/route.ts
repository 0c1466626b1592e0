import { z } from 'zod'
import { printInvoice } from '@/lib/domain/billing/paper.server'
import { defineRoute } from '@/lib/platform/route.server'
import { pdfResponse, sizeInput } from '@/app/api/pdf-response'

export const GET = defineRoute({ needs: 'READ_INVOICES', input: z.object({ size: sizeInput }), run: async (ctx, { input, params }) => pdfResponse(await printInvoice(ctx, { id: String(params.id), size: input.size })) })
