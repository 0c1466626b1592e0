import { useTranslations } from 'next-intl'
import Link from 'next/link'
import { Card } from '@/components/ui/card'
import { undoneByWord } from '@/lib/domain/billing/payment'
import type { PaymentRecord } from '@/lib/domain/billing/payment-reading.server'
import type { Minor } from '@/lib/platform/money'

type PutCardProps = { row: Pick<PaymentRecord, 'amount' | 'put' | 'credit' | 'undoneBy' | 'status'>; money: (minor: Minor) => string; mayOpen: boolean }

/** A payment from what came in to what is left of it: every amount with where it went. */
export function PutCard({ row: { amount, put, credit, undoneBy, status }, money, mayOpen }: PutCardProps) {
  const t = useTranslations('payments')
  const sum = (label: string, minor: Minor) => <li className="flex justify-between gap-4 py-2 font-semibold"><span>{label}</span><span className="tabular-nums">{money(minor)}</span></li>
  return (
    <Card title={t('explained')}>
      <ul className="divide-y divide-line text-sm">
        {sum(t('fields.amount'), amount)}
        {undoneBy.map((one) => <li key={one.id} className="flex justify-between gap-4 py-2"><span>{t(undoneByWord(status))} <Link href={`/payments/${one.id}`} className="hover:underline">{one.receipt}</Link></span><span className="tabular-nums">{money(one.amount)}</span></li>)}
        {put.map(({ invoiceId, number, amount: given }, at) => (
          <li key={at} className="flex justify-between gap-4 py-2">
            <span>{t(given > 0 ? 'settles' : 'opens')} {mayOpen ? <Link href={`/invoices/${invoiceId}`} className="hover:underline">{number}</Link> : number}</span>
            <span className="tabular-nums">{money(-given)}</span>
          </li>
        ))}
        {sum(t('credit'), credit)}
      </ul>
    </Card>
  )
}
