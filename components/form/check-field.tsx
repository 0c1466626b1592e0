'use client'

import { Checkbox } from '@/components/ui/checkbox'
import { Problem } from '@/components/ui/field'
import { useFormField, type FormFieldProps } from './form-field'

export function CheckField({ name, label, hint }: Omit<FormFieldProps, 'optional'>) {
  const { id, problem, register, input } = useFormField({ name, hint: undefined })
  return (
    <div>
      <Checkbox label={label} hint={hint} {...input} {...register(name)} />
      {problem && <Problem id={id}>{problem}</Problem>}
    </div>
  )
}
