import { yesterday } from './calendar'
import { expect, expectAccessible, expectKey, tablet, test } from './fixtures'

test('each number of the day leads to the list behind it, and the list has as many', async ({ as }) => {
  const page = await as('director', tablet)
  for (const [word, kind] of [['late', 'late'], ['excused', 'excused'], ['unexplained', 'unexplained']] as const) {
    await page.goto(`/?date=${yesterday}`)
    const link = page.getByRole('region', { name: 'Who was here?' }).getByRole('link', { name: new RegExp(`^\\d+ ${word}$`) })
    const number = Number.parseInt(await link.innerText(), 10)
    await link.click()
    await expect(page).toHaveURL(new RegExp(`kind=${kind}`))
    await expect(page.getByText(new RegExp(` of ${number}$`))).toBeVisible()
  }
})

test('the day shows its campuses side by side and the weeks before, with a table beside the chart', async ({ as }) => {
  const page = await as('admin')
  await page.goto(`/?date=${yesterday}`)
  for (const name of ['Riverside Elementary', 'Hillcrest Secondary', 'Cedar Online Academy']) await expect(page.getByRole('region', { name })).toContainText(/registers are in/)
  await expect(page.getByRole('figure')).toContainText('The last 30 school days')
  await page.getByText(/^Show as a table: ./).click()
  await expect(page.getByRole('figure').getByRole('table').getByRole('row')).toHaveCount(31)
  await expectAccessible(page)
})

test('a campus has a page in its own colours, a register wears those of its campus, and another’s campus is nothing', async ({ as, asks }) => {
  const page = await as('admin')
  const painted = () => page.evaluate(() => getComputedStyle(document.documentElement).getPropertyValue('--campus-from').trim())
  await page.goto('/')
  const organization = await painted()
  await page.getByRole('region', { name: 'Hillcrest Secondary' }).getByRole('link', { name: 'Hillcrest Secondary' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Hillcrest Secondary' })).toBeVisible()
  const campus = new URL(page.url()).pathname
  const hillcrest = await painted()
  expect(hillcrest).not.toBe(organization)
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme })
    await expectAccessible(page)
  }
  const missing = page.getByRole('link', { name: /^See: Registers? missing/ })
  await missing.click()
  await expect(page).toHaveURL(/campus=/)
  await page.getByRole('rowheader').first().getByRole('link').click()
  await expect(page).toHaveURL(/\/attendance\/[0-9a-f-]{36}/)
  await expect.poll(painted).toBe(hillcrest)
  expect((await (await asks('director')).get(campus)).status()).toBe(404)
  expect((await (await asks('otherAdmin')).get(campus)).status()).toBe(404)
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
  await expectKey(page, 'ControlOrMeta+k', () => expect(page.getByRole('combobox')).toBeVisible({ timeout: 1_000 }))
  await page.getByRole('combobox').fill('abeb')
  await page.getByRole('option', { name: /Abebe/ }).first().click()
  await expect(page).toHaveURL(/\/students\/[0-9a-f-]{36}$/)
  await expect(page.getByRole('heading', { level: 1, name: /Abebe/ })).toBeVisible()
})

test('the palette forgives a slip of the finger, and knows what can be begun', async ({ as }) => {
  const page = await as('registrar')
  await page.goto('/')
  await expectKey(page, 'ControlOrMeta+k', () => expect(page.getByRole('combobox')).toBeVisible({ timeout: 1_000 }))
  await page.getByRole('combobox').fill('abbee emil')
  await expect(page.getByRole('option', { name: /Emil Abebe/ }).first()).toBeVisible()
  await page.getByRole('combobox').fill('new stu')
  await page.getByRole('option', { name: 'New student' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'New student' })).toBeVisible()
})
