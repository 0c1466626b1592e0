'use client'

import type { ComponentProps } from 'react'
import { Field } from '@/components/ui/field'
import { Input } from '@/components/ui/input'
import { useFormField, type FormFieldProps } from './form-field'

type TextFieldProps = FormFieldProps & Omit<ComponentProps<'input'>, 'name' | 'id'>

export function TextField({ name, label, hint, optional, ...rest }: TextFieldProps) {
  const { id, problem, register, input } = useFormField({ name, hint })
  return (
    <Field {...{ id, label, hint, optional, problem }}>
      <Input {...rest} {...input} {...register(name)} />
    </Field>
  )
}
