import { useTranslations } from 'next-intl'
import Link from 'next/link'
import { Card } from '@/components/ui/card'
import type { Minor } from '@/lib/platform/money'

type PutCardProps = { put: readonly { invoiceId: string; number: string | null; amount: Minor }[]; credit: Minor; money: (minor: Minor) => string; mayOpen: boolean }

/** Which invoices a payment was put to, and what is left as credit. */
export function PutCard({ put, credit, money, mayOpen }: PutCardProps) {
  const t = useTranslations('payments')
  return (
    <Card title={t('putTo')}>
      <ul className="text-sm">
        {put.map(({ invoiceId, number, amount }, at) => (
          <li key={at} className="flex justify-between gap-4 border-b border-line py-2">
            {mayOpen ? <Link href={`/invoices/${invoiceId}`} className="hover:underline">{number}</Link> : number}
            <span className="tabular-nums">{money(amount)}</span>
          </li>
        ))}
        <li className="flex justify-between gap-4 py-2 font-semibold"><span>{t('credit')}</span><span className="tabular-nums">{money(credit)}</span></li>
      </ul>
    </Card>
  )
}
