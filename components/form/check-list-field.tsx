'use client'

import { useController } from 'react-hook-form'
import { Checkbox } from '@/components/ui/checkbox'
import { Hint, Problem } from '@/components/ui/field'
import type { Option } from '@/components/ui/select'
import { useFormField, type FormFieldProps } from './form-field'

type CheckListFieldProps = FormFieldProps & { options: readonly (Option & { disabled?: boolean })[] }

/** Several of a list; the value is an array. A long list scrolls in itself. */
export function CheckListField({ name, label, hint, options }: CheckListFieldProps) {
  const { id, problem, control, input } = useFormField({ name, hint })
  const { field } = useController({ name, control })
  const chosen = (field.value as readonly string[] | undefined) ?? []
  const turn = (value: string, isOn: boolean) => field.onChange(isOn ? [...chosen, value] : chosen.filter((one) => one !== value))
  return (
    <fieldset aria-describedby={input['aria-describedby']}>
      <legend className="mb-1.5 text-sm font-medium">{label}</legend>
      <div className="flex max-h-72 flex-col overflow-y-auto rounded border border-line px-3 py-1">
        {options.map(({ value, label: word, disabled }) => (
          <Checkbox key={value} label={word} disabled={disabled} checked={chosen.includes(value)} onChange={({ target }) => turn(value, target.checked)} onBlur={field.onBlur} />
        ))}
      </div>
      {hint && <Hint id={id}>{hint}</Hint>}
      {problem && <Problem id={id}>{problem}</Problem>}
    </fieldset>
  )
}
