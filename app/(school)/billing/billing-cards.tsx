import { useTranslations } from 'next-intl'
import Link from 'next/link'
import { QuestionCard } from '@/components/dashboard/question-card'
import type { BillingOverview } from '@/lib/domain/billing/overview.server'
import { shownMoney, sumOf } from '@/lib/platform/money'
import type { Money } from '../invoices/invoice-columns'

const tones = { current: 'ok', 30: 'warn', 60: 'bad', 90: 'bad' } as const

type BillingCardsProps = { overview: BillingOverview; money: Money; mayReadPayments: boolean }

export function BillingCards({ overview: { owed, late, byAge, due, collected, discounts, months }, money: { currency, locale }, mayReadPayments }: BillingCardsProps) {
  const [t, invoices] = [useTranslations('billing'), useTranslations('invoices')]
  const money = (minor: number) => shownMoney(minor, currency, locale)
  return (
    <div className="grid gap-4 sm:grid-cols-2">
      <QuestionCard
        question={t('owed')} answer={money(owed)} comparison={late > 0 ? { tone: 'bad', text: t('late', { amount: money(late) }) } : null} link={{ href: '/invoices?age=open', label: t('list') }}
        shares={byAge.map(({ age, invoices: count }) => ({ key: age, count, label: invoices(`ages.${age}`), tone: tones[age], href: `/invoices?age=${age}` }))}
      />
      <QuestionCard question={t('dueWeek')} answer={money(due.amount)} note={t('dueInvoices', { count: due.invoices })} link={{ href: '/invoices?age=week&sort=due', label: t('list') }} />
      <QuestionCard question={t('collected')} answer={money(collected)} note={t('thirtyDays')} link={mayReadPayments && { href: '/payments?lately=30', label: t('payments') }} />
      <QuestionCard question={t('discounts')} answer={money(sumOf(discounts.map(({ amount }) => amount)))} note={t('year')}>
        <ul className="text-sm text-soft">
          {discounts.map(({ kind, invoices: count, amount }) => (
            <li key={kind} className="flex flex-wrap items-center justify-between gap-x-4">
              <Link href={`/invoices?discount=${kind}&since=${months[0]?.month ?? ''}`} className="py-1 hover:underline pointer-coarse:py-3">{invoices(`kinds.${kind}`)} · {t('dueInvoices', { count })}</Link><span className="tabular-nums">{money(amount)}</span>
            </li>
          ))}
        </ul>
      </QuestionCard>
    </div>
  )
}
