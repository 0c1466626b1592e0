import { Banknote } from 'lucide-react'
import { getTranslations } from 'next-intl/server'
import { QuestionCard } from '@/components/dashboard/question-card'
import { LinkButton } from '@/components/ui/link-button'
import { getBillingOverview, getOwed } from '@/lib/domain/billing/overview.server'
import type { Ctx } from '@/lib/platform/context'
import { shownMoney } from '@/lib/platform/money'
import { BillingCards } from '../billing/billing-cards'

/** For whoever takes payments: what is owed, what falls due, what came in. */
export async function MoneyCards({ ctx }: { ctx: Ctx }) {
  if (!ctx.can('RECORD_PAYMENTS') || !ctx.can('READ_INVOICES')) return null
  const [t, overview] = await Promise.all([getTranslations('billing'), getBillingOverview(ctx)])
  return (
    <div className="flex flex-col gap-4">
      <LinkButton href="/payments/new" variant="primary" className="self-start"><Banknote aria-hidden />{t('record')}</LinkButton>
      <BillingCards overview={overview} money={{ currency: ctx.organization.currency, locale: ctx.locale }} mayReadPayments={ctx.can('READ_PAYMENTS')} />
    </div>
  )
}

/** For whoever looks after a campus: what its families owe, and how much of it late. */
export async function OwedCard({ ctx }: { ctx: Ctx }) {
  if (!ctx.can('READ_INVOICES')) return null
  const [t, { owed, late }] = await Promise.all([getTranslations('billing'), getOwed(ctx)])
  const money = (minor: number) => shownMoney(minor, ctx.organization.currency, ctx.locale)
  return <QuestionCard question={t('owed')} answer={money(owed)} comparison={late > 0 ? { tone: 'bad', text: t('late', { amount: money(late) }) } : null} link={{ href: '/billing', label: t('title') }} />
}
