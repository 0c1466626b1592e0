import { getTranslations } from 'next-intl/server'
import { Screen } from '@/components/ui/screen'
import { listGradeChoices } from '@/lib/domain/academics/class.server'
import { listPlanYears } from '@/lib/domain/billing/fee-plan.server'
import { requirePage } from '@/lib/platform/context.server'
import { decimalOf } from '@/lib/platform/money'
import { FeePlanForm } from '../../fee-plan-form'
import { openFeePlan } from '../open-fee-plan.server'

export async function generateMetadata() {
  return { title: (await getTranslations('feePlans'))('edit') }
}

export default async function EditFeePlanPage({ params }: PageProps<'/fee-plans/[id]/edit'>) {
  await requirePage('UPDATE_FEE_PLANS')
  const { ctx, row } = await openFeePlan((await params).id)
  const [t, grades, years] = await Promise.all([getTranslations('feePlans'), listGradeChoices(ctx), listPlanYears(ctx)])
  const { name, academicYearId, gradeId, billingCycle, active, notes } = row
  const lines = row.lines.map((line) => ({ ...line, amount: decimalOf(line.amount), taxRate: decimalOf(line.taxRate) }))
  const instalments = row.instalments.map((instalment) => ({ ...instalment, amount: decimalOf(instalment.amount) }))
  return (
    <Screen title={t('edit')} description={t('editHint')}>
      <FeePlanForm row={{ id: row.id, seen: row.seen, values: { name, academicYearId, gradeId: gradeId ?? '', billingCycle, active, notes: notes ?? '', lines, instalments } }} years={years} grades={grades} currency={ctx.organization.currency} />
    </Screen>
  )
}
