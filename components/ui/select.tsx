import { clsx } from 'clsx'
import type { ComponentProps } from 'react'

export type Option = { value: string; label: string; hint?: string; disabled?: boolean }

type SelectProps = ComponentProps<'select'> & { options: readonly Option[]; placeholder?: string }

/** The browser's own select: each device opens the picker its user knows, and it costs no script. */
export const Select = ({ options, placeholder, className, ...rest }: SelectProps) => (
  <select className={clsx('control', className)} {...rest}>
    {placeholder !== undefined && <option value="">{placeholder}</option>}
    {options.map(({ value, label, disabled }) => (
      <option key={value} value={value} disabled={disabled}>
        {label}
      </option>
    ))}
  </select>
)
