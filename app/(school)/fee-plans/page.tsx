import { getTranslations } from 'next-intl/server'
import { LinkButton } from '@/components/ui/link-button'
import { Screen } from '@/components/ui/screen'
import { listGradeChoices } from '@/lib/domain/academics/class.server'
import { feePlanList } from '@/lib/domain/billing/fee-plan'
import { listFeePlans, listPlanYears } from '@/lib/domain/billing/fee-plan.server'
import { requirePage } from '@/lib/platform/context.server'
import { parseList, viewOf } from '@/lib/platform/list'
import { countOf } from '../count-of'
import { wordChoices } from '../list-choices'
import { FeePlanTable } from './fee-plan-table'

export async function generateMetadata() {
  return { title: (await getTranslations('feePlans'))('title') }
}

export default async function FeePlansPage({ searchParams }: PageProps<'/fee-plans'>) {
  const ctx = await requirePage('READ_FEE_PLANS')
  const query = parseList(feePlanList, await searchParams)
  const [t, page, grades, years] = await Promise.all([getTranslations('feePlans'), listFeePlans(ctx, query), listGradeChoices(ctx), listPlanYears(ctx)])
  const filters = [
    { name: 'year', label: t('fields.year'), options: years.map(({ value, label }) => ({ value, label })) },
    { name: 'grade', label: t('fields.grade'), options: grades },
    { name: 'active', label: t('fields.active'), options: wordChoices(['yes', 'no'] as const, (one) => t(one === 'yes' ? 'active' : 'inactive')) },
  ]
  const deed = ctx.can('CREATE_FEE_PLANS') && <LinkButton href="/fee-plans/new" variant="primary">{t('new')}</LinkButton>
  return (
    <Screen title={t('title')} count={countOf(page, ctx.locale)} aside={<LinkButton href="/fee-plans/discounts">{t('discounts')}</LinkButton>} deed={deed} wide>
      <FeePlanTable view={viewOf(query)} page={page} filters={filters} money={{ currency: ctx.organization.currency, locale: ctx.locale }} deed={deed} />
    </Screen>
  )
}
