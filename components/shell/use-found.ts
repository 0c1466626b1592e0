'use client'

import { useEffect, useState } from 'react'

export type Found = { id: string; label: string; hint?: string; href: string }
export type FoundGroup = { label: string; items: Found[] }
type State = 'idle' | 'asking' | 'found' | 'failed'

/** Asks the server once the typing rests; an answer to an older question is dropped. */
export function useFound(query: string): { groups: FoundGroup[]; state: State } {
  const [answer, setAnswer] = useState<{ to: string; groups: FoundGroup[]; failed: boolean }>({ to: '', groups: [], failed: false })
  const text = query.trim()
  const asks = text.length >= 2

  useEffect(() => {
    if (!asks) return
    const stale = new AbortController()
    const timer = setTimeout(async () => {
      try {
        const response = await fetch(`/api/search?q=${encodeURIComponent(text)}`, { signal: stale.signal })
        if (!response.ok) throw new Error(`search answered ${response.status}`)
        const { data } = (await response.json()) as { data: { groups: FoundGroup[] } }
        setAnswer({ to: text, groups: data.groups, failed: false })
      } catch {
        if (!stale.signal.aborted) setAnswer({ to: text, groups: [], failed: true })
      }
    }, 120)
    return () => {
      clearTimeout(timer)
      stale.abort()
    }
  }, [asks, text])

  if (!asks) return { groups: [], state: 'idle' }
  if (answer.to !== text) return { groups: answer.groups, state: 'asking' }
  return { groups: answer.groups, state: answer.failed ? 'failed' : 'found' }
}
