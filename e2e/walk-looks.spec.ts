import { expect, expectAccessible, test, type Who } from './fixtures'
import { openPages, pagePatterns } from './pages'

// Nothing here names a page: what is built is walked, room by room.
const pages = [...pagePatterns().filter((path) => !path.includes('[') && !openPages.includes(path)), ...openPages]
const roomOf = (path: string) => `/${path.split('/')[1]}`
const rooms = [...new Set(pages.map(roomOf))]

/** As in `students.new.title`; an e-mail address is none, nor what stands right behind one. */
const nameOfWord = /(?<![@\w.-])[a-z]+(\.[a-zA-Z]+){2,}\b(?![\w.]*@)/

/** Rooms that show a teacher something else: the own classes, lessons, visits and notes. */
const ofTeacher = ['/', '/attendance', '/classes', '/timetables', '/walkthroughs', '/frame']
const walks = { admin: rooms, teacher: rooms.filter((room) => ofTeacher.includes(room)) } satisfies Partial<Record<Who, string[]>>

for (const who of ['admin', 'teacher'] as const) {
  for (const room of walks[who]) {
    test(`pages under ${room} hinder ${who} neither in the light nor in the dark, in words of both languages, and fit a telephone`, async ({ as, baseURL }) => {
      const page = await as(who)
      const speak = (locale: string) => page.context().addCookies([{ name: 'locale', value: locale, url: baseURL! }])
      for (const path of pages.filter((one) => roomOf(one) === room)) {
        await test.step(path, async () => {
          await speak('en')
          const status = (await page.goto(path))!.status()
          expect([200, 403, 404], path).toContain(status)
          // A closed page looks the same everywhere: it is looked at once.
          if (status !== 200 && path !== '/billing') return
          await expect(page.locator('html')).toHaveAttribute('lang', 'en')
          await expect(page.locator('body'), path).not.toContainText(nameOfWord)
          for (const colorScheme of ['light', 'dark'] as const) {
            await page.emulateMedia({ colorScheme })
            await expectAccessible(page, { colorsOnly: colorScheme === 'dark' })
          }
          // On a telephone, in the longer words of the two languages: nothing reaches beyond the edge.
          await speak('es')
          await page.setViewportSize({ width: 390, height: 844 })
          await page.goto(path)
          await expect(page.locator('html')).toHaveAttribute('lang', 'es')
          await expect(page.locator('body'), path).not.toContainText(nameOfWord)
          expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth), path).toBeLessThanOrEqual(0)
          await page.setViewportSize({ width: 1440, height: 900 })
        })
      }
    })
  }
}
