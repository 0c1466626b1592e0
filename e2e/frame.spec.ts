import type { Locator, Page } from '@playwright/test'
import { expect, expectAwake, expectKey, tablet, tabletUpright, test } from './fixtures'

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
  const sheet = page.getByRole('dialog', { name: 'Keyboard' })
  await expect(sheet.getByRole('region', { name: 'In this list' })).toContainText('From row to row')
  // Whoever speaks to the device switches keys pressed alone off, and on again where the account is.
  await sheet.getByRole('switch', { name: 'Keys pressed alone' }).uncheck()
  await page.keyboard.press('Escape')
  await expect(sheet).toBeHidden()
  await page.keyboard.press('/')
  await page.keyboard.press('?')
  await expect(page.getByRole('searchbox')).not.toBeFocused()
  await expect(sheet).toBeHidden()
  await page.keyboard.press('ControlOrMeta+k')
  await expect(page.getByRole('dialog', { name: 'Search' })).toBeVisible()
  await page.goto('/account')
  const alone = page.getByRole('switch', { name: 'Keys pressed alone' })
  await expect(alone).not.toBeChecked()
  await alone.check()
  await expectKey(page, '?', () => expect(sheet).toBeVisible({ timeout: 1_000 }))
})

test('on touch, what is tapped most is as tall as a finger, and what keys lead back to stands below the sticky head', async ({ as }) => {
  const page = await as('registrar', tabletUpright)
  const isTall = async (part: Locator) => expect((await part.boundingBox())?.height).toBeGreaterThanOrEqual(44)
  await page.goto('/students')
  const rows = page.getByRole('rowheader').getByRole('link')
  await rows.nth(20).focus()
  for (let step = 0; step < 14; step++) await page.keyboard.press('ArrowUp')
  const [row, head] = await Promise.all([rows.nth(6).boundingBox(), page.getByRole('columnheader').first().boundingBox()])
  await expect(rows.nth(6)).toBeFocused()
  expect(row?.y).toBeGreaterThanOrEqual((head?.y ?? 0) + (head?.height ?? 0))
  await isTall(rows.nth(6))
  await page.goto('/guardians')
  await page.getByRole('rowheader').getByRole('link').first().click()
  const phone = page.getByRole('main').locator('a[href^="tel:"]').first()
  expect(await phone.getAttribute('href')).toMatch(/^tel:[+\d]+$/)
  await isTall(phone)
  // WCAG 1.4.12 on the narrowest screen: letters and words set wide.
  await page.setViewportSize({ width: 320, height: 640 })
  await page.goto('/')
  await page.evaluate(() => Object.assign(document.body.style, { letterSpacing: '0.12em', wordSpacing: '0.16em' }))
  expect(await page.locator('main .truncate').evaluateAll((lines) => lines.filter(({ scrollWidth, clientWidth }) => scrollWidth > clientWidth + 1).map(({ textContent }) => textContent))).toEqual([])
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
