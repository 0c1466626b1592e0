import 'server-only'
import { Refusal } from './errors'

/**
 * Refuses a change asked for by another site. Next compares Origin with Host, but lets a request without
 * Origin pass; browsers always send Sec-Fetch-Site, and what is no browser carries no cookies of ours.
 */
export function assertSameOrigin(headers: Headers): void {
  const site = headers.get('sec-fetch-site')
  if (site) {
    if (site === 'same-origin' || site === 'none') return
  } else {
    const origin = headers.get('origin')
    if (origin && URL.canParse(origin) && new URL(origin).host === headers.get('host')) return
  }
  throw new Refusal('forbidden', 'errors.refusals.otherSite')
}
