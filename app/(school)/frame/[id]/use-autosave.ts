import { useRouter } from 'next/navigation'
import { useEffect, useEffectEvent, useRef, useState } from 'react'
import type { FrameKey } from '@/lib/domain/development/content-type'
import type { FrameSections } from '@/lib/domain/development/frame'
import type { Result } from '@/lib/platform/errors'

export type Theirs = { seen: string; sections: FrameSections }
export type Saving = { state: 'resting' | 'saving' | 'saved' | 'lost' } | { state: 'conflict'; theirs: Theirs } | { state: 'refused'; message: string }
const pause = 1000
/** The last words of a page that was left, on their way: whoever comes back meanwhile waits for them. */
const leftBehind: { sent: Promise<unknown> } = { sent: Promise.resolve() }
const isTheirs = (detail: unknown): detail is Theirs => typeof detail === 'object' && detail !== null && 'sections' in detail

const keysOf = (sections: FrameSections) => Object.keys(sections) as FrameKey[]
const same = (a: string, b: string) => a.trim() === b.trim()
/** Two who write in different sections do not disturb each other: a section is theirs where only they changed it. */
const merged = (mine: FrameSections, base: FrameSections, theirs: FrameSections) => Object.fromEntries(keysOf(base).map((key) => [key, same(mine[key], base[key]) ? theirs[key] : mine[key]])) as FrameSections
/** The sections that both changed, each otherwise. */
const clashes = (mine: FrameSections, base: FrameSections, theirs: FrameSections) => keysOf(base).filter((key) => !same(mine[key], base[key]) && !same(theirs[key], base[key]) && !same(mine[key], theirs[key]))

/** Keeps a note while it is written, one save after the other, each upon the state that the one before made. */
export function useAutosave(id: string, first: Theirs, isKept: boolean) {
  const [sections, setSections] = useState(first.sections)
  const [saving, setSaving] = useState<Saving>({ state: 'resting' })
  const [stored, setStored] = useState(first.sections)
  /** What the server would not have: it is not asked again until something changes. */
  const [refused, setRefused] = useState<FrameSections | null>(null)
  const latest = useRef(first.sections)
  const base = useRef(first)
  const queue = useRef<Promise<boolean>>(Promise.resolve(true))
  const router = useRouter()

  function put(next: FrameSections) {
    latest.current = next
    setSections(next)
  }
  function standUpon(state: Theirs) {
    base.current = state
    setStored(state.sections)
  }

  /** Sends what stands when its turn comes. What was kept has somebody else's sections in it, where they changed others. */
  async function send(publish: boolean, isLast: boolean): Promise<boolean> {
    const [texts, { seen, sections: before }] = [latest.current, base.current]
    setSaving({ state: 'saving' })
    try {
      const response = await fetch('/api/frame', { method: 'POST', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify({ id, seen, sections: texts, publish }), ...(isLast ? { keepalive: true } : { signal: AbortSignal.timeout(20_000) }) })
      const result = (await response.json()) as Result<{ seen: string }>
      if (result.ok) {
        standUpon({ seen: result.data.seen, sections: texts })
        setSaving({ state: 'saved' })
        return true
      }
      if (isTheirs(result.detail) && clashes(latest.current, before, result.detail.sections).length === 0) {
        put(merged(latest.current, before, result.detail.sections))
        standUpon(result.detail)
        return await send(publish, isLast)
      }
      setRefused(texts)
      setSaving(isTheirs(result.detail) ? { state: 'conflict', theirs: result.detail } : { state: 'refused', message: result.message })
    } catch {
      setSaving({ state: 'lost' })
    }
    return false
  }
  /** `isLast` outlives the page. */
  function save(publish: boolean, isLast = false): Promise<boolean> {
    queue.current = queue.current.then(() => send(publish, isLast))
    return queue.current
  }

  const again = saving.state === 'lost'
  const waits = isKept && sections !== stored && sections !== refused && saving.state !== 'conflict'
  useEffect(() => {
    if (!waits) return
    const timer = setTimeout(() => void save(false), again ? 5000 : pause)
    return () => clearTimeout(timer)
  })

  // Whoever comes back by the browser's own button, or reloads while the last words are on their way, sees a state of before: it is asked for anew.
  useEffect(() => void leftBehind.sent.then(() => router.refresh()), [router])
  const catchUp = useEffectEvent((newer: Theirs) => {
    if (newer.seen <= base.current.seen || clashes(latest.current, base.current.sections, newer.sections).length > 0) return
    const next = merged(latest.current, base.current.sections, newer.sections)
    put(keysOf(next).every((key) => same(next[key], newer.sections[key])) ? newer.sections : next)
    standUpon(newer)
  })
  useEffect(() => catchUp(first), [first])

  // Whoever leaves within the pause takes nothing along: the last words are sent on the way out.
  const keep = useRef<() => void>(undefined)
  useEffect(() => {
    keep.current = () => {
      if (waits) leftBehind.sent = save(false, true)
    }
  })
  useEffect(() => {
    const leaving = () => keep.current?.()
    window.addEventListener('pagehide', leaving)
    return () => {
      window.removeEventListener('pagehide', leaving)
      leaving()
    }
  }, [])

  /** After somebody else wrote in the same section: mine upon theirs, or theirs; other sections are whose they are. */
  function settle(theirs: Theirs, takeTheirs: boolean) {
    const both = clashes(latest.current, base.current.sections, theirs.sections)
    const mine = merged(latest.current, base.current.sections, theirs.sections)
    put(takeTheirs ? { ...mine, ...Object.fromEntries(both.map((key) => [key, theirs.sections[key]])) } : mine)
    standUpon(theirs)
    setRefused(null)
    setSaving({ state: 'resting' })
  }
  const write = (key: FrameKey, text: string) => put({ ...latest.current, [key]: text })
  const disputed = saving.state === 'conflict' ? clashes(sections, stored, saving.theirs.sections) : []
  /** What leaving would lose: a correction that is not saved, a draft that could not be. */
  const isAtRisk = sections !== stored && (!isKept || saving.state === 'lost' || saving.state === 'conflict' || saving.state === 'refused')
  return { sections, write, saving, disputed, save, settle, isAtRisk }
}
