'use server'

import { z } from 'zod'
import { creditNoteInput, invoiceDeedInput, invoiceInput, invoiceList } from '@/lib/domain/billing/invoice'
import { bulkEndInput, bulkIssueInput, bulkPreviewInput } from '@/lib/domain/billing/invoice-bulk'
import { invoiceBulks, invoiceIds, previewInvoiceBulk } from '@/lib/domain/billing/invoice-bulk.server'
import { discardInvoice, draftInvoice, issueInvoice, reviseInvoice, voidInvoice, writeOffInvoice } from '@/lib/domain/billing/invoice.server'
import { creditInvoice } from '@/lib/domain/billing/payment.server'
import { printingInput } from '@/lib/domain/billing/printing'
import { startPrinting } from '@/lib/domain/billing/printing.server'
import { defineAction } from '@/lib/platform/action.server'
import { startBulk } from '@/lib/platform/bulk.server'
import { seenInput } from '@/lib/platform/catalog'
import type { Ctx } from '@/lib/platform/context'
import type { Selection } from '@/lib/platform/selection'
import { assertAsSeen, selectedIds } from '@/lib/platform/selection.server'

const refresh = ['/invoices', '/billing']

export const draftInvoiceAction = defineAction({ needs: 'CREATE_INVOICES', input: invoiceInput, run: draftInvoice, refresh })
export const reviseInvoiceAction = defineAction({ needs: 'UPDATE_INVOICES', input: z.intersection(invoiceInput, seenInput), run: reviseInvoice, refresh })
export const issueInvoiceAction = defineAction({ needs: 'UPDATE_INVOICES', input: seenInput, run: issueInvoice, refresh })
export const discardInvoiceAction = defineAction({ needs: 'UPDATE_INVOICES', input: seenInput, run: discardInvoice, refresh })
export const voidInvoiceAction = defineAction({ needs: 'VOID_INVOICES', input: invoiceDeedInput, run: voidInvoice, refresh })
export const writeOffInvoiceAction = defineAction({ needs: 'VOID_INVOICES', input: invoiceDeedInput, run: writeOffInvoice, refresh })
export const creditInvoiceAction = defineAction({ needs: 'VOID_INVOICES', input: creditNoteInput, run: creditInvoice, refresh })

const chosen = (ctx: Ctx, selection: Selection) => selectedIds(ctx, selection, invoiceList, invoiceIds)
async function asSeen(ctx: Ctx, { selection, count }: { selection: Selection; count: number }) {
  const ids = await chosen(ctx, selection)
  assertAsSeen(ids, count)
  return ids
}

export const previewInvoiceBulkAction = defineAction({ needs: 'READ_INVOICES', input: bulkPreviewInput, run: async (ctx, { deed, selection }) => previewInvoiceBulk(ctx, deed, await chosen(ctx, selection)) })
export const issueInvoicesAction = defineAction({ needs: 'UPDATE_INVOICES', input: bulkIssueInput, refresh, run: async (ctx, input) => startBulk(ctx, invoiceBulks.issue, await asSeen(ctx, input), {}) })
export const endInvoicesAction = defineAction({ needs: 'VOID_INVOICES', input: bulkEndInput, refresh, run: async (ctx, { deed, reason, ...input }) => startBulk(ctx, invoiceBulks[deed], await asSeen(ctx, input), { reason }) })

export const startPrintingAction = defineAction({ needs: 'READ_INVOICES', input: printingInput, run: startPrinting })
