import { expect, expectAccessible, test } from './fixtures'

test('a document is added for a student, gets its file, is removed and brought back', async ({ as, asks }) => {
  const page = await as('registrar')
  const name = `Passport ${crypto.randomUUID().slice(0, 6)}`
  await page.goto('/documents')
  await page.getByRole('link', { name: 'New document' }).first().click()
  await page.getByLabel('Name', { exact: true }).fill(name)
  await page.getByRole('combobox', { name: 'Student' }).fill('abebe')
  await page.getByRole('option', { name: /Abebe, Emil/ }).first().click()
  await page.getByLabel('Valid until').fill('2026-12-24')
  await expectAccessible(page)
  await page.getByRole('button', { name: 'Add document' }).click()
  await expect(page.getByRole('heading', { level: 1, name })).toBeVisible()
  await expect(page.getByText('Expires soon')).toBeVisible()
  const path = new URL(page.url()).pathname
  await page.locator('input[type=file]').first().setInputFiles({ name: 'note.txt', mimeType: 'text/plain', buffer: Buffer.from('Seen and copied.') })
  const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('link', { name: 'note.txt', exact: true }).click()])
  expect(download.suggestedFilename()).toBe('note.txt')
  await page.getByRole('navigation', { name: 'Record' }).getByRole('link', { name: 'History' }).click()
  await expect(page.getByRole('listitem').filter({ hasText: 'downloaded a file' })).toBeVisible()
  expect((await (await asks('teacher')).get(path)).status()).toBe(404)
  expect((await (await asks('otherAdmin')).get(path)).status()).toBe(404)
  expect((await (await asks('finance')).get(`${path}/edit`)).status()).toBe(403)
  await page.getByRole('button', { name: 'Remove' }).click()
  await expect(page).toHaveURL(/\/documents$/)
  await page.getByRole('button', { name: 'Undo' }).click()
  await expect(page.getByText('It is back.')).toBeVisible()
})
