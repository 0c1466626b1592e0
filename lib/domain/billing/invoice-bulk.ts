import { z } from 'zod'
import { selectionInput } from '@/lib/platform/selection'
import { openStatuses, reasonInput, type InvoiceStatus } from './invoice'

export const invoiceBulkDeeds = ['issue', 'void', 'write-off'] as const
export type InvoiceBulkDeed = (typeof invoiceBulkDeeds)[number]

/** Which of the chosen invoices a deed is for; the others are left as they are. */
export const fitting: Record<InvoiceBulkDeed, readonly InvoiceStatus[]> = { issue: ['draft'], void: ['issued'], 'write-off': openStatuses }

export const bulkPreviewInput = z.object({ deed: z.enum(invoiceBulkDeeds), selection: selectionInput })
/** How many the person was shown: a list that has grown since is looked at again first. */
export const bulkIssueInput = z.object({ selection: selectionInput, count: z.int().min(1) })
export const bulkEndInput = bulkIssueInput.extend({ deed: z.enum(['void', 'write-off']), reason: reasonInput })
