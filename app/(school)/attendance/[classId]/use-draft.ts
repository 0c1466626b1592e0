import { useEffect } from 'react'
import type { RegisterKey } from '@/lib/domain/attendance/register'
import type { Board, Marks } from './register-state'

type Draft = { version: string | null; marks: Marks; sending: string | null }

/** One draft a person, class, day and period: a shared tablet mixes up nobody. */
export const draftName = (userId: string, { classId, date, periodId }: RegisterKey) => `register:${userId}:${classId}:${date}:${periodId ?? ''}`

export function readDraft(name: string): Draft | null {
  try {
    const parsed = JSON.parse(window.localStorage.getItem(name) ?? 'null') as Draft | null
    return parsed && typeof parsed.marks === 'object' ? parsed : null
  } catch {
    return null
  }
}

export const dropDraft = (name: string) => window.localStorage.removeItem(name)

/** Keeps unsent marks on this device, with the key under which they were sent, through reloads and dead batteries. */
export function useDraft(name: string, { marks, version, isChanged }: Board, sending: string | null) {
  useEffect(() => {
    if (!isChanged) return
    try {
      window.localStorage.setItem(name, JSON.stringify({ version, marks, sending } satisfies Draft))
    } catch {
      // A full or forbidden storage must not stop a register: it is only the second copy.
    }
  }, [name, marks, version, isChanged, sending])
}
