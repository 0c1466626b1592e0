import { expect, expectAccessible, signIn, tablet, test, type Who } from '../fixtures'
import { today as lastSchoolDay } from '../calendar'
import { registerOf, tiles } from '../register'

// Run on servers whose clock stands on a Sunday and on a holiday (playwright.config.ts); nothing is written here.

for (const who of ['admin', 'director', 'otherAdmin'] satisfies Who[]) {
  test(`the home of ${who} shows the last school day, what comes next, and leads to the lists of that day`, async ({ as }) => {
    const page = await as(who)
    await page.goto('/')
    await expect(page.getByText('The last school day: Friday, November 20, 2026')).toBeVisible()
    await expect(page.getByText('What comes next: Tuesday, November 24, 2026.')).toBeVisible()
    await expectAccessible(page)
    await page.getByRole('region', { name: 'Who was here?' }).getByRole('link', { name: /late$/ }).click()
    await expect(page).toHaveURL(new RegExp(`/attendance/absences.*date=${lastSchoolDay}`))
    await expect(page.getByRole('rowheader')).not.toHaveCount(0)
  })
}

test('the home of a teacher says what comes next, misses no register, and leads to that of the last school day', async ({ as }) => {
  const page = await as('teacher', tablet)
  await page.goto('/')
  await expect(page.getByRole('heading', { name: /^Good to see you/ })).toBeVisible()
  await expect(page.getByRole('heading', { name: 'Next: Tuesday, November 24' })).toBeVisible()
  await expect(page.getByText('Register missing')).toHaveCount(0)
  await expectAccessible(page)
  await page.getByRole('main').getByRole('link', { name: /students/ }).first().tap()
  await expect(page.getByRole('heading', { level: 1, name: /^Register/ })).toBeVisible()
  expect(await tiles(page).count()).toBeGreaterThan(15)
})

for (const who of ['registrar', 'finance', 'assistant'] satisfies Who[]) {
  test(`the home of ${who} stands`, async ({ as }) => {
    const page = await as(who)
    await page.goto('/')
    await expect(page.getByRole('main').getByRole('heading').first()).toBeVisible()
    await expectAccessible(page)
  })
}

test('support comes in, and what it opens stands', async ({ page }) => {
  await signIn(page, 'support')
  await page.getByRole('button', { name: /Open: Northwind/ }).click()
  await expect(page).toHaveURL((url) => url.pathname === '/')
  await expect(page.getByText('The last school day: Friday, November 20, 2026')).toBeVisible()
  await expect(page.getByRole('complementary', { name: 'Sidebar' })).toContainText('Northwind Trust')
})

test('no register is due, and none is missing', async ({ as }) => {
  const page = await as('admin')
  for (const path of ['/attendance', '/attendance?state=missing', '/attendance/absences']) {
    await page.goto(path)
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
    await expect(page.getByRole('rowheader')).toHaveCount(0)
  }
  await page.goto(`/attendance?date=${lastSchoolDay}`)
  await expect(page.getByRole('rowheader')).not.toHaveCount(0)
})

test('a register may be looked at, and of a class with lessons none is given', async ({ as }) => {
  const page = await as('director')
  await page.goto(await registerOf(page, 1))
  await expect(page.getByText('The campus keeps no school on this day.')).toBeVisible()
  await page.goto('/classes?sort=name')
  await page.getByRole('row').filter({ hasText: 'Online' }).first().getByRole('link', { name: 'Register', exact: true }).click()
  await expect(page.getByText('This class has no lesson on this day.')).toBeVisible()
})
