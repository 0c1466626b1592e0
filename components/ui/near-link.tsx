'use client'

import Link from 'next/link'
import { useState, type ComponentProps } from 'react'

/** A link whose page is fetched ahead when somebody nears it: all that stand on a page at once would weigh more than the page. */
export function NearLink({ prefetch, ...rest }: ComponentProps<typeof Link>) {
  const [isNear, setNear] = useState(false)
  const near = () => setNear(true)
  return <Link prefetch={prefetch ?? (isNear ? null : false)} onMouseEnter={near} onFocus={near} onTouchStart={near} {...rest} />
}
