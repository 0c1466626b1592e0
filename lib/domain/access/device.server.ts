import 'server-only'
import Bowser from 'bowser'

/** What a browser says of itself, as a person would: its name and its system. */
export function deviceOf(userAgent: string | null): { browser: string | null; system: string | null } {
  const agent = userAgent ? Bowser.parse(userAgent) : null
  return { browser: agent?.browser.name ?? null, system: agent?.os.name ?? null }
}

/** The same in one text; of what is no browser, what it says of itself. */
export function deviceName(userAgent: string | null): string | null {
  const { browser, system } = deviceOf(userAgent)
  return [browser, system].filter(Boolean).join(', ') || userAgent?.slice(0, 60) || null
}
