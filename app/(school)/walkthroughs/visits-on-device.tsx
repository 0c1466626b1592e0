'use client'

import dynamic from 'next/dynamic'
import { useSyncExternalStore } from 'react'
import { keptVisits } from './kept-visit'

const VisitList = dynamic(() => import('./visit-list'), { ssr: false })
const never = () => () => {}

/** Visits that this person has on this device only; nearly always none, and then nothing is loaded. */
export function VisitsOnDevice({ prefix, userId }: { prefix: string; userId: string }) {
  return useSyncExternalStore(never, () => keptVisits(prefix).length > 0, () => false) ? <VisitList prefix={prefix} userId={userId} /> : null
}
