import type { ComponentPropsWithRef } from 'react'

/**
 * A wide table that scrolls inside itself, by keyboard as well; named by `aria-label` or `aria-labelledby`. It holds what is
 * placed in it: words for screen readers alone are positioned, and would else stretch the page as far as the table reaches.
 */
export function ScrollRegion({ className, ...rest }: ComponentPropsWithRef<'div'>) {
  return <div role="region" tabIndex={0} className={`relative overflow-auto print:overflow-visible ${className ?? ''}`} {...rest} />
}
