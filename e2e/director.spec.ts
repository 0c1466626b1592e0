import { yesterday } from './calendar'
import { expect, expectAccessible, tablet, test } from './fixtures'

test('each number of the day leads to the list behind it, and the list has as many', async ({ as }) => {
  const page = await as('director', tablet)
  for (const [question, link] of [['Who is absent?', 'See absent students'], ['Who came late?', 'See late students']] as const) {
    await page.goto(`/?date=${yesterday}`)
    const card = page.getByRole('article').filter({ hasText: question })
    const number = await card.locator('p').first().innerText()
    await card.getByRole('link', { name: link }).click()
    await expect(page.getByText(new RegExp(` of ${number}$`))).toBeVisible()
  }
})

test('the day shows its registers, its campuses and the weeks before, with a table beside the chart', async ({ as }) => {
  const page = await as('admin')
  await page.goto(`/?date=${yesterday}`)
  await expect(page.getByText('All are in').first()).toBeVisible()
  await expect(page.getByRole('table', { name: 'By campus' }).getByRole('rowheader')).toHaveCount(3)
  await expect(page.getByRole('figure')).toContainText('Attendance over the last 30 school days')
  await page.getByText('Show as a table').click()
  await expect(page.getByRole('figure').getByRole('table').getByRole('row')).toHaveCount(31)
  await expectAccessible(page)
})

test('the campus switcher narrows every page and paints the frame', async ({ as }) => {
  const page = await as('admin')
  await page.goto('/students')
  const everyone = await page.getByText(/^1–/).innerText()
  const colour = () => page.evaluate(() => getComputedStyle(document.body).getPropertyValue('--campus').trim() || getComputedStyle(document.documentElement).getPropertyValue('--campus').trim())
  const before = await colour()
  await page.getByRole('button', { name: /All campuses/ }).click()
  await page.getByRole('menuitemradio', { name: /Riverside/ }).click()
  await expect(page.getByText(/^1–/)).not.toHaveText(everyone)
  await expect(page.getByRole('banner').or(page.locator('.topbar'))).toContainText('Riverside Elementary')
  expect(await colour()).not.toBe(before)
})

test('lists keep search, filter, order and page in the address', async ({ as }) => {
  const page = await as('registrar')
  await page.goto('/students')
  await page.getByRole('searchbox').fill('abe')
  await expect(page).toHaveURL(/q=abe/)
  await expect(page.getByRole('rowheader').first()).toContainText('Abebe')
  await page.goto('/students?sort=-name&size=25')
  const first = (await page.getByRole('rowheader').first().textContent()) ?? ''
  await page.getByRole('link', { name: 'Next' }).click()
  await expect(page).toHaveURL(/after=/)
  await expect(page.getByRole('rowheader').first()).not.toHaveText(first)
  await page.getByRole('link', { name: 'Previous' }).click()
  await expect(page.getByRole('rowheader').first()).toHaveText(first)
  await page.goto('/students?sort=nonsense&size=7&after=%00&status=dead&campus=x')
  await expect(page.getByRole('rowheader')).not.toHaveCount(0)
})

test('the palette finds a person in four keys, and a page by its name', async ({ as }) => {
  const page = await as('admin')
  await page.goto('/')
  await page.keyboard.press('ControlOrMeta+k')
  await page.getByRole('combobox').fill('abeb')
  await page.getByRole('option', { name: /Abebe/ }).first().click()
  await expect(page).toHaveURL(/\/students\?q=CV/)
  await expect(page.getByRole('rowheader')).toHaveCount(1)
})
