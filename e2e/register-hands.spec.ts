import { lastSunday, today, yesterday } from './calendar'
import { daysAfter } from '@/lib/platform/time'
import { expect, expectAccessible, expectAwake, tablet, test } from './fixtures'
import { registerOf, submit, tiles } from './register'

test('letters are those of the language, arrows follow the direction of the page, and all of it works without a pointer', async ({ as }) => {
  const page = await as('admin', { locale: 'es-ES' })
  const address = `${await registerOf(page, 9, 'Asistencia')}?date=${lastSunday(5)}`
  await page.goto(address)
  await expectAwake(tiles(page).first())
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
  await expectAwake(tiles(page).first())
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

test('a register leads to the day before, to the day after and back to today, and a picked day is gone to at once', async ({ as }) => {
  const page = await as('admin')
  await page.goto(`${await registerOf(page, 6)}?date=${yesterday}`)
  const days = page.getByRole('navigation', { name: 'Days' })
  await expectAwake(days.getByLabel('Date'))
  await days.getByRole('link', { name: 'Day before' }).click()
  await expect(page).toHaveURL(new RegExp(`date=${daysAfter(yesterday, -1)}`))
  await days.getByLabel('Date').fill(daysAfter(today, -7))
  await expect(page).toHaveURL(new RegExp(`date=${daysAfter(today, -7)}`))
  await expect(page.getByText(/^Taken by/)).toBeVisible()
  await days.getByRole('link', { name: 'Today' }).click()
  await expect(page).toHaveURL((url) => !url.searchParams.has('date'))
  await expect(days.getByRole('link', { name: 'Next day' })).toBeHidden()
})

test('of a register that nobody took and that is closed no status is said, and whom to ask is', async ({ as }) => {
  const page = await as('teacher', tablet)
  const own = (await page.goto('/').then(() => page.getByRole('main').getByRole('link', { name: /students/ }).first().getAttribute('href')))!.split('?')[0]
  await page.goto(`${own}?date=${lastSunday(6)}`)
  await expect(page.getByText('This day is closed: you can no longer change it.')).toBeVisible()
  expect(await tiles(page).count()).toBeGreaterThan(15)
  await expect(page.locator('.tile .status')).toHaveCount(0)
  await expect(page.getByRole('link', { name: /^Write to/ }).first()).toHaveAttribute('href', /^mailto:director@cedar\.example\?subject=/)
  await expectAccessible(page)
  await page.goto(`${own}?date=${daysAfter(today, 3)}`)
  await expect(page.getByText('This day has not come yet.')).toBeVisible()
  await expect(page.locator('.tile .status')).toHaveCount(0)
})

test('the usual minutes are one tap, and tiles go by family names', async ({ as }) => {
  const page = await as('admin', tablet)
  await page.goto(`${await registerOf(page, 8)}?date=${lastSunday(6)}`)
  const names = await page.locator('.tile-family').allInnerTexts()
  expect(names).toEqual([...names].sort((a, b) => a.localeCompare(b, 'en')))
  for (const _ of [1, 2]) await tiles(page).first().tap()
  await page.getByRole('button', { name: /^More about/ }).tap()
  await page.getByRole('dialog').getByRole('button', { name: '10 min' }).tap()
  await expectAccessible(page)
  await page.getByRole('button', { name: 'Keep', exact: true }).tap()
  await expect(tiles(page).first()).toContainText('Late 10 min')
})
