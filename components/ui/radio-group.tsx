import type { ComponentProps } from 'react'
import { Hint, Problem, described, type FieldText } from './field'
import type { Option } from './select'

type RadioGroupProps = FieldText & Omit<ComponentProps<'input'>, 'type' | 'id'> & { id: string; options: readonly Option[] }

/** One of a few, all in sight. */
export function RadioGroup({ id, label, hint, problem, optional: _, options, defaultValue, ...rest }: RadioGroupProps) {
  return (
    <fieldset className="flex flex-col gap-1.5" {...described(id, { hint, problem })} tabIndex={-1}>
      <legend className="mb-1.5 text-sm font-medium">{label}</legend>
      {hint && <Hint id={id}>{hint}</Hint>}
      {options.map((option) => (
        <label key={option.value} className="flex min-h-9 items-start gap-2.5 py-1.5 pointer-coarse:min-h-11">
          <input type="radio" className="radio mt-0.5" value={option.value} defaultChecked={option.value === defaultValue} {...rest} />
          <span>
            {option.label}
            {option.hint && <span className="block text-soft">{option.hint}</span>}
          </span>
        </label>
      ))}
      {problem && <Problem id={id}>{problem}</Problem>}
    </fieldset>
  )
}
