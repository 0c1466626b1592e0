import { getTranslations } from 'next-intl/server'
import { Screen } from '@/components/ui/screen'
import { previewRun } from '@/lib/domain/billing/invoice-run.server'
import { todayIn } from '@/lib/platform/clock.server'
import { requirePage } from '@/lib/platform/context.server'
import { RunForm } from '../../run-form'
import { RunPreviewCard } from '../../run-preview'
import { openFeePlan } from '../open-fee-plan.server'

export async function generateMetadata() {
  return { title: (await getTranslations('feePlans'))('run.title') }
}

/** First who would get an invoice and who would not, then the deed. */
export default async function RunPage({ params, searchParams }: PageProps<'/fee-plans/[id]/run'>) {
  await requirePage('CREATE_INVOICES')
  const { ctx, row } = await openFeePlan((await params).id)
  const [t, asked] = [await getTranslations('feePlans'), await searchParams]
  const today = todayIn(ctx.timeZone)
  const instalment = row.instalments.find(({ period }) => period === asked.period) ?? row.instalments.find(({ dueDate }) => dueDate >= today) ?? row.instalments[0]
  if (!instalment) return <Screen title={t('run.title')}>{t('refusals.noPeriod')}</Screen>
  const campusId = ctx.campus?.id ?? null
  const preview = await previewRun(ctx, { feePlanId: row.id, period: instalment.period, campusId, issueDate: today })
  const dueDate = instalment.dueDate < today ? today : instalment.dueDate
  return (
    <Screen title={t('run.title')} description={[row.name, ctx.campus?.name].filter(Boolean).join(' · ')}>
      <div className="flex flex-col gap-4">
        <RunForm feePlanId={row.id} campusId={campusId} period={instalment.period} periods={row.instalments.map(({ period }) => period)} issueDate={today} dueDate={dueDate} count={preview.due.length} />
        <RunPreviewCard preview={preview} money={{ currency: ctx.organization.currency, locale: ctx.locale }} />
      </div>
    </Screen>
  )
}
