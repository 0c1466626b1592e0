import { getTranslations } from 'next-intl/server'
import { LinkButton } from '@/components/ui/link-button'
import { Screen } from '@/components/ui/screen'
import { getBillingOverview } from '@/lib/domain/billing/overview.server'
import { requirePage } from '@/lib/platform/context.server'
import { BillingCards } from './billing-cards'
import { BillingCharts } from './billing-charts'
import { RunsCard } from './runs-card'

export async function generateMetadata() {
  return { title: (await getTranslations('billing'))('title') }
}

/** What is owed and since when, what came in, what was planned, what discounts cost; each number leads to its rows. */
export default async function BillingPage() {
  const ctx = await requirePage('READ_INVOICES')
  const [t, overview] = await Promise.all([getTranslations('billing'), getBillingOverview(ctx)])
  const money = { currency: ctx.organization.currency, locale: ctx.locale }
  const deed = ctx.can('RECORD_PAYMENTS') && <LinkButton href="/payments/new" variant="primary">{t('record')}</LinkButton>
  return (
    <Screen title={t('title')} description={ctx.campus?.name ?? t('all')} deed={deed} wide>
      <div className="flex flex-col gap-4">
        <BillingCards overview={overview} money={money} mayReadPayments={ctx.can('READ_PAYMENTS')} />
        <BillingCharts overview={overview} currency={money.currency} campuses={ctx.campuses} />
        <RunsCard runs={overview.runs} mayOpen={ctx.can('READ_FEE_PLANS')} />
      </div>
    </Screen>
  )
}
