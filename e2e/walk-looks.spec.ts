import { expect, expectAccessible, test, type Who } from './fixtures'
import { openPages, pagePatterns } from './pages'

// Nothing here names a page: what is built is walked.
const pages = [...pagePatterns().filter((path) => !path.includes('[') && !openPages.includes(path)), ...openPages]

for (const who of ['admin', 'teacher'] satisfies Who[]) {
  for (const path of pages) {
    test(`${path} hinders ${who} neither in the light nor in the dark`, async ({ as }) => {
      const page = await as(who, { reducedMotion: 'reduce' })
      const answer = await page.goto(path)
      if (answer!.status() >= 400) {
        expect([403, 404]).toContain(answer!.status())
        // A closed page looks the same everywhere: it is looked at once.
        if (path !== '/billing') return
      }
      for (const colorScheme of ['light', 'dark'] as const) {
        await page.emulateMedia({ colorScheme })
        await expectAccessible(page, { colorsOnly: colorScheme === 'dark' })
      }
    })
  }
}

for (const locale of ['en', 'es']) {
  test(`every page is in ${locale}, and none shows the name of a word`, async ({ as, baseURL }) => {
    const page = await as('admin')
    await page.context().addCookies([{ name: 'locale', value: locale, url: baseURL! }])
    for (const path of pages) {
      await page.goto(path)
      await expect(page.locator('html')).toHaveAttribute('lang', locale)
      await expect(page.locator('body'), path).not.toContainText(/\b[a-z]+(\.[a-zA-Z]+){2,}\b/)
    }
  })
}
