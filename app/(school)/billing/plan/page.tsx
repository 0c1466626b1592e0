import { getTranslations } from 'next-intl/server'
import { EmptyState } from '@/components/ui/empty-state'
import { LinkButton } from '@/components/ui/link-button'
import { Screen } from '@/components/ui/screen'
import { listGradeChoices } from '@/lib/domain/academics/class.server'
import { listPlanYears } from '@/lib/domain/billing/fee-plan.server'
import { getPlanAndActual } from '@/lib/domain/billing/overview.server'
import { requirePage } from '@/lib/platform/context.server'
import { BillingTabs } from '../billing-tabs'
import { PlanCharts } from './plan-charts'

export async function generateMetadata() {
  return { title: (await getTranslations('billing'))('tabs.plan') }
}

/** A year's plan beside what was issued and what came in, by month, campus and grade. */
export default async function BillingPlanPage({ searchParams }: PageProps<'/billing/plan'>) {
  await requirePage('READ_INVOICES')
  const ctx = await requirePage('READ_FEE_PLANS')
  const [t, years, grades, asked] = await Promise.all([getTranslations('billing'), listPlanYears(ctx), listGradeChoices(ctx), searchParams])
  const year = years.find(({ value }) => value === asked.year) ?? years[0]
  const plan = year && (await getPlanAndActual(ctx, { id: year.value, startDate: year.startDate, endDate: year.endDate }))
  return (
    <Screen title={t('title')} description={ctx.campus?.name ?? t('all')} tabs={<BillingTabs mayPlan />} wide>
      <nav aria-label={t('plan.year')} className="flex flex-wrap gap-2">
        {years.map(({ value, label }) => <LinkButton key={value} href={`/billing/plan?year=${value}`} size="sm" variant={value === year?.value ? 'primary' : 'quiet'} aria-current={value === year?.value ? 'page' : undefined}>{label}</LinkButton>)}
      </nav>
      {plan && year && plan.months.length > 0
        ? <PlanCharts plan={plan} yearId={year.value} currency={ctx.organization.currency} campuses={ctx.campuses} grades={grades} mayReadPayments={ctx.can('READ_PAYMENTS')} />
        : <EmptyState title={t('plan.empty')}>{t('plan.emptyHint')}</EmptyState>}
    </Screen>
  )
}
