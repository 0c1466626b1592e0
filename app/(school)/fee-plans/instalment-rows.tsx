'use client'

import { Plus, Trash2 } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { get, useFieldArray, useFormContext } from 'react-hook-form'
import { DateField } from '@/components/form/date-field'
import { TextField } from '@/components/form/text-field'
import { Button } from '@/components/ui/button'
import { IconButton } from '@/components/ui/icon-button'
import { periodsOf, scheduleOf, type FeePlanInput } from '@/lib/domain/billing/fee-plan'
import type { PlanYear } from '@/lib/domain/billing/fee-plan.server'
import { decimalOf, parseMoney, sumOf, unitOf } from '@/lib/platform/money'

/** When the plan falls due: spread by its cycle in parts that sum to the lines, or written by hand. */
export function InstalmentRows({ years, currency }: { years: readonly PlanYear[]; currency: string }) {
  const t = useTranslations('feePlans')
  const { getValues, formState } = useFormContext<FeePlanInput>()
  const { fields, append, remove, replace } = useFieldArray<FeePlanInput, 'instalments'>({ name: 'instalments' })
  const problem: unknown = get(formState.errors, 'instalments.root.message') ?? get(formState.errors, 'instalments.message')
  function distribute() {
    const { lines, billingCycle, academicYearId } = getValues()
    const year = years.find(({ value }) => value === academicYearId)
    if (year) replace(scheduleOf(sumOf(lines.map(({ amount }) => parseMoney(amount) ?? 0)), periodsOf(billingCycle, year), unitOf(currency)).map(({ amount, ...instalment }) => ({ ...instalment, amount: decimalOf(amount) })))
  }
  return (
    <fieldset className="flex min-w-0 flex-col gap-4">
      <legend className="pb-2 text-sm font-semibold">{t('instalments')}</legend>
      {fields.map(({ id }, at) => (
        <div key={id} role="group" aria-label={t('instalmentNumber', { number: at + 1 })} className="grid gap-3 rounded-lg border border-line p-4 sm:grid-cols-[1fr_1fr_8rem_auto] sm:items-start">
          <DateField name={`instalments.${at}.period`} label={t('fields.period')} />
          <DateField name={`instalments.${at}.dueDate`} label={t('fields.dueDate')} />
          <TextField name={`instalments.${at}.amount`} label={t('fields.amount')} inputMode="decimal" autoComplete="off" />
          {fields.length > 1 && <IconButton className="self-end" label={t('removeInstalment', { number: at + 1 })} onClick={() => remove(at)}><Trash2 aria-hidden /></IconButton>}
        </div>
      ))}
      {typeof problem === 'string' && <p role="alert" className="tone-bad"><span className="share-word">{problem}</span></p>}
      <div className="flex flex-wrap gap-2">
        <Button onClick={distribute}>{t('spread')}</Button>
        <Button onClick={() => append({ period: '', dueDate: '', amount: '' })}><Plus aria-hidden />{t('addInstalment')}</Button>
      </div>
    </fieldset>
  )
}
