import { getTranslations } from 'next-intl/server'
import { HistoryList } from '@/components/record/history-list'
import { historyOf } from '../../../history/history-lines.server'
import { openInvoice } from '../open-invoice.server'

export async function generateMetadata() {
  return { title: (await getTranslations('invoices'))('tabs.history') }
}

export default async function InvoiceHistoryPage({ params }: PageProps<'/invoices/[id]/history'>) {
  const { ctx, row } = await openInvoice((await params).id)
  return <HistoryList {...await historyOf(ctx, 'invoices', row.id)} />
}
