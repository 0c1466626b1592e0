import { readFileSync } from 'node:fs'
import { today } from './calendar'
import { expect, expectAccessible, expectAwake, tabletUpright, test } from './fixtures'

test('the office keeps the sheet of a day: tap, kind of leave, leave of several days, close, month, records and their file', async ({ as }) => {
  const page = await as('director')
  await page.goto('/attendance/staff?date=2026-01-06')
  const row = page.getByRole('listitem').filter({ has: page.getByRole('group', { name: /^Day of / }) }).first()
  const name = (await row.locator('bdi').first().innerText()).trim()
  const absent = row.getByRole('button', { name: 'Absent' })
  await expectAwake(absent)
  await absent.click()
  await expect(absent).toHaveAttribute('aria-pressed', 'true')
  // Who said so comes from the server.
  await expect(row.getByText(/ by /)).toBeVisible()
  const kept = page.waitForResponse((answer) => answer.request().method() === 'POST')
  await row.getByLabel(`Leave of ${name}`).selectOption('Sick')
  await kept
  await page.reload()
  await expect(row.getByLabel(`Leave of ${name}`)).toHaveValue('sick')
  await expectAccessible(page)
  await page.getByRole('button', { name: /were present: / }).first().click()
  await expect(page.getByText(/written down/)).toBeVisible()

  await row.getByRole('button', { name: `More about ${name}` }).click()
  await page.getByLabel('Note').fill('Rang at seven')
  await page.getByLabel('Away until').fill('2026-01-08')
  await page.getByRole('button', { name: 'Save', exact: true }).click()
  await expect(page.getByText('Saved for 3 days')).toBeVisible()
  await page.goto('/attendance/staff/month?month=2026-01')
  await expect(page.getByRole('row', { name: new RegExp(name) }).getByTitle('Absent, Sick')).toHaveCount(3)
  await expectAccessible(page)

  await page.goto('/attendance/staff/records?leave=sick&from=2026-01-05&to=2026-01-09')
  await expect(page.getByRole('row').filter({ hasText: 'Rang at seven' })).toHaveCount(3)
  const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('link', { name: 'Export' }).click()])
  const lines = readFileSync(await download.path(), 'utf8').trimEnd().split('\r\n')
  expect(lines[0]).toContain('Name,Date,Status,Leave,Arrived,Note')
  expect(lines.filter((line) => line.includes('Rang at seven'))).toHaveLength(3)
})

test('staff check in from their home where the campus allows it, and the office sees it', async ({ as }) => {
  const finance = await as('finance', tabletUpright)
  await finance.goto('/')
  const here = finance.getByRole('button', { name: 'I am here' })
  await expectAwake(here)
  await here.click()
  await expect(finance.getByText(/You checked in/)).toBeVisible()
  await expectAccessible(finance)
  const office = await as('registrar')
  await office.goto(`/attendance/staff?date=${today}`)
  await office.getByRole('searchbox').fill('Bursar')
  await expect(office.getByRole('listitem').filter({ hasText: 'Bursar' }).filter({ hasText: 'checked in' })).toBeVisible()
})

test('who may not, cannot: not the sheet, not the month, not the file', async ({ asks }) => {
  for (const who of ['teacher', 'finance', 'assistant'] as const) {
    const request = await asks(who)
    for (const path of ['/attendance/staff', '/attendance/staff/month', '/attendance/staff/records', '/api/exports/staff-attendance']) expect((await request.get(path)).status(), `${who} ${path}`).toBe(403)
  }
})
