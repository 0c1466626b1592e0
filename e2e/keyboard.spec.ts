import type { Locator, Page } from '@playwright/test'
import { expect, expectKey, test } from './fixtures'

const unique = () => crypto.randomUUID().replace(/\d/g, '').slice(0, 6)

/** The focus stands there, and one sees that it does. */
async function expectFocus(part: Locator) {
  await expect(part).toBeFocused()
  expect(await part.evaluate((element) => {
    const seen = (one: Element | null, depth: number): boolean => {
      if (!one || depth > 2) return false
      const { outlineStyle, outlineWidth, boxShadow, borderColor } = getComputedStyle(one)
      return (outlineStyle !== 'none' && outlineWidth !== '0px') || boxShadow !== 'none' || (element instanceof HTMLInputElement && borderColor !== '') || seen(one.parentElement, depth + 1)
    }
    return seen(element, 0)
  })).toBe(true)
}

/** As many steps as a person would put up with. */
async function stepTo(page: Page, part: Locator, key = 'Tab', most = 45) {
  await expect(part).toBeVisible()
  for (let step = 0; step < most; step++) {
    if (await part.evaluate((element) => element === document.activeElement)) return expectFocus(part)
    await page.keyboard.press(key)
  }
  throw new Error(`${most} steps did not lead to ${String(part)}; the focus stands on ${await page.evaluate(() => document.activeElement?.outerHTML.slice(0, 200))}`)
}

test('by keyboard alone: a student is admitted, found by palette and by list, edited, enrolled, removed and brought back', async ({ as }) => {
  const page = await as('registrar')
  const family = `Quist${unique()}`
  const { keyboard } = page
  const palette = page.getByRole('dialog', { name: 'Search' }).getByRole('combobox')
  const openPalette = () => expectKey(page, 'ControlOrMeta+k', () => expect(palette).toBeFocused({ timeout: 1_000 }))
  const heading = page.getByRole('heading', { level: 1, name: `Ida ${family}` })

  await page.goto('/students')
  await openPalette()
  await keyboard.type('new student')
  await expect(page.getByRole('option', { name: 'New student' })).toBeVisible()
  await keyboard.press('Enter')
  await expect(page.getByRole('heading', { level: 1, name: 'New student' })).toBeVisible()
  await stepTo(page, page.getByLabel('Given name'))
  await keyboard.type('Ida')
  await keyboard.press('Tab')
  await expectFocus(page.getByLabel('Family name'))
  await keyboard.type(family)
  await stepTo(page, page.getByLabel('Campus', { exact: true }))
  await keyboard.type('Riverside')
  await stepTo(page, page.getByRole('group', { name: 'Guardian 1' }).getByLabel('Name', { exact: true }))
  await keyboard.type(`Mother ${family}`)
  await keyboard.press('Enter')
  await expect(heading).toBeVisible()
  // The form went with its page: keys go on from the content of the next, not from the frame's first link.
  const content = page.locator('#main')
  await expect(content).toBeFocused()

  await page.goto('/classes')
  await openPalette()
  await keyboard.type(family)
  await expect(page.getByRole('option', { name: new RegExp(family) }).first()).toBeVisible()
  await keyboard.press('Enter')
  await expect(heading).toBeVisible()

  await page.goto('/students')
  const search = page.getByRole('searchbox')
  await expectKey(page, '/', () => expect(search).toBeFocused({ timeout: 1_000 }))
  await expectFocus(search)
  await keyboard.type(family)
  const row = page.getByRole('rowheader').getByRole('link', { name: new RegExp(family) })
  await expect(page.getByRole('rowheader')).toHaveCount(1)
  await stepTo(page, row)
  await keyboard.press('Enter')
  await expect(heading).toBeVisible()

  await stepTo(page, page.getByRole('link', { name: 'Edit', exact: true }))
  await keyboard.press('Enter')
  await stepTo(page, page.getByLabel('Phone'))
  await keyboard.type('+1 555 0142')
  await keyboard.press('Enter')
  await expect(page.getByText('+1 555 0142')).toBeVisible()
  await expect(content).toBeFocused()

  await stepTo(page, page.getByRole('navigation', { name: 'Record' }).getByRole('link', { name: 'Classes' }))
  await keyboard.press('Enter')
  const enrol = page.getByRole('main').getByRole('button', { name: 'Enrol', exact: true })
  await stepTo(page, enrol)
  await keyboard.press('Enter')
  const dialog = page.getByRole('dialog', { name: /^Enrol Ida/ })
  await expectFocus(dialog.getByRole('combobox', { name: 'Class' }))
  await keyboard.press('Escape')
  await expect(dialog).toBeHidden()
  await expectFocus(enrol)
  await keyboard.press('Enter')
  await expectFocus(dialog.getByRole('combobox', { name: 'Class' }))
  await keyboard.type('3B')
  await expect(page.getByRole('option').first()).toBeVisible()
  await keyboard.press('ArrowDown')
  await keyboard.press('Enter')
  await stepTo(page, dialog.getByRole('button', { name: 'Enrol', exact: true }))
  await keyboard.press('Enter')
  await expect(dialog).toBeHidden()
  await expect(page.getByRole('main').getByRole('listitem').filter({ hasText: '3B' })).toBeVisible()
  // The button that opened the dialog went with the empty list.
  await expectFocus(enrol)

  await stepTo(page, page.getByRole('button', { name: 'More', exact: true }), 'Shift+Tab')
  await keyboard.press('Enter')
  await stepTo(page, page.getByRole('menuitem', { name: 'Remove' }), 'ArrowDown')
  await keyboard.press('Enter')
  await expect(page).toHaveURL(/\/students$/)
  await expect(content).toBeFocused()
  const undo = page.getByRole('button', { name: 'Undo' })
  await expect(undo).toBeVisible()
  await keyboard.press('F6')
  await stepTo(page, undo, 'Tab', 4)
  await keyboard.press('Enter')
  await expect(page.getByText('It is back.')).toBeVisible()
})
