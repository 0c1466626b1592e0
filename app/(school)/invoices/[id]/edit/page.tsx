import { getTranslations } from 'next-intl/server'
import { redirect } from 'next/navigation'
import { requirePage } from '@/lib/platform/context.server'
import { decimalOf } from '@/lib/platform/money'
import { InvoiceForm } from '../../invoice-form'
import { openInvoice } from '../open-invoice.server'

export async function generateMetadata() {
  return { title: (await getTranslations('invoices'))('edit') }
}

/** A draft is written anew; what was issued does not change. */
export default async function EditInvoicePage({ params }: PageProps<'/invoices/[id]/edit'>) {
  await requirePage('UPDATE_INVOICES')
  const { row } = await openInvoice((await params).id)
  if (row.stored !== 'draft') redirect(`/invoices/${row.id}`)
  const lines = row.lines.map(({ description, amount, taxRate }) => ({ description, amount: decimalOf(amount), taxRate: decimalOf(taxRate) }))
  const values = { studentId: row.studentId, issueDate: row.issueDate, dueDate: row.dueDate, notes: row.notes ?? '', lines, withDiscounts: row.discounts.length > 0 }
  return <InvoiceForm child={{ value: row.studentId, label: `${row.studentName} (${row.studentNumber})` }} today={row.issueDate} due={row.dueDate} row={{ id: row.id, seen: row.seen, values }} />
}
