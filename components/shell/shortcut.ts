'use client'

import { useEffect, useSyncExternalStore } from 'react'
import { haveSingleKeys } from './single-keys'

/** A key that does something on the page that is open. With `run` it works from anywhere but fields; without, who listens tells of it here. */
export type Shortcut = { key: string; label: string; mod?: boolean; run?: () => void }
export type ShortcutGroup = { title: string; shortcuts: readonly Shortcut[] }

/** Every key that works now, by who works it: the sheet of keys is drawn from this, and the one listener asks it. */
let registered: readonly ShortcutGroup[] = []
const readers = new Set<() => void>()

function register(next: readonly ShortcutGroup[]) {
  registered = next
  for (const changed of readers) changed()
}

/** Makes keys known while the caller is on the page. `group` must stay the same while nothing of it changes. */
export function useShortcuts(group: ShortcutGroup) {
  useEffect(() => {
    register([...registered, group])
    return () => register(registered.filter((one) => one !== group))
  }, [group])
}

const subscribe = (changed: () => void) => {
  readers.add(changed)
  return () => void readers.delete(changed)
}
const none: readonly ShortcutGroup[] = []
export const useShortcutGroups = () => useSyncExternalStore(subscribe, () => registered, () => none)

/** A letter or a sign by itself: what is switched off for who does not want it. */
export const isSingle = ({ key, mod }: Pick<Shortcut, 'key' | 'mod'>) => !mod && /^[!-~]$/.test(key)

const isTyping = (target: EventTarget | null) =>
  target instanceof HTMLElement && (target.isContentEditable || (/^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName) && !target.matches('[type=checkbox], [type=radio]')))

/** Does what a key stands for, if it stands for anything here. */
export function runShortcut(event: KeyboardEvent) {
  const mod = event.metaKey || event.ctrlKey
  const asked = registered.flatMap(({ shortcuts }) => shortcuts).find(({ key, mod: wants = false, run }) => run && wants === mod && key.toLowerCase() === event.key.toLowerCase())
  if (!asked?.run || event.altKey || (!asked.mod && isTyping(event.target)) || (isSingle(asked) && !haveSingleKeys())) return
  event.preventDefault()
  asked.run()
}

const never = () => () => undefined
const isApple = () => /mac|iphone|ipad/i.test(navigator.platform)
/** What the key beside the space bar is called on this machine. */
export const useModKey = () => (useSyncExternalStore(never, isApple, () => false) ? '⌘' : 'Ctrl')
