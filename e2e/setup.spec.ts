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

test('the organization is renamed and numbers its students by another rule; a registrar does not', async ({ as, asks }) => {
  const page = await as('admin')
  await page.goto('/setup')
  await page.getByRole('link', { name: 'Organization' }).last().click()
  const rule = page.getByLabel('Student numbers')
  const before = await rule.inputValue()
  await rule.fill('ST-####')
  await expect(rule).toHaveAccessibleDescription(/ST-\d{4}/)
  await rule.fill('ST')
  await page.getByRole('button', { name: 'Save changes' }).click()
  await expect(rule).toHaveAccessibleDescription(/one to ten #/)
  for (const value of ['ST-####', before]) {
    await rule.fill(value)
    // The word of the first is still there when the second is sent: its answer tells them apart.
    const answer = page.waitForResponse((one) => one.request().method() === 'POST' && one.url().endsWith('/setup/organization'))
    await page.getByRole('button', { name: 'Save changes' }).click()
    await answer
    await expect(page.getByText('The organization is saved.').last()).toBeVisible()
  }
  await page.reload()
  await expect(rule).toHaveValue(before)
  await expectAccessible(page)
  expect((await (await asks('registrar')).get('/setup/organization')).status()).toBe(403)
})
