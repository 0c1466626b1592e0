import { z } from 'zod'
import { quiet } from '@/lib/platform/route.server'

/** Which paper; without one, what the organization's country prints on. */
export const sizeInput = z.enum(['A4', 'LETTER']).optional().catch(undefined)

/** A letter to be opened in the browser's own viewer, and never kept by a cache. */
export const pdfResponse = ({ name, pdf }: { name: string; pdf: Buffer }) =>
  new Response(new Uint8Array(pdf), { headers: { ...quiet, 'Content-Type': 'application/pdf', 'Content-Disposition': `inline; filename="${name.replace(/[^\w.-]/g, '_')}"`, 'X-Content-Type-Options': 'nosniff' } })
