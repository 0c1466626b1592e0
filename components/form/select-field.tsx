'use client'

import { Field } from '@/components/ui/field'
import { Select, type Option } from '@/components/ui/select'
import { useFormField, type FormFieldProps } from './form-field'

type SelectFieldProps = FormFieldProps & { options: readonly Option[]; placeholder?: string }

export function SelectField({ name, label, hint, optional, options, placeholder }: SelectFieldProps) {
  const { id, problem, register, input } = useFormField({ name, hint })
  return (
    <Field {...{ id, label, hint, optional, problem }}>
      <Select options={options} placeholder={placeholder} {...input} {...register(name)} />
    </Field>
  )
}
