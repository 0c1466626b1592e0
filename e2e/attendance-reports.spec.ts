import { readFileSync } from 'node:fs'
import { expect, expectAccessible, test } from './fixtures'

test('the overview leads to its rows, a report is narrowed in the address, exported, and the monthly register is a sheet', async ({ as }) => {
  const page = await as('director')
  await page.goto('/attendance/overview')
  await expect(page.getByRole('region', { name: 'When lessons are missed' }).first()).toBeVisible()
  await expectAccessible(page)
  const chronic = Number((await page.getByRole('region', { name: 'Students who missed 10 % or more' }).locator('p').first().innerText()).replace(/\D/g, ''))
  await page.getByRole('region', { name: 'Students who missed 10 % or more' }).getByRole('link', { name: 'Rows' }).click()
  await expect(page).toHaveURL(/by=student/)
  await expect(page.getByRole('rowheader').filter({ hasText: '10 % or more' })).toHaveCount(chronic)
  await expectAccessible(page)

  await page.getByLabel('By', { exact: true }).selectOption('Class')
  await expect(page).toHaveURL(/by=class/)
  await page.getByRole('rowheader').getByRole('link').first().click()
  await expect(page).toHaveURL(/class=[0-9a-f-]{36}/)
  const shown = await page.getByRole('rowheader').count()
  const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('link', { name: 'Export' }).click()])
  const lines = readFileSync(await download.path(), 'utf8').trimEnd().split('\r\n')
  // Its head against the foot of the table: a line for every student.
  expect(lines).toHaveLength(shown)
  expect(lines[0]).toContain('Student,Days,Present,Late')

  await page.getByRole('link', { name: 'Monthly register' }).click()
  await expect(page.getByRole('table')).toBeVisible()
  await expectAccessible(page)
})

test('who may not, cannot: not the overview, not the reports, not the file', async ({ asks }) => {
  for (const who of ['teacher', 'finance'] as const) {
    const request = await asks(who)
    for (const path of ['/attendance/overview', '/attendance/reports', '/api/exports/attendance-report']) expect((await request.get(path)).status(), `${who} ${path}`).toBe(403)
  }
})
