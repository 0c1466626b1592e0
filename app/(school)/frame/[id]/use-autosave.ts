import { useEffect, useRef, useState } from 'react'
import type { FrameSections } from '@/lib/domain/development/frame'
import type { Result } from '@/lib/platform/errors'

export type Theirs = { seen: string; sections: FrameSections }
export type Saving = { state: 'resting' | 'saving' | 'saved' | 'lost' } | { state: 'conflict'; theirs: Theirs } | { state: 'refused'; message: string }
const pause = 1000
const isTheirs = (detail: unknown): detail is Theirs => typeof detail === 'object' && detail !== null && 'sections' in detail

/** Keeps a note while it is written, one save after the other, each upon the state that the one before made. */
export function useAutosave(id: string, first: { seen: string; sections: FrameSections }, isKept: boolean) {
  const [sections, setSections] = useState(first.sections)
  const [saving, setSaving] = useState<Saving>({ state: 'resting' })
  const seen = useRef(first.seen)
  const stored = useRef(first.sections)
  const queue = useRef<Promise<boolean>>(Promise.resolve(true))

  function save(texts: FrameSections, publish: boolean): Promise<boolean> {
    const run = async () => {
      setSaving({ state: 'saving' })
      try {
        const response = await fetch('/api/frame', { method: 'POST', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify({ id, seen: seen.current, sections: texts, publish }), signal: AbortSignal.timeout(20_000) })
        const result = (await response.json()) as Result<{ seen: string }>
        if (result.ok) {
          seen.current = result.data.seen
          stored.current = texts
          setSaving({ state: 'saved' })
          return true
        }
        setSaving(isTheirs(result.detail) ? { state: 'conflict', theirs: result.detail } : { state: 'refused', message: result.message })
      } catch {
        setSaving({ state: 'lost' })
      }
      return false
    }
    queue.current = queue.current.then(run)
    return queue.current
  }

  const again = saving.state === 'lost'
  useEffect(() => {
    if (!isKept || sections === stored.current || saving.state === 'conflict') return
    const timer = setTimeout(() => void save(sections, false), again ? 5000 : pause)
    return () => clearTimeout(timer)
  })

  /** After somebody else saved: mine upon theirs, or theirs. */
  function settle(theirs: Theirs, takeTheirs: boolean) {
    seen.current = theirs.seen
    stored.current = theirs.sections
    setSections(takeTheirs ? theirs.sections : { ...sections })
    setSaving({ state: 'resting' })
  }
  return { sections, setSections, saving, save, settle }
}
