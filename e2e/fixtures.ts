import AxeBuilder from '@axe-core/playwright'
import { test as base, expect, type APIRequestContext, type Browser, type BrowserContext, type Locator, type Page } from '@playwright/test'
import { mkdirSync, readdirSync, rmSync, statSync } from 'node:fs'
import { demoPassword, organizations } from '@/prisma/seed/plan'

export { expect }

const [first, second] = [organizations[0]!.domain, organizations[1]!.domain]
export const people = {
  admin: `admin@${first}`, director: `director@${first}`, registrar: `registrar@${first}`, finance: `finance@${first}`,
  teacher: `teacher@${first}`, assistant: `assistant@${first}`, support: 'support@homeroom.example', otherAdmin: `admin@${second}`,
} as const
export type Who = keyof typeof people

export async function signIn(page: Page, who: Who, next = '/') {
  await page.goto(next === '/' ? '/sign-in' : `/sign-in?next=${encodeURIComponent(next)}`)
  await page.getByLabel('E-mail').fill(people[who])
  await page.getByLabel('Password').fill(demoPassword)
  await page.getByRole('button', { name: 'Sign in', exact: true }).click()
  await page.waitForURL((url) => !url.pathname.startsWith('/sign-in'))
}

const shelf = 'test-results/.sign-in'
/** Access lasts ten minutes: who is younger needs no renewal, which a second browser with the same cookies would not survive. */
const fresh = 4 * 60_000

/** A browser in which somebody has signed in; each worker signs in once a person and few minutes. */
async function contextOf(browser: Browser, who: Who, options: object): Promise<BrowserContext> {
  const kept = `${shelf}/${process.env.TEST_PARALLEL_INDEX}-${who}.json`
  if (Date.now() - (statSync(kept, { throwIfNoEntry: false })?.mtimeMs ?? 0) > fresh) {
    mkdirSync(shelf, { recursive: true })
    const context = await browser.newContext({ baseURL: process.env.E2E_BASE_URL })
    await signIn(await context.newPage(), who)
    await context.storageState({ path: kept })
    await context.close()
  }
  return browser.newContext({ ...options, storageState: kept })
}

/** For a test that ends all of somebody's sessions: whoever comes next signs in anew. */
export function forgetSignIns(who: Who) {
  for (const name of readdirSync(shelf)) if (name.endsWith(`-${who}.json`)) rmSync(`${shelf}/${name}`)
}

type Fixtures = {
  /** A page of its own for a person of the demo. */
  as: (who: Who, options?: Parameters<Browser['newContext']>[0]) => Promise<Page>
  /** Asks the server as a person would, without a page. */
  asks: (who: Who) => Promise<APIRequestContext>
}

export const test = base.extend<Fixtures>({
  as: async ({ browser, baseURL, locale, timezoneId }, provide) => {
    const opened: BrowserContext[] = []
    const unsaid: string[] = []
    await provide(async (who, options = {}) => {
      const context = await contextOf(browser, who, { baseURL, locale, timezoneId, viewport: { width: 1440, height: 900 }, ...options })
      context.on('console', (line) => void (line.text().includes('MISSING_MESSAGE') && unsaid.push(line.text())))
      opened.push(context)
      return context.newPage()
    })
    for (const context of opened) await context.close()
    expect(unsaid, 'words that the browser was not given').toEqual([])
  },
  asks: async ({ browser, baseURL }, provide) => {
    const opened: BrowserContext[] = []
    await provide(async (who) => {
      const context = await contextOf(browser, who, { baseURL })
      opened.push(context)
      return context.request
    })
    for (const context of opened) await context.close()
  },
})

/** Until its script has come, a link is followed by the browser itself and nothing hears a key. */
export const expectAwake = (part: Locator) => expect.poll(() => part.evaluate((element) => Object.keys(element).some((name) => name.startsWith('__reactProps')))).toBe(true)

/** A key that the whole page listens for is pressed until it is heard: no element tells when its effect has run. */
export const expectKey = (page: Page, key: string, heard: () => Promise<void>) => expect(async () => {
  await page.keyboard.press(key)
  await heard()
}).toPass()

export const tablet = { viewport: { width: 1180, height: 820 }, hasTouch: true } as const
export const tabletUpright = { viewport: { width: 820, height: 1180 }, hasTouch: true } as const

/**
 * Our pages have no frames: axe need not gather its findings in a page of its own, which costs half its time. What a theme
 * changes is colour: of the other theme that alone is asked (`colorsOnly`).
 */
export async function expectAccessible(page: Page, { colorsOnly = false } = {}) {
  // A colour on its way from one theme to the other is neither's.
  await page.evaluate(() => Promise.allSettled(document.getAnimations().filter((one) => one instanceof CSSTransition).map(({ finished }) => finished)))
  const axe = new AxeBuilder({ page }).setLegacyMode(true).options({ resultTypes: ['violations'] })
  const asked = colorsOnly ? axe.withRules(['color-contrast', 'link-in-text-block']) : axe.withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'])
  if (!colorsOnly) expect(await page.locator('table:not([aria-label], [aria-labelledby], :has(> caption))').evaluateAll((tables) => tables.map(({ outerHTML }) => outerHTML.slice(0, 160))), 'tables without a name').toEqual([])
  const { violations } = await asked.analyze()
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 160)).join(' | ')}`)).toEqual([])
}
