import { clsx } from 'clsx'
import type { ComponentProps, ReactNode } from 'react'

type CheckboxProps = Omit<ComponentProps<'input'>, 'type'> & { label: ReactNode; hint?: ReactNode; kind?: 'tick' | 'switch' }

/** A yes or no. A `switch` acts at once, a tick with the rest of its form. */
export function Checkbox({ label, hint, kind = 'tick', className, ...rest }: CheckboxProps) {
  return (
    <label className={clsx('flex min-h-9 items-start gap-2.5 py-1.5 pointer-coarse:min-h-11', className)}>
      <input type="checkbox" role={kind === 'switch' ? 'switch' : undefined} className={clsx(kind, 'mt-0.5')} {...rest} />
      <span className="min-w-0 pointer-coarse:pt-0.5">
        {label}
        {hint && <span className="block text-soft">{hint}</span>}
      </span>
    </label>
  )
}
