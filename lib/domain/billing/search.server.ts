import 'server-only'
import type { Ctx } from '@/lib/platform/context'

export type FoundPaper = { id: string; label: string; hint: string }

const numbered = /^(?:(inv|rec)-?)?0*(\d{1,9})$/i
const nameOf = ({ firstName, lastName }: { firstName: string; lastName: string }) => `${firstName} ${lastName}`
const student = { select: { firstName: true, lastName: true } } as const

/** The invoice and the receipt of a number, with or without its letters and zeros. */
export async function searchBilling(ctx: Ctx, text: string): Promise<{ invoices: FoundPaper[]; payments: FoundPaper[] }> {
  const [, kind, figures] = numbered.exec(text.trim()) ?? []
  if (figures === undefined) return { invoices: [], payments: [] }
  const padded = figures.padStart(6, '0')
  const [invoices, payments] = await Promise.all([
    ctx.can('READ_INVOICES') && kind?.toLowerCase() !== 'rec' ? ctx.db.invoice.findMany({ where: { invoiceNumber: `INV-${padded}` }, orderBy: { id: 'asc' }, take: 2, select: { id: true, invoiceNumber: true, student } }) : [],
    ctx.can('READ_PAYMENTS') && kind?.toLowerCase() !== 'inv' ? ctx.db.payment.findMany({ where: { receiptNumber: `REC-${padded}` }, orderBy: { id: 'asc' }, take: 2, select: { id: true, receiptNumber: true, student } }) : [],
  ])
  return { invoices: invoices.map((row) => ({ id: row.id, label: row.invoiceNumber ?? '', hint: nameOf(row.student) })), payments: payments.map((row) => ({ id: row.id, label: row.receiptNumber, hint: nameOf(row.student) })) }
}
