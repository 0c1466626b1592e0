import type { ReactNode } from 'react'
import { plainMarkup } from './plain-markup'

type PlainProps = { as?: 'div' | 'header' | 'figcaption' | 'nav' | 'thead' | 'tbody'; className?: string; children: ReactNode }

/**
 * A part of a page without islands, written once as finished HTML (see `plainMarkup`). What is below must be
 * synchronous: whatever asks for data asks before.
 */
export function Plain({ as: Tag = 'div', className, children }: PlainProps) {
  const html = plainMarkup(children)
  return html === null ? <Tag className={className}>{children}</Tag> : <Tag className={className} dangerouslySetInnerHTML={{ __html: html }} />
}
