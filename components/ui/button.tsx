import { cva, type VariantProps } from 'class-variance-authority'
import type { ComponentProps } from 'react'
import { Spinner } from './spinner'

export const buttonClass = cva(
  'inline-flex shrink-0 items-center justify-center gap-2 rounded border font-medium whitespace-nowrap transition-colors select-none disabled:opacity-55 aria-disabled:opacity-55 [&>svg]:size-4 [&>svg]:shrink-0',
  {
    variants: {
      variant: {
        primary: 'border-campus-line bg-campus text-campus-on hover:bg-campus-hover',
        secondary: 'border-line-button bg-raised text-ink hover:bg-sunken',
        quiet: 'border-transparent text-ink hover:bg-sunken',
        danger: 'border-transparent bg-bad-fill text-[white] hover:opacity-90',
      },
      size: {
        sm: 'h-8 px-2.5 text-sm pointer-coarse:h-11 pointer-coarse:px-3.5',
        md: 'h-9 px-3.5 text-sm pointer-coarse:h-11 pointer-coarse:px-4',
        lg: 'h-11 px-5 text-base pointer-coarse:h-14',
      },
    },
    defaultVariants: { variant: 'secondary', size: 'md' },
  },
)

export type ButtonLook = VariantProps<typeof buttonClass>
type ButtonProps = ComponentProps<'button'> & ButtonLook & { pending?: boolean }

export function Button({ variant, size, pending = false, className, type = 'button', children, ...rest }: ButtonProps) {
  return (
    <button type={type} aria-busy={pending || undefined} className={buttonClass({ variant, size, className })} {...rest}>
      {pending && <Spinner />}
      {children}
    </button>
  )
}
