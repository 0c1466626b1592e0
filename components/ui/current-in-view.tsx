'use client'

import { useEffect, useRef, type ComponentProps } from 'react'

type CurrentInViewProps = ComponentProps<'div'> & { /** What is current; when it is another, that is brought into view. */ current: string }

/** A strip that is wider than the screen begins where its current part is. */
export function CurrentInView({ current, ...rest }: CurrentInViewProps) {
  const box = useRef<HTMLDivElement>(null)
  useEffect(() => {
    const [strip, part] = [box.current, box.current?.querySelector('[aria-current]')]
    if (!strip || !part || strip.scrollWidth <= strip.clientWidth) return
    const [whole, own] = [strip.getBoundingClientRect(), part.getBoundingClientRect()]
    strip.scrollLeft += own.left + own.width / 2 - (whole.left + whole.width / 2)
  }, [current])
  return <div ref={box} {...rest} />
}
