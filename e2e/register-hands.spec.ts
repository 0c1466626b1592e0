import { lastSunday, yesterday } from './calendar'
import { expect, expectAccessible, test } from './fixtures'
import { registerOf, submit, tiles } from './register'

test('letters are those of the language, arrows follow the direction of the page, and all of it works without a pointer', async ({ as }) => {
  const page = await as('admin', { locale: 'es-ES' })
  const address = `${await registerOf(page, 9, 'Asistencia')}?date=${lastSunday(5)}`
  await page.goto(address)
  await tiles(page).first().focus()
  await page.keyboard.press('t')
  await expect(tiles(page).first()).toContainText('Tarde')
  await page.keyboard.press('l')
  await expect(tiles(page).first()).toContainText('Tarde')
  await page.evaluate(() => (document.documentElement.dir = 'rtl'))
  await page.keyboard.press('ArrowLeft')
  await page.keyboard.press('J')
  await expect(tiles(page).nth(1)).toContainText('Justificado')
  await page.keyboard.press('End')
  await page.keyboard.press('a')
  await expect(tiles(page).last()).toContainText('Ausente')
  await page.keyboard.press('Home')
  await expect(tiles(page).first()).toBeFocused()
  await expectAccessible(page)
  await page.getByRole('button', { name: 'Enviar lista' }).focus()
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL((url) => url.pathname === '/')
})

test('minutes that are none are told so beside the field, and a letter keeps minutes and remark', async ({ as }) => {
  const page = await as('admin')
  await page.goto(`${await registerOf(page, 10)}?date=${lastSunday(5)}`)
  await tiles(page).first().focus()
  await page.keyboard.press('l')
  await page.getByRole('button', { name: /^More about/ }).click()
  const dialog = page.getByRole('dialog')
  const minutes = dialog.getByLabel('Minutes')
  for (const wrong of ['-1', '999', '1.5', '5e']) {
    await minutes.press('ControlOrMeta+a')
    await minutes.pressSequentially(wrong)
    await minutes.press('Enter')
    await expect(dialog.getByText('Whole minutes from 0 to 600.')).toBeVisible()
    await expect(minutes).toBeFocused()
  }
  await expectAccessible(page)
  await minutes.press('ControlOrMeta+a')
  await minutes.pressSequentially('12')
  await dialog.getByLabel('Remark').fill('Bus was late')
  await dialog.getByRole('button', { name: 'Keep', exact: true }).click()
  await expect(tiles(page).first()).toContainText('Late 12 min')
  await tiles(page).first().focus()
  await page.keyboard.press('l')
  await expect(tiles(page).first()).toContainText('Late 12 min')
  await page.keyboard.press('e')
  await expect(tiles(page).first()).toContainText('With a remark')
})

for (const [what, width, height] of [['a small phone', 320, 568], ['half a tablet', 507, 820], ['a desk at 200 %', 720, 450]] as const) {
  test(`on ${what} nothing is cut off, and what has the focus is never under the foot`, async ({ as }) => {
    const page = await as('admin', { viewport: { width, height }, reducedMotion: 'reduce' })
    await page.goto(`${await registerOf(page, 11)}?date=${lastSunday(5)}`)
    const foot = page.locator('.screen-foot')
    for (const place of [0, Math.floor((await tiles(page).count()) / 2), (await tiles(page).count()) - 1]) {
      await tiles(page).nth(place).focus()
      const [tile, below] = [(await tiles(page).nth(place).boundingBox())!, (await foot.boundingBox())!]
      expect(tile.y + tile.height).toBeLessThanOrEqual(below.y + 1)
      expect(tile.x + tile.width).toBeLessThanOrEqual(width)
    }
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width)
    const button = (await submit(page).boundingBox())!
    expect(button.x + button.width).toBeLessThanOrEqual(width)
  })
}

test('where registers are taken by lesson a class leads to its lessons, and a lesson to its register', async ({ as }) => {
  const page = await as('admin')
  await page.goto('/classes?sort=name')
  const href = await page.getByRole('row').filter({ hasText: 'Online' }).first().getByRole('link', { name: 'Register', exact: true }).getAttribute('href')
  await page.goto(`${href}?date=${yesterday}`)
  await expect(page.getByRole('heading', { name: 'Lessons of this day' })).toBeVisible()
  await expectAccessible(page)
  await page.getByRole('main').getByRole('listitem').getByRole('link').first().click()
  await expect(page.getByText(/^Taken by/)).toBeVisible()
  await page.goto(`${href}?date=${lastSunday()}`)
  await expect(page.getByText('This class has no lesson on this day.')).toBeVisible()
})

test('a register prints as it stands, without what is for fingers', async ({ as }) => {
  const page = await as('admin')
  await page.goto(`${await registerOf(page, 11)}?date=${lastSunday(5)}`)
  await tiles(page).first().click()
  await page.emulateMedia({ media: 'print' })
  await expect(tiles(page).first()).toBeVisible()
  for (const hidden of ['.screen-foot', '.topbar', '.tile-more']) await expect(page.locator(hidden).first()).toBeHidden()
})
