import { Screen } from '@/components/ui/screen'
import { isGranted } from '@/lib/domain/billing/discount'
import { getDiscount, listGrants } from '@/lib/domain/billing/discount.server'
import { todayIn } from '@/lib/platform/clock.server'
import { requirePage } from '@/lib/platform/context.server'
import { decimalOf } from '@/lib/platform/money'
import { openRecord } from '../../../open-record.server'
import { DiscountForm } from '../discount-form'
import { GrantsCard } from '../grants-card'

const openDiscount = openRecord('READ_FEE_PLANS', getDiscount)

export async function generateMetadata({ params }: PageProps<'/fee-plans/discounts/[id]'>) {
  return { title: (await openDiscount((await params).id)).row.name }
}

export default async function DiscountPage({ params }: PageProps<'/fee-plans/discounts/[id]'>) {
  await requirePage('UPDATE_FEE_PLANS')
  const { ctx, row: { id, seen, percent, amount, position, fromChild, until, ...rule } } = await openDiscount((await params).id)
  const grants = isGranted(rule.kind) ? await listGrants(ctx, id) : null
  const values = { name: rule.name, kind: rule.kind, active: rule.active, measure: percent === null ? ('amount' as const) : ('percent' as const), percent: percent === null ? '' : decimalOf(percent), amount: amount === null ? '' : decimalOf(amount), position: String(position), fromChild: String(fromChild ?? 2), until: until ?? '' }
  return (
    <Screen title={rule.name}>
      {grants && <GrantsCard ruleId={id} grants={grants} today={todayIn(ctx.timeZone)} mayChange={ctx.can('UPDATE_FEE_PLANS')} />}
      <DiscountForm key={seen} row={{ id, seen, values }} />
    </Screen>
  )
}
