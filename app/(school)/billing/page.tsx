import { getTranslations } from 'next-intl/server'
import { LinkButton } from '@/components/ui/link-button'
import { Screen } from '@/components/ui/screen'
import { getBillingOverview } from '@/lib/domain/billing/overview.server'
import { lastStatements } from '@/lib/domain/billing/printing.server'
import { requirePage } from '@/lib/platform/context.server'
import { PrintMany } from '../invoices/print-many'
import { BillingCards } from './billing-cards'
import { BillingCharts } from './billing-charts'
import { BillingTabs } from './billing-tabs'
import { RunsCard } from './runs-card'

export async function generateMetadata() {
  return { title: (await getTranslations('billing'))('title') }
}

/** What is owed and since when, what came in, what was planned, what discounts cost; each number leads to its rows. */
export default async function BillingPage() {
  const ctx = await requirePage('READ_INVOICES')
  const [t, overview, statements] = await Promise.all([getTranslations('billing'), getBillingOverview(ctx), lastStatements(ctx)])
  const money = { currency: ctx.organization.currency, locale: ctx.locale }
  const deed = ctx.can('RECORD_PAYMENTS') && <LinkButton href="/payments/new" variant="primary">{t('record')}</LinkButton>
  return (
    <Screen title={t('title')} description={ctx.campus?.name ?? t('all')} deed={deed} aside={<PrintMany runId={null} last={statements} label={t('printing.statements')} />} tabs={<BillingTabs mayPlan={ctx.can('READ_FEE_PLANS')} />} wide>
      <div className="flex flex-col gap-4">
        <BillingCards overview={overview} money={money} mayReadPayments={ctx.can('READ_PAYMENTS')} />
        <BillingCharts overview={overview} currency={money.currency} campuses={ctx.campuses} mayReadPayments={ctx.can('READ_PAYMENTS')} />
        <RunsCard runs={overview.runs} mayOpen={ctx.can('READ_FEE_PLANS')} />
      </div>
    </Screen>
  )
}
