import type { ComponentProps } from 'react'
import { buttonClass, type ButtonLook } from './button'
import { NearLink } from './near-link'

export function LinkButton({ variant, size, className, ...rest }: ComponentProps<typeof NearLink> & ButtonLook) {
  return <NearLink className={buttonClass({ variant, size, className })} {...rest} />
}
