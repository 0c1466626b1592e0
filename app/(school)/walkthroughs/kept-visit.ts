import { z } from 'zod'
import { draftInput } from '@/lib/domain/development/walkthrough'

/** What of a visit is on this device. `pending` was shared and has not been answered: it is sent again as it is. */
const kept = z.object({ name: z.string(), href: z.string(), pending: z.boolean(), draft: draftInput })
export type KeptVisit = z.infer<typeof kept>

/** One draft a person and visit: a shared tablet mixes up nobody. */
export const visitsOf = (userId: string) => `walkthrough:${userId}:`
const nameOf = (userId: string, id: string) => `${visitsOf(userId)}${id}`

/** A draft that cannot be read is none; an unreadable storage has none. The latest first. */
export function keptVisits(prefix: string): KeptVisit[] {
  try {
    return Object.keys(window.localStorage).filter((name) => name.startsWith(prefix)).flatMap((name) => kept.safeParse(JSON.parse(window.localStorage.getItem(name) ?? 'null')).data ?? []).sort((a, b) => b.draft.startedAt.localeCompare(a.draft.startedAt))
  } catch {
    return []
  }
}

/** A full or forbidden storage must not stop a visit. */
export function keepVisit(userId: string, visit: KeptVisit): boolean {
  try {
    window.localStorage.setItem(nameOf(userId, visit.draft.id), JSON.stringify(visit))
    return true
  } catch {
    return false
  }
}

export function dropVisit(userId: string, id: string): void {
  try {
    window.localStorage.removeItem(nameOf(userId, id))
  } catch {
    // Where nothing can be kept, nothing is.
  }
}
