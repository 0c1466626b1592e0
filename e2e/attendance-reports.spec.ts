import { readFileSync } from 'node:fs'
import type { Page } from '@playwright/test'
import { expect, expectAccessible, expectAwake, test } from './fixtures'

const numberIn = (text: string | null) => Number((text ?? '').replaceAll(',', ''))
/** What a line of a report is called, and how many days it counts. */
const linesOf = (page: Page) => page.locator('.report-table tbody tr').evaluateAll((rows) => rows.map((row) => ({ name: row.querySelector('a')!.textContent!.trim(), days: row.querySelectorAll('td')[0]!.textContent!.trim() })))
const daysInAll = async (page: Page) => numberIn(await page.locator('.report-table tfoot td').first().textContent())

test('attendance at a glance leads to a report; its address says what it is of, its file has the same lines, and its numbers lead to what they are made of', async ({ as }) => {
  const page = await as('director')
  await page.goto('/attendance/overview')
  await expect(page.getByRole('region', { name: 'When lessons are missed' }).first()).toBeVisible()
  await expectAccessible(page)
  await page.goto('/attendance/reports?by=class')
  const grade = page.locator('select[name=grade]')
  await expectAwake(grade)
  await grade.selectOption({ index: 2 })
  await expect(page).toHaveURL(/by=class.*grade=[0-9a-f-]{36}/)
  await page.reload()
  await expect(grade).not.toHaveValue('')
  const lines = await linesOf(page)
  expect(lines.length).toBeGreaterThan(0)
  expect(await daysInAll(page)).toBe(lines.reduce((sum, { days }) => sum + numberIn(days), 0))

  const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('link', { name: 'Export' }).click()])
  const file = readFileSync(await download.path(), 'utf8').replace('\uFEFF', '').trimEnd().split('\r\n').slice(1)
  expect(file.map((line) => line.split(',').slice(0, 2).join(' '))).toEqual(lines.map(({ name, days }) => `${name} ${numberIn(days)}`))

  // From the class to its students: as many days. From there to the sheet that is printed and signed.
  await page.locator('.report-table tbody').getByRole('link').first().click()
  await expect(page).toHaveURL(/by=student.*class=/)
  await expect(page.locator('.report-table tbody tr').nth(5)).toBeVisible()
  expect(await daysInAll(page)).toBe(numberIn(lines[0]!.days))
  const students = (await linesOf(page)).length
  await page.getByRole('link', { name: 'Monthly register' }).click()
  const sheet = page.locator('.month-grid')
  await expect(sheet.locator('tbody tr').nth(students - 1)).toBeVisible()
  await expectAccessible(page)
  const pdf = await page.pdf({ preferCSSPageSize: true })
  expect(pdf.toString('latin1').match(/\/Type \/Page\b/g)).toHaveLength(1)
  // As wide as the paper lets it be, which lies on its side: 297 mm less the margins.
  await page.emulateMedia({ media: 'print' })
  await page.setViewportSize({ width: 1047, height: 718 })
  for (const hidden of ['.sidebar', '.topbars', '.screen-head nav']) await expect(page.locator(hidden).first()).toBeHidden()
  expect(await sheet.evaluate((table) => table.getBoundingClientRect().right - window.innerWidth)).toBeLessThanOrEqual(0)
})

test('who may not, cannot: not the overview, not the reports, not the file', async ({ asks }) => {
  for (const who of ['teacher', 'finance'] as const) {
    const request = await asks(who)
    for (const path of ['/attendance/overview', '/attendance/reports', '/api/exports/attendance-report']) expect((await request.get(path)).status(), `${who} ${path}`).toBe(403)
  }
})
