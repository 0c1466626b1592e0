import { getTranslations } from 'next-intl/server'
import { LinkButton } from '@/components/ui/link-button'
import { Screen } from '@/components/ui/screen'
import { discountList } from '@/lib/domain/billing/discount'
import { discountKinds } from '@/lib/domain/billing/reckoning'
import { listDiscounts } from '@/lib/domain/billing/discount.server'
import { requirePage } from '@/lib/platform/context.server'
import { parseList, viewOf } from '@/lib/platform/list'
import { countOf } from '../../count-of'
import { wordChoices } from '../../list-choices'
import { DiscountTable } from './discount-table'

export async function generateMetadata() {
  return { title: (await getTranslations('discounts'))('title') }
}

export default async function DiscountsPage({ searchParams }: PageProps<'/fee-plans/discounts'>) {
  const ctx = await requirePage('READ_FEE_PLANS')
  const query = parseList(discountList, await searchParams)
  const [t, invoices, page] = await Promise.all([getTranslations('discounts'), getTranslations('invoices'), listDiscounts(ctx, query)])
  const filters = [
    { name: 'kind', label: t('fields.kind'), options: wordChoices(discountKinds, (one) => invoices(`kinds.${one}`)) },
    { name: 'active', label: t('fields.active'), options: wordChoices(['yes', 'no'] as const, (one) => t(one === 'yes' ? 'active' : 'inactive')) },
  ]
  const deed = ctx.can('CREATE_FEE_PLANS') && <LinkButton href="/fee-plans/discounts/new" variant="primary">{t('new')}</LinkButton>
  return (
    <Screen title={t('title')} description={t('hint')} count={countOf(page, ctx.locale)} deed={deed} wide>
      <DiscountTable view={viewOf(query)} page={page} filters={filters} money={{ currency: ctx.organization.currency, locale: ctx.locale }} deed={deed} />
    </Screen>
  )
}
