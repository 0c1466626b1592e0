import { expect, expectAccessible, signIn, tablet, test, tabletUpright } from './fixtures'

test('the rail shows whoever teaches the rooms of the day, and nothing of the setup', async ({ as }) => {
  const page = await as('teacher', tablet)
  await page.goto('/')
  const rooms = page.getByRole('navigation', { name: 'Rooms' })
  await expect(rooms.getByRole('link', { name: 'Attendance' })).toBeVisible()
  await expect(rooms.getByRole('link', { name: 'Subjects' })).toHaveCount(0)
  const [badge, first] = [await page.locator('.switcher').boundingBox(), await rooms.getByRole('link').first().boundingBox()]
  expect(first!.y - (badge!.y + badge!.height)).toBeLessThan(40)
})

test('an assistant finds the class she helps in, and its register', async ({ as }) => {
  const page = await as('assistant', tabletUpright)
  await page.goto('/')
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Good to see you')
  await expectAccessible(page)
  await page.getByRole('region', { name: 'Your classes' }).getByRole('link').first().tap()
  await expect(page.getByRole('heading', { level: 1, name: /^Register/ })).toBeVisible()
})

test('the office sees what is missing in the records, and goes from there to an import', async ({ as }) => {
  const page = await as('registrar')
  await page.goto('/')
  await expect(page.getByRole('region', { name: 'Who is in no class?' })).toBeVisible()
  await expect(page.getByRole('region', { name: 'Of whom is no guardian known?' })).toBeVisible()
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme })
    await expectAccessible(page)
  }
  await page.getByRole('link', { name: 'Import a roster' }).click()
  await expect(page).toHaveURL(/\/imports\/new$/)
})

test('finance is shown its campuses, and no deed that is not its own', async ({ as }) => {
  const page = await as('finance')
  await page.goto('/')
  const main = page.getByRole('main')
  await expect(main.getByRole('region', { name: 'Riverside Elementary' })).toContainText('students on the roll')
  await expect(main.getByRole('link', { name: /Import|Take (it|attendance)/ })).toHaveCount(0)
  await expectAccessible(page)
  await main.getByRole('link', { name: 'Riverside Elementary', exact: true }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Riverside Elementary' })).toBeVisible()
  await expectAccessible(page)
})

test('support is told all the while where it is, and leaves', async ({ page }) => {
  await signIn(page, 'support')
  await page.getByRole('button', { name: /Open: Northwind/ }).click()
  await expect(page).toHaveURL((url) => url.pathname === '/')
  await page.goto('/students')
  const banner = page.getByRole('region', { name: 'Platform support' })
  await expect(banner).toContainText('Northwind Trust')
  await expectAccessible(page)
  await banner.getByRole('button', { name: 'Leave' }).click()
  await expect(page).toHaveURL(/\/organizations$/)
  await page.goto('/students')
  await expect(page).toHaveURL(/\/organizations$/)
})
