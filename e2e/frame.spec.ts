import type { Page } from '@playwright/test'
import { expect, expectAwake, expectKey, tablet, test } from './fixtures'

/** A mark in the window that a reload would wipe away. */
const mark = (page: Page) => page.evaluate(() => void Object.assign(window, { isSame: true }))
const isSame = (page: Page) => page.evaluate(() => 'isSame' in window)

test('plain links and forms that only ask move without a reload, and other clicks stay the browser’s', async ({ as }) => {
  const page = await as('director')
  await page.goto('/')
  const late = page.getByRole('region', { name: 'Who is here today?' }).getByRole('link', { name: /late$/ })
  await expectAwake(late)
  await mark(page)
  await late.click()
  await expect(page).toHaveURL(/\/attendance\/absences\?kind=late$/)
  await page.getByLabel('Date').fill('2026-01-15')
  await expect(page).toHaveURL(/date=2026-01-15/)
  expect(await isSame(page)).toBe(true)
  const [opened] = await Promise.all([page.context().waitForEvent('page'), page.getByRole('navigation', { name: 'Rooms' }).getByRole('link', { name: 'Students' }).click({ modifiers: ['ControlOrMeta'] })])
  await opened.waitForURL(/\/students$/)
  await expect(page).toHaveURL(/\/attendance\/absences/)
})

test('links and forms work before any script has come', async ({ as }) => {
  const page = await as('director', { javaScriptEnabled: false })
  await page.goto('/')
  await page.getByRole('region', { name: 'Who is here today?' }).getByRole('link', { name: /late$/ }).click()
  await expect(page).toHaveURL(/kind=late$/)
  await page.getByRole('searchbox').fill('a')
  await page.getByRole('searchbox').press('Enter')
  await expect(page).toHaveURL(/q=a/)
})

test('a menu opens by keyboard, names where it hangs, and gives the focus back', async ({ as }) => {
  const page = await as('admin')
  await page.goto('/students')
  const button = page.getByRole('button', { name: /^Campus:/ })
  await button.focus()
  await expect(async () => {
    await page.keyboard.press('ArrowDown')
    await expect(page.getByRole('menuitemradio', { name: 'All campuses' })).toBeVisible({ timeout: 1_000 })
  }).toPass()
  await expect(button).toHaveAttribute('aria-expanded', 'true')
  await page.keyboard.press('Escape')
  await expect(page.getByRole('menu')).toBeHidden()
  await expect(button).toBeFocused()
})

test('the chosen campus paints the frame in all of its own colours', async ({ as }) => {
  const page = await as('admin')
  await page.goto('/')
  await page.getByRole('button', { name: /^Campus:/ }).click()
  await page.getByRole('menuitemradio', { name: /Hillcrest/ }).click()
  await expect(page.getByRole('button', { name: /^Campus: Hillcrest/ })).toBeVisible()
  await expect.poll(() => page.evaluate(() => {
    const look = getComputedStyle(document.documentElement)
    return look.getPropertyValue('--campus-from') !== look.getPropertyValue('--campus-to')
  })).toBe(true)
})

test('the question mark lists the keys of this page, and search opens by its key', async ({ as }) => {
  const page = await as('teacher')
  await page.goto('/students')
  await expectKey(page, '?', () => expect(page.getByRole('dialog', { name: 'Keyboard' })).toBeVisible({ timeout: 1_000 }))
  await expect(page.getByRole('dialog', { name: 'Keyboard' }).getByRole('region', { name: 'Everywhere' })).toContainText('Search')
  await page.keyboard.press('Escape')
  await page.keyboard.press('ControlOrMeta+k')
  await expect(page.getByRole('dialog', { name: 'Search' })).toBeVisible()
})

test('no page of the day breaks the content policy', async ({ as }) => {
  const page = await as('teacher', tablet)
  const violations: string[] = []
  await page.exposeFunction('violated', (what: string) => violations.push(what))
  await page.addInitScript(() => document.addEventListener('securitypolicyviolation', (event) => void (window as unknown as { violated: (what: string) => void }).violated(`${event.violatedDirective} ${event.blockedURI}`)))
  await page.goto('/')
  const register = await page.getByRole('link').filter({ hasText: '1A' }).first().getAttribute('href')
  for (const path of [register ?? '/', '/students', '/sign-in']) {
    await page.goto(path)
    await page.waitForLoadState('networkidle')
  }
  expect(violations).toEqual([])
})
