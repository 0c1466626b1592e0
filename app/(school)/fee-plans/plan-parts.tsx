import { useTranslations } from 'next-intl'
import { Card } from '@/components/ui/card'
import { useDay } from '@/components/ui/day'
import type { FeePlanRecord } from '@/lib/domain/billing/fee-plan.server'
import { shownMoney } from '@/lib/platform/money'
import type { Money } from '../invoices/invoice-columns'

/** What a plan charges for and when; both come to its total. */
export function PlanParts({ row, money: { currency, locale } }: { row: FeePlanRecord; money: Money }) {
  const [t, lines] = [useTranslations('feePlans'), useTranslations('invoices.lines')]
  const day = useDay()
  const part = (key: string, label: string, amount: number) => (
    <li key={key} className="flex justify-between gap-4 border-b border-line py-2 last:border-0 last:font-semibold"><span className="min-w-0 break-words">{label}</span><span className="tabular-nums">{shownMoney(amount, currency, locale)}</span></li>
  )
  return (
    <div className="grid gap-4 lg:grid-cols-2">
      <Card title={lines('title')}><ul className="text-sm">{row.lines.map(({ description, amount }, at) => part(`${at}`, description, amount))}{part('total', t('fields.total'), row.total)}</ul></Card>
      <Card title={t('instalments')}><ul className="text-sm">{row.instalments.map(({ period, dueDate, amount }) => part(period, `${day(period)} · ${t('due', { date: day(dueDate) })}`, amount))}{part('total', t('fields.total'), row.total)}</ul></Card>
    </div>
  )
}
