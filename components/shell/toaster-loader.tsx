'use client'

import dynamic from 'next/dynamic'
import { useSyncExternalStore } from 'react'

const Toaster = dynamic(() => import('@/components/ui/toaster'), { ssr: false })
const never = () => () => undefined

/** After the page, not with it. */
export function ToasterLoader() {
  const isInBrowser = useSyncExternalStore(never, () => true, () => false)
  return isInBrowser && <Toaster />
}
