import 'server-only'
import type { Needs } from './context.server'

const most = 2_000
const kept = globalThis as { homeroomRefusedPages?: Map<string, Needs> }
const refused = () => (kept.homeroomRefusedPages ??= new Map())
const keyOf = (userId: string, path: string) => `${userId} ${path.split('?')[0]}`

/** Remembers what a page asked for when it refused somebody: the page of the refusal is drawn without knowing, and asks. */
export function noteRefusedPage(userId: string, path: string, needs: Needs): void {
  if (refused().size >= most) refused().clear()
  refused().set(keyOf(userId, path), needs)
}

/** What somebody lacked for a page; null when that is not known any more, or by another process. */
export const refusedNeeds = (userId: string, path: string): Needs | null => refused().get(keyOf(userId, path)) ?? null
