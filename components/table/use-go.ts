'use client'

import { usePathname, useRouter } from 'next/navigation'
import { useTransition } from 'react'

export type Go = (href: string, how?: 'push' | 'replace') => void

/** Moves within a list: the address changes, the rows stay until the new ones are there. */
export function useGo(): [isGoing: boolean, go: Go] {
  const router = useRouter()
  const pathname = usePathname()
  const [isGoing, startTransition] = useTransition()
  return [isGoing, (href, how = 'push') => startTransition(() => router[how](pathname + href, { scroll: false }))]
}
