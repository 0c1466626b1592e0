import { getTranslations } from 'next-intl/server'
import { Facts } from '@/components/record/facts'
import { RemoveButton } from '@/components/record/remove-button'
import { LinkButton } from '@/components/ui/link-button'
import { Screen } from '@/components/ui/screen'
import { listPlanRuns } from '@/lib/domain/billing/fee-plan.server'
import { printingsOf } from '@/lib/domain/billing/printing.server'
import { removeFeePlanAction, restoreFeePlanAction } from '../actions'
import { PlanParts } from '../plan-parts'
import { RunList } from '../run-list'
import { openFeePlan } from './open-fee-plan.server'

export default async function FeePlanPage({ params }: PageProps<'/fee-plans/[id]'>) {
  const { ctx, row } = await openFeePlan((await params).id)
  const [t, runs] = await Promise.all([getTranslations('feePlans'), ctx.can('READ_INVOICES') ? listPlanRuns(ctx, row.id) : []])
  const printings = await printingsOf(ctx, runs.map(({ id }) => id))
  const money = { currency: ctx.organization.currency, locale: ctx.locale }
  const deed = ctx.can('CREATE_INVOICES') && row.active && <LinkButton href={`/fee-plans/${row.id}/run`} variant="primary">{t('run.title')}</LinkButton>
  const aside = (
    <>
      {ctx.can('DELETE_FEE_PLANS') && <RemoveButton id={row.id} seen={row.seen} name={row.name} remove={removeFeePlanAction} restore={restoreFeePlanAction} listHref="/fee-plans" />}
      {ctx.can('UPDATE_FEE_PLANS') && <LinkButton href={`/fee-plans/${row.id}/edit`}>{t('edit')}</LinkButton>}
    </>
  )
  return (
    <Screen title={row.name} description={t(`cycles.${row.billingCycle}`)} deed={deed} aside={aside}>
      <div className="flex flex-col gap-4">
        <Facts facts={[{ label: t('fields.year'), value: row.yearName }, { label: t('fields.grade'), value: row.gradeName ?? t('everyGrade') }, { label: t('fields.active'), value: t(row.active ? 'active' : 'inactive') }, { label: t('fields.notes'), value: row.notes }]} />
        <PlanParts row={row} money={money} />
        <RunList runs={runs} printings={printings} money={money} may={{ cancel: ctx.can('CREATE_INVOICES'), undo: ctx.can('VOID_INVOICES'), print: ctx.can('READ_INVOICES') }} />
      </div>
    </Screen>
  )
}
