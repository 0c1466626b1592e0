import { useEffect, useRef } from 'react'

/** Where one step takes the place of another, the new one gets the focus: keys go on from there, and it is read aloud. Not at first, and not while there is no step. */
export function useFocusOn<Element extends HTMLElement>(step: string | number | null) {
  const place = useRef<Element>(null)
  const before = useRef(step)
  useEffect(() => {
    if (step === null || step === before.current) return
    before.current = step
    place.current?.focus()
  }, [step])
  return place
}
