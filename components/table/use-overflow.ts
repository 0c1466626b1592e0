import { useEffect, useRef, useState, type RefObject } from 'react'

/**
 * Whether what is in the box is wider than the box. A box that scrolls sideways keeps its head from sticking to
 * the page, so it scrolls only where it must.
 */
export function useOverflow<Box extends HTMLElement>(): [box: RefObject<Box | null>, overflows: boolean] {
  const box = useRef<Box>(null)
  const [overflows, setOverflows] = useState(false)
  useEffect(() => {
    const { current } = box
    if (!current) return
    const observer = new ResizeObserver(() => setOverflows(current.scrollWidth > current.clientWidth + 1))
    observer.observe(current)
    return () => observer.disconnect()
  }, [])
  return [box, overflows]
}
