import { readFileSync, writeFileSync } from 'node:fs'
import { expect, expectAccessible, test } from './fixtures'

test('content is changed, refused where its shape breaks, exported, imported, and put back', async ({ as }, info) => {
  const page = await as('otherAdmin')
  await page.goto('/content')
  await page.getByRole('main').getByRole('link', { name: /^Check-in/ }).click()
  await expectAccessible(page)
  await page.getByLabel('question · English').fill('How is it going?')
  await page.getByRole('button', { name: 'Save as our own' }).click()
  await expect(page.getByText('Your own, version 1')).toBeVisible()
  const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('link', { name: 'Export (JSON)' }).click()])
  const payload = JSON.parse(readFileSync(await download.path(), 'utf8'))
  expect(payload.question.en).toBe('How is it going?')
  payload.zones[2].strategies = []
  const path = info.outputPath('wrong.json')
  writeFileSync(path, JSON.stringify(payload))
  await page.getByLabel('Import (JSON)').last().setInputFiles(path)
  await page.getByRole('button', { name: 'Save as our own' }).click()
  await expect(page.getByRole('alert').filter({ hasText: 'zones[2].strategies' })).toBeVisible()
  await page.reload()
  await page.goto('/zones')
  await expect(page.getByRole('heading', { level: 1, name: 'How is it going?' })).toBeVisible()
  await page.goto('/content/zones')
  await page.getByRole('button', { name: 'Back to the product’s' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Back to the product’s' }).click()
  await expect(page.getByText('As the product brings it')).toBeVisible()
})
