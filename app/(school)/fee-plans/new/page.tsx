import { getTranslations } from 'next-intl/server'
import { Screen } from '@/components/ui/screen'
import { listGradeChoices } from '@/lib/domain/academics/class.server'
import { listPlanYears } from '@/lib/domain/billing/fee-plan.server'
import { requirePage } from '@/lib/platform/context.server'
import { StandsOn } from '../../setup/stands-on'
import { FeePlanForm } from '../fee-plan-form'

export async function generateMetadata() {
  return { title: (await getTranslations('feePlans'))('new') }
}

export default async function NewFeePlanPage() {
  const ctx = await requirePage('CREATE_FEE_PLANS')
  const [t, grades, years] = await Promise.all([getTranslations('feePlans'), listGradeChoices(ctx), listPlanYears(ctx)])
  return (
    <Screen title={t('new')}>
      <StandsOn ctx={ctx} on={['academicYears']}>
        <FeePlanForm years={years} grades={grades} currency={ctx.organization.currency} />
      </StandsOn>
    </Screen>
  )
}
