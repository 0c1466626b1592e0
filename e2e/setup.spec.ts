import { expect, expectAccessible, test } from './fixtures'

test('the guide leads to a term and a holiday, which are written, refused beside the field, and taken back', async ({ as }) => {
  const page = await as('registrar')
  await page.goto('/setup')
  await expect(page.getByRole('listitem').filter({ hasText: 'Terms' })).toContainText('there')
  await expectAccessible(page)
  await page.getByRole('link', { name: 'Open: Special days' }).or(page.getByRole('link', { name: 'Add the first: Special days' })).click()
  await page.getByRole('link', { name: 'New special day' }).first().click()
  const title = `Founding day ${crypto.randomUUID().slice(0, 8)}`
  await page.getByLabel('Title').fill(title)
  await page.getByRole('button', { name: 'Add special day' }).click()
  await expect(page.getByLabel('Date')).toHaveAccessibleDescription(/./)
  await page.getByLabel('Date').fill('2030-01-07')
  await page.getByRole('button', { name: 'Add special day' }).click()
  await expect(page).toHaveURL(/\/setup\/special-days$/)
  await page.getByRole('link', { name: title }).click()
  await page.getByRole('button', { name: 'Remove' }).click()
  await expect(page.getByText('No special days', { exact: false }).or(page.getByRole('row').first())).toBeVisible()
  await page.getByRole('button', { name: 'Undo' }).click()
  await expect(page.getByRole('link', { name: title })).toBeVisible()
})
