'use client'

import { useLocale } from 'next-intl'
import { useState } from 'react'
import { useController } from 'react-hook-form'
import { Field } from '@/components/ui/field'
import { Input } from '@/components/ui/input'
import { amountText, minorUnits } from './amount'
import { useFormField, type FormFieldProps } from './form-field'

type MoneyFieldProps = FormFieldProps & { currency: string }

/** An amount as people write it; the value is in minor units, or null when it cannot be read. */
export function MoneyField({ name, label, hint, optional, currency }: MoneyFieldProps) {
  const locale = useLocale()
  const { id, problem, control, input } = useFormField({ name, hint })
  const { field } = useController({ name, control })
  const [text, setText] = useState(() => amountText(field.value as number | null, { locale, currency }))
  return (
    <Field {...{ id, label, hint, optional, problem }}>
      <div className="relative max-w-48">
        <Input
          {...input}
          ref={field.ref}
          inputMode="decimal"
          autoComplete="off"
          className="pe-14 text-end tabular-nums"
          value={text}
          onChange={({ target }) => {
            setText(target.value)
            field.onChange(minorUnits(target.value, { locale, currency }))
          }}
          onBlur={() => {
            setText((typed) => (field.value === null ? typed : amountText(field.value as number, { locale, currency })))
            field.onBlur()
          }}
        />
        <span aria-hidden="true" className="pointer-events-none absolute inset-y-0 end-3 flex items-center text-soft">
          {currency}
        </span>
      </div>
    </Field>
  )
}
