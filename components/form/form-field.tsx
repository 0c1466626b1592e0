'use client'

import { createContext, useContext } from 'react'
import { get, useFormContext, type FieldError } from 'react-hook-form'
import { described, type FieldText } from '@/components/ui/field'

/** What every field of a form takes. */
export type FormFieldProps = Omit<FieldText, 'problem'> & { name: string }

const FormIdContext = createContext('')
export const FormId = FormIdContext.Provider

export const useFieldId = () => {
  const form = useContext(FormIdContext)
  return (name: string) => `${form}${name.replaceAll('.', '-')}`
}

/** Ties one input to the form around it: id, problem and what describes it. */
export function useFormField({ name, hint }: Pick<FormFieldProps, 'name' | 'hint'>) {
  const id = useFieldId()(name)
  const { control, register, formState } = useFormContext()
  const problem = (get(formState.errors, name) as FieldError | undefined)?.message
  return { id, control, register, problem, input: described(id, { hint, problem }) }
}
