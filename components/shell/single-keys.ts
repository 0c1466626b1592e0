import { useSyncExternalStore } from 'react'
import { remember } from './preference'

const readers = new Set<() => void>()
const subscribe = (changed: () => void) => {
  readers.add(changed)
  return () => void readers.delete(changed)
}

/** Whether a letter or a sign pressed alone does something here. Who speaks to the device, or trembles, may have switched that off. */
export const haveSingleKeys = () => !/(?:^|; )keys=off(?:;|$)/.test(document.cookie)

export function setSingleKeys(isOn: boolean) {
  remember('keys', isOn ? '' : 'off')
  for (const changed of readers) changed()
}

export const useSingleKeys = () => useSyncExternalStore(subscribe, haveSingleKeys, () => true)
