import type { ComponentProps } from 'react'
import { buttonClass, type ButtonLook } from './button'

export function LinkButton({ variant, size, className, ...rest }: ComponentProps<'a'> & ButtonLook) {
  return <a className={buttonClass({ variant, size, className })} {...rest} />
}
