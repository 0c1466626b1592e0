import { lastSunday } from './calendar'
import { expect, expectAccessible, test } from './fixtures'
import { registerOf, tiles } from './register'

const keptAddresses = async () => (await Promise.all((await caches.keys()).map(async (name) => (await caches.open(name)).keys()))).flat().map(({ url }) => new URL(url).pathname)

for (const [locale, notReached] of [['en-US', 'The school’s server was not reached'], ['es-ES', 'No se pudo llegar al servidor de la escuela']] as const) {
  test(`without a connection a page says so in ${locale}, nothing of the school is kept, and it comes back by itself`, async ({ as }) => {
    const page = await as('teacher', { locale, serviceWorkers: 'allow' })
    await page.goto('/')
    await page.waitForFunction(() => navigator.serviceWorker.controller)
    await page.goto('/students')
    await page.context().setOffline(true)
    await page.goto('/classes')
    await expect(page.getByRole('heading', { name: notReached })).toBeVisible()
    await expectAccessible(page)
    expect(await page.evaluate(keptAddresses)).toEqual(['/offline'])
    await page.context().setOffline(false)
    await expect(page.locator('.topbar')).toBeVisible()
    await expect(page).toHaveURL(/\/classes$/)
  })
}

test('without a connection the registers and visits of this device are listed, and each goes on when it is back', async ({ as }) => {
  const page = await as('admin', { serviceWorkers: 'allow' })
  await page.goto('/')
  await page.waitForFunction(() => navigator.serviceWorker.controller)
  await page.goto(`${await registerOf(page, 1)}?date=${lastSunday(9)}`)
  await tiles(page).nth(2).click()
  await expect(tiles(page).nth(2)).toContainText('Absent')
  await page.goto('/walkthroughs/new')
  await page.getByRole('main').getByRole('listitem').getByRole('link').nth(2).click()
  await page.locator('.visit-row').first().getByRole('radio').nth(3).check({ force: true })
  await expect(page.getByText('1 of 7 rated')).toBeVisible()
  await page.context().setOffline(true)
  await page.goto('/classes')
  await expect(page.getByRole('listitem')).toContainText(['Not submitted yet', 'Not shared yet'])
  await expectAccessible(page)
  // The page looks for the server by itself: a click just then is lost in its reload.
  await expect(async () => {
    await page.getByRole('listitem').getByRole('link', { name: /^Register/ }).click({ timeout: 2_000 })
    await expect(page).toHaveURL(new RegExp(lastSunday(9)), { timeout: 2_000 })
  }).toPass()
  await page.context().setOffline(false)
  await expect(tiles(page).nth(2)).toContainText('Absent')
  await page.context().setOffline(true)
  await page.goto('/classes')
  await page.getByRole('listitem').getByRole('link', { name: /^Visit to/ }).click()
  await page.context().setOffline(false)
  await expect(page.getByText('1 of 7 rated')).toBeVisible()
})
