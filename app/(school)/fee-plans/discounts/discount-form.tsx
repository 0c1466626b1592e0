'use client'

import { useTranslations } from 'next-intl'
import { useRouter } from 'next/navigation'
import { useWatch } from 'react-hook-form'
import { z } from 'zod'
import { ActionForm } from '@/components/form/action-form'
import { CheckField } from '@/components/form/check-field'
import { DateField } from '@/components/form/date-field'
import { SelectField } from '@/components/form/select-field'
import { TextField } from '@/components/form/text-field'
import { LinkButton } from '@/components/ui/link-button'
import { toast } from '@/components/ui/toast'
import { discountInput, discountMeasures, type DiscountForm as Values } from '@/lib/domain/billing/discount'
import { discountKinds } from '@/lib/domain/billing/reckoning'
import { seenInput } from '@/lib/platform/catalog'
import { createDiscountAction, updateDiscountAction } from './actions'

const editInput = z.intersection(discountInput, seenInput)
const blank: Values = { name: '', kind: 'sibling', measure: 'percent', percent: '', amount: '', position: '1', fromChild: '2', until: '', active: true }

/** One form for a new rule and for the one that is there. */
export function DiscountForm({ row }: { row?: { id: string; seen: string; values: Values } }) {
  const t = useTranslations('discounts')
  const router = useRouter()
  const saved = ({ id }: { id: string }) => {
    toast({ title: t('saved') })
    router.push(row ? '/fee-plans/discounts' : `/fee-plans/discounts/${id}`)
  }
  const common = { onSaved: saved, submit: t(row ? 'save' : 'add'), aside: <LinkButton href="/fee-plans/discounts" variant="quiet">{t('cancel')}</LinkButton> }
  if (!row) return <ActionForm schema={discountInput} action={createDiscountAction} defaults={blank} {...common}><RuleFields /></ActionForm>
  return <ActionForm schema={editInput} action={updateDiscountAction} defaults={{ ...row.values, id: row.id, seen: row.seen }} {...common}><RuleFields /></ActionForm>
}

function RuleFields() {
  const [t, invoices] = [useTranslations('discounts'), useTranslations('invoices')]
  const [kind, measure] = useWatch<Values, ['kind', 'measure']>({ name: ['kind', 'measure'] })
  return (
    <>
      <TextField name="name" label={t('fields.name')} autoComplete="off" />
      <SelectField name="kind" label={t('fields.kind')} hint={t(`what.${kind}`)} options={discountKinds.map((value) => ({ value, label: invoices(`kinds.${value}`) }))} />
      {kind === 'sibling' && <TextField name="fromChild" label={t('fields.fromChild')} hint={t('fromChildHint')} inputMode="numeric" className="max-w-32" />}
      {kind === 'early_bird' && <DateField name="until" label={t('fields.until')} />}
      <div className="flex flex-wrap gap-4">
        <SelectField name="measure" label={t('takes')} options={discountMeasures.map((value) => ({ value, label: t(`measures.${value}`) }))} />
        {measure === 'percent' ? <TextField name="percent" label={t('fields.percent')} inputMode="decimal" autoComplete="off" /> : <TextField name="amount" label={t('fields.amount')} inputMode="decimal" autoComplete="off" />}
      </div>
      <TextField name="position" label={t('fields.position')} hint={t('positionHint')} inputMode="numeric" className="max-w-32" />
      <CheckField name="active" label={t('active')} />
    </>
  )
}
