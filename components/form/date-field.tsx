'use client'

import { Field } from '@/components/ui/field'
import { Input } from '@/components/ui/input'
import { useFormField, type FormFieldProps } from './form-field'

type DateFieldProps = FormFieldProps & { min?: string; max?: string; autoComplete?: string }

/** A calendar day as `YYYY-MM-DD`, with the picker of the device. */
export function DateField({ name, label, hint, optional, ...rest }: DateFieldProps) {
  const { id, problem, register, input } = useFormField({ name, hint })
  return (
    <Field {...{ id, label, hint, optional, problem }}>
      <Input type="date" className="max-w-48" {...rest} {...input} {...register(name)} />
    </Field>
  )
}
