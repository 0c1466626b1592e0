'use client'

import { Plus, Trash2 } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useFieldArray } from 'react-hook-form'
import { TextField } from '@/components/form/text-field'
import { Button } from '@/components/ui/button'
import { IconButton } from '@/components/ui/icon-button'

export const blankLine = { description: '', amount: '', taxRate: '0' }

/** What is charged for, each line with its amount and its tax. */
export function LineRows() {
  const t = useTranslations('invoices.lines')
  const { fields, append, remove } = useFieldArray({ name: 'lines' })
  return (
    <fieldset className="flex min-w-0 flex-col gap-4">
      <legend className="pb-2 text-sm font-semibold">{t('title')}</legend>
      {fields.map(({ id }, at) => (
        <div key={id} role="group" aria-label={t('number', { number: at + 1 })} className="grid gap-3 rounded-lg border border-line p-4 sm:grid-cols-[1fr_8rem_6rem_auto] sm:items-start">
          <TextField name={`lines.${at}.description`} label={t('description')} autoComplete="off" />
          <TextField name={`lines.${at}.amount`} label={t('amount')} inputMode="decimal" autoComplete="off" />
          <TextField name={`lines.${at}.taxRate`} label={t('taxRate')} inputMode="decimal" autoComplete="off" />
          {fields.length > 1 && <IconButton className="self-end" label={t('remove', { number: at + 1 })} onClick={() => remove(at)}><Trash2 aria-hidden /></IconButton>}
        </div>
      ))}
      <Button className="self-start" onClick={() => append(blankLine)}><Plus aria-hidden />{t('add')}</Button>
    </fieldset>
  )
}
