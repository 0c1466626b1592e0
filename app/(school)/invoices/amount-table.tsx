import { useFormatter, useTranslations } from 'next-intl'
import Link from 'next/link'
import type { InvoiceRecord } from '@/lib/domain/billing/invoice-reading.server'

type AmountTableProps = { row: InvoiceRecord; money: (minor: number) => string; mayOpen: boolean }

/** An invoice from its lines to what is still owed: every amount with what it comes from. */
export function AmountTable({ row, money, mayOpen }: AmountTableProps) {
  const [t, payments] = [useTranslations('invoices'), useTranslations('payments')]
  const format = useFormatter()
  const rateOf = (hundredths: number) => format.number(hundredths / 10_000, { style: 'percent', maximumFractionDigits: 2 })
  const end = 'py-2 ps-4 text-end tabular-nums whitespace-nowrap'
  const sum = (label: string, minor: number) => (
    <tr className="border-t border-line font-semibold"><th scope="row" className="py-2 text-start">{label}</th><td className={end}>{money(minor)}</td></tr>
  )
  return (
    <table aria-label={t('explained')} className="w-full text-sm">
      <thead className="sr-only"><tr><th scope="col">{t('lines.description')}</th><th scope="col">{t('lines.amount')}</th></tr></thead>
      <tbody>
        {row.lines.map(({ description, amount, taxRate, tax }, at) => (
          <tr key={at}>
            <td className="py-2 break-words">{description}{taxRate > 0 && <span className="block text-soft">{t('fields.tax')} {rateOf(taxRate)}: {money(tax)}</span>}</td>
            <td className={end}>{money(amount)}</td>
          </tr>
        ))}
        {sum(t('fields.subtotal'), row.subtotal)}
        {row.discounts.map(({ name, kind, reason, amount }, at) => (
          <tr key={at}><td className="py-2 break-words">{[name, t(`kinds.${kind}`), reason].filter(Boolean).join(' · ')}</td><td className={end}>{money(-amount)}</td></tr>
        ))}
        {row.tax > 0 && <tr><td className="py-2">{t('fields.tax')}</td><td className={end}>{money(row.tax)}</td></tr>}
        {sum(t('fields.total'), row.total)}
        {row.settled.map(({ id, receipt, method, amount }, at) => (
          <tr key={at}>
            <td className="py-2">{mayOpen ? <Link href={`/payments/${id}`} className="hover:underline">{receipt}</Link> : receipt} · {payments(`methods.${method}`)}</td>
            <td className={end}>{money(-amount)}</td>
          </tr>
        ))}
        {sum(t('fields.balance'), row.balance)}
      </tbody>
    </table>
  )
}
