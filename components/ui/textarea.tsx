import { clsx } from 'clsx'
import type { ComponentProps } from 'react'

export const Textarea = ({ className, rows = 4, ...rest }: ComponentProps<'textarea'>) => (
  <textarea rows={rows} className={clsx('control h-auto min-h-20 resize-y py-2 leading-normal pointer-coarse:h-auto', className)} {...rest} />
)
