import { getTranslations } from 'next-intl/server'
import { HistoryList } from '@/components/record/history-list'
import { historyOf } from '../../../history/history-lines.server'
import { openPayment } from '../open-payment.server'

export async function generateMetadata() {
  return { title: (await getTranslations('payments'))('tabs.history') }
}

export default async function PaymentHistoryPage({ params }: PageProps<'/payments/[id]/history'>) {
  const { ctx, row } = await openPayment((await params).id)
  return <HistoryList {...await historyOf(ctx, 'payments', row.id)} />
}
