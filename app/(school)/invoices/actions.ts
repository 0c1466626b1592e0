'use server'

import { z } from 'zod'
import { creditNoteInput, invoiceDeedInput, invoiceInput } from '@/lib/domain/billing/invoice'
import { discardInvoice, draftInvoice, issueInvoice, reviseInvoice, voidInvoice, writeOffInvoice } from '@/lib/domain/billing/invoice.server'
import { creditInvoice } from '@/lib/domain/billing/payment.server'
import { defineAction } from '@/lib/platform/action.server'
import { seenInput } from '@/lib/platform/catalog'

const refresh = ['/invoices', '/billing']

export const draftInvoiceAction = defineAction({ needs: 'CREATE_INVOICES', input: invoiceInput, run: draftInvoice, refresh })
export const reviseInvoiceAction = defineAction({ needs: 'UPDATE_INVOICES', input: z.intersection(invoiceInput, seenInput), run: reviseInvoice, refresh })
export const issueInvoiceAction = defineAction({ needs: 'UPDATE_INVOICES', input: seenInput, run: issueInvoice, refresh })
export const discardInvoiceAction = defineAction({ needs: 'UPDATE_INVOICES', input: seenInput, run: discardInvoice, refresh })
export const voidInvoiceAction = defineAction({ needs: 'VOID_INVOICES', input: invoiceDeedInput, run: voidInvoice, refresh })
export const writeOffInvoiceAction = defineAction({ needs: 'VOID_INVOICES', input: invoiceDeedInput, run: writeOffInvoice, refresh })
export const creditInvoiceAction = defineAction({ needs: 'VOID_INVOICES', input: creditNoteInput, run: creditInvoice, refresh })
