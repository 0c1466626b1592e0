'use client'

import { usePathname, useRouter } from 'next/navigation'
import { useEffect, useRef, useTransition } from 'react'
import { listHref, type ListChanges, type ListView } from '@/lib/platform/list-view'

export type Go = (changes: ListChanges, how?: 'push' | 'replace') => void

/**
 * Moves within a list: the address changes, the rows stay until the new ones are there. What was asked for and is still on its
 * way counts with what is asked next: who chooses a filter and types a search before the rows have come gets both.
 */
export function useGo(view: ListView): [isGoing: boolean, go: Go] {
  const router = useRouter()
  const pathname = usePathname()
  const [isGoing, startTransition] = useTransition()
  const asked = useRef<ListChanges>({})
  useEffect(() => {
    if (!isGoing) asked.current = {}
  }, [isGoing, view])
  const go: Go = (changes, how = 'push') => {
    const filters = { ...asked.current.filters, ...changes.filters }
    asked.current = { ...asked.current, ...changes, ...(Object.keys(filters).length > 0 && { filters }) }
    const href = pathname + listHref(view, asked.current)
    startTransition(() => router[how](href, { scroll: false }))
  }
  return [isGoing, go]
}
