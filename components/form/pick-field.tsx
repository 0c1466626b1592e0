'use client'

import { useController } from 'react-hook-form'
import { Combobox } from '@/components/ui/combobox'
import { Field } from '@/components/ui/field'
import type { Option } from '@/components/ui/select'
import { useFormField, type FormFieldProps } from './form-field'

type PickFieldProps = FormFieldProps & { options: readonly Option[]; placeholder?: string }

/** One of many, found by typing; the value is the option's or null. */
export function PickField({ name, label, hint, optional, options, placeholder }: PickFieldProps) {
  const { id, problem, control, input } = useFormField({ name, hint })
  const { field } = useController({ name, control })
  const value = (field.value as string | null | undefined) ?? null
  return (
    <Field {...{ id, label, hint, optional, problem }}>
      <Combobox options={options} placeholder={placeholder} value={value} onChange={field.onChange} onBlur={field.onBlur} inputRef={field.ref} {...input} />
    </Field>
  )
}
