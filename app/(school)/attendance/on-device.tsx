'use client'

import dynamic from 'next/dynamic'
import { useSyncExternalStore } from 'react'

const OnDeviceList = dynamic(() => import('./on-device-list'), { ssr: false })

const never = () => () => {}
const has = (prefix: string) => {
  try {
    return Object.keys(window.localStorage).some((name) => name.startsWith(prefix))
  } catch {
    return false
  }
}

/** Registers that this person has on this device only; nearly always none, and then nothing is loaded. */
export function OnDevice({ prefix }: { prefix: string }) {
  return useSyncExternalStore(never, () => has(prefix), () => false) ? <OnDeviceList prefix={prefix} /> : null
}
