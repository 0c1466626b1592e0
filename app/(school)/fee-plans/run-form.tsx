'use client'

import { useTranslations } from 'next-intl'
import { useRouter } from 'next/navigation'
import { ActionForm } from '@/components/form/action-form'
import { DateField } from '@/components/form/date-field'
import { useDay } from '@/components/ui/day'
import { LinkButton } from '@/components/ui/link-button'
import { toast } from '@/components/ui/toast'
import { runForm } from '@/lib/domain/billing/fee-plan'
import { startRunAction } from './actions'

type RunFormProps = { feePlanId: string; campusId: string | null; period: string; periods: readonly string[]; issueDate: string; dueDate: string; count: number }

export function RunForm({ feePlanId, campusId, period, periods, issueDate, dueDate, count }: RunFormProps) {
  const t = useTranslations('feePlans')
  const router = useRouter()
  const day = useDay()
  const start = (values: { feePlanId: string; period: string; campusId: string | null; issueDate: string; dueDate: string; idempotencyKey?: string }) => startRunAction({ ...values, idempotencyKey: values.idempotencyKey ?? '' })
  const saved = () => {
    toast({ title: t('run.started', { count }) })
    router.push(`/fee-plans/${feePlanId}`)
  }
  return (
    <>
      <nav aria-label={t('fields.period')} className="flex flex-wrap gap-2">
        {periods.map((one) => <LinkButton key={one} href={`/fee-plans/${feePlanId}/run?period=${one}`} size="sm" variant={one === period ? 'primary' : 'quiet'} aria-current={one === period ? 'page' : undefined}>{day(one)}</LinkButton>)}
      </nav>
      {count > 0 && (
        <ActionForm key={period} schema={runForm} action={start} defaults={{ feePlanId, period, campusId, issueDate, dueDate }} onSaved={saved} submit={t('run.start', { count })} once aside={<LinkButton href={`/fee-plans/${feePlanId}`} variant="quiet">{t('cancel')}</LinkButton>}>
          <div className="flex flex-wrap gap-4">
            <DateField name="issueDate" label={t('fields.issueDate')} />
            <DateField name="dueDate" label={t('fields.dueDate')} />
          </div>
        </ActionForm>
      )}
    </>
  )
}
