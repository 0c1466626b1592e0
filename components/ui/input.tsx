import { clsx } from 'clsx'
import type { ComponentProps } from 'react'

/** Every one-line input: text, e-mail, password, number (`inputMode`), date and time (native, so a tablet shows its own picker). */
export const Input = ({ className, type = 'text', ...rest }: ComponentProps<'input'>) => (
  <input type={type} className={clsx('control', className)} {...rest} />
)
