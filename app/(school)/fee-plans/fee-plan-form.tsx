'use client'

import { useTranslations } from 'next-intl'
import { useRouter } from 'next/navigation'
import { z } from 'zod'
import { ActionForm } from '@/components/form/action-form'
import { CheckField } from '@/components/form/check-field'
import { SelectField } from '@/components/form/select-field'
import { TextAreaField } from '@/components/form/text-area-field'
import { TextField } from '@/components/form/text-field'
import { LinkButton } from '@/components/ui/link-button'
import type { Option } from '@/components/ui/select'
import { toast } from '@/components/ui/toast'
import { billingCycles, feePlanInput, type FeePlanInput } from '@/lib/domain/billing/fee-plan'
import type { PlanYear } from '@/lib/domain/billing/fee-plan.server'
import { seenInput } from '@/lib/platform/catalog'
import { blankLine, LineRows } from '../invoices/line-rows'
import { createFeePlanAction, updateFeePlanAction } from './actions'
import { InstalmentRows } from './instalment-rows'

const editInput = z.intersection(feePlanInput, seenInput)
type FeePlanFormProps = { row?: { id: string; seen: string; values: FeePlanInput }; years: readonly PlanYear[]; grades: readonly Option[]; currency: string }

/** One form for a new plan and for the one that is there. */
export function FeePlanForm({ row, years, grades, currency }: FeePlanFormProps) {
  const t = useTranslations('feePlans')
  const router = useRouter()
  const saved = ({ id }: { id: string }) => {
    toast({ title: t('saved') })
    router.push(`/fee-plans/${id}`)
  }
  const common = { onSaved: saved, submit: t(row ? 'save' : 'add'), aside: <LinkButton href={row ? `/fee-plans/${row.id}` : '/fee-plans'} variant="quiet">{t('cancel')}</LinkButton> }
  const fields = (
    <>
      <TextField name="name" label={t('fields.name')} autoComplete="off" />
      <div className="grid gap-4 sm:grid-cols-3">
        <SelectField name="academicYearId" label={t('fields.year')} options={years.map(({ value, label }) => ({ value, label }))} />
        <SelectField name="gradeId" label={t('fields.grade')} options={[{ value: '', label: t('everyGrade') }, ...grades]} />
        <SelectField name="billingCycle" label={t('fields.cycle')} options={billingCycles.map((value) => ({ value, label: t(`cycles.${value}`) }))} />
      </div>
      <LineRows />
      <InstalmentRows years={years} currency={currency} />
      <CheckField name="active" label={t('fields.active')} />
      <TextAreaField name="notes" label={t('fields.notes')} optional />
    </>
  )
  const blank: FeePlanInput = { name: '', academicYearId: years[0]?.value ?? '', gradeId: '', billingCycle: 'term', active: true, notes: '', lines: [blankLine], instalments: [{ period: years[0]?.startDate ?? '', dueDate: years[0]?.startDate ?? '', amount: '' }] }
  if (!row) return <ActionForm schema={feePlanInput} action={createFeePlanAction} defaults={blank} {...common}>{fields}</ActionForm>
  return <ActionForm schema={editInput} action={updateFeePlanAction} defaults={{ ...row.values, id: row.id, seen: row.seen }} {...common}>{fields}</ActionForm>
}
