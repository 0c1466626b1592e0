import { expect, expectAccessible, test } from './fixtures'

test('attendance at a glance, and a report by class', async ({ as }) => {
  const page = await as('director')
  await page.goto('/attendance/overview')
  await expect(page.getByRole('region', { name: 'When lessons are missed' }).first()).toBeVisible()
  await expectAccessible(page)
  await page.goto('/attendance/reports?by=class')
  await expect(page.getByRole('rowheader').getByRole('link').first()).toBeVisible()
})

test('who may not, cannot: not the overview, not the reports, not the file', async ({ asks }) => {
  for (const who of ['teacher', 'finance'] as const) {
    const request = await asks(who)
    for (const path of ['/attendance/overview', '/attendance/reports', '/api/exports/attendance-report']) expect((await request.get(path)).status(), `${who} ${path}`).toBe(403)
  }
})
