import 'server-only'
import { Refusal } from './errors'

/**
 * Whether a change is asked for by our own pages. Next compares Origin with Host, but lets a request without
 * Origin pass; browsers always send Sec-Fetch-Site, and what is no browser carries no cookies of ours.
 */
export function isSameOrigin(headers: Headers): boolean {
  const site = headers.get('sec-fetch-site')
  if (site) return site === 'same-origin' || site === 'none'
  const origin = headers.get('origin')
  return origin !== null && URL.canParse(origin) && new URL(origin).host === headers.get('host')
}

/** Refuses a change asked for by another site. */
export function assertSameOrigin(headers: Headers): void {
  if (!isSameOrigin(headers)) throw new Refusal('forbidden', 'errors.refusals.otherSite')
}
