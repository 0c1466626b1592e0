'use client'

import type { ComponentProps } from 'react'
import { Field } from '@/components/ui/field'
import { Textarea } from '@/components/ui/textarea'
import { useFormField, type FormFieldProps } from './form-field'

type TextAreaFieldProps = FormFieldProps & Omit<ComponentProps<'textarea'>, 'name' | 'id'>

export function TextAreaField({ name, label, hint, optional, ...rest }: TextAreaFieldProps) {
  const { id, problem, register, input } = useFormField({ name, hint })
  return (
    <Field {...{ id, label, hint, optional, problem }}>
      <Textarea {...rest} {...input} {...register(name)} />
    </Field>
  )
}
