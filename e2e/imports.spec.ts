import type { Page } from '@playwright/test'
import iconv from 'iconv-lite'
import { aRoster, asZip, edited } from '@/lib/domain/interop/a-roster'
import { expect, expectAccessible, expectAwake, test } from './fixtures'

// In the second organization: what is imported here is in nobody else's way.
const zip = (name: string, buffer: Buffer) => ({ name, mimeType: 'application/zip', buffer })
const patient = { timeout: 120_000 }

async function upload(page: Page, file: ReturnType<typeof zip>) {
  await page.goto('/imports/new')
  await page.getByLabel('Drop the zip here, or choose it').setInputFiles(file)
}

test('a roster comes in after it was looked at, comes in once, and goes back out', async ({ as }) => {
  test.slow()
  const page = await as('otherAdmin')
  await page.goto('/imports')
  await page.getByRole('link', { name: 'Import a roster' }).first().click()
  await expect(page.getByRole('heading', { name: 'Import a roster' })).toBeVisible()
  await expectAccessible(page)
  const roster = edited(aRoster(), 'enrollments.csv', ['e3,,,h,n,p1,', 'e0,,,h,n,nobody,student,,,\r\ne3,,,h,n,p1,'])
  await upload(page, zip('fall.zip', asZip(roster)))

  const tabs = page.getByRole('navigation', { name: 'Parts of this import' })
  await expect(page.getByRole('heading', { name: 'fall.zip' })).toBeVisible()
  await expect(page.getByRole('button', { name: 'Apply import' })).toBeVisible(patient)
  await expect(page.getByText('1 line is left out')).toBeVisible()
  await expectAccessible(page)
  await page.getByRole('link', { name: 'Show 2 New: Students' }).click()
  await expect(page.getByRole('rowheader', { name: 'Sam Student' })).toBeVisible()
  await expectAccessible(page)
  await tabs.getByRole('link', { name: /Remarks/ }).click()
  await expect(page.getByText('userSourcedId names nobody')).toBeVisible()
  await expectAccessible(page)
  const download = page.waitForEvent('download')
  await page.getByRole('link', { name: 'Download all as CSV' }).click()
  expect((await download).suggestedFilename()).toBe('fall-rejects.csv')

  await tabs.getByRole('link', { name: 'Overview' }).click()
  await page.getByRole('button', { name: 'Apply import' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Apply import' }).click()
  await expect(page.getByText(/records were added/)).toBeInViewport(patient) // the button was far below
  await expectAccessible(page)
  const applied = page.url()

  await upload(page, zip('fall.zip', asZip(roster)))
  await expect(page.getByText('Nothing would change')).toBeVisible(patient)
  await expect(page.getByText('Nothing to change')).toBeVisible()
  await expect(page.getByRole('button', { name: 'Apply import' })).toBeHidden()
  await page.getByRole('button', { name: 'Discard' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Discard' }).click()
  await expect(page).toHaveURL(/\/imports$/)

  await page.goto(applied)
  await page.getByRole('button', { name: 'Undo import' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Undo import' }).click()
  await expect(page.getByText(/records were removed/)).toBeVisible(patient)
})

test('what is no roster is refused at once, in words', async ({ as }) => {
  const page = await as('otherAdmin')
  await upload(page, zip('holiday.zip', Buffer.from('this is no zip')))
  await expect(page.getByRole('alert').filter({ hasText: 'not a zip archive' })).toBeVisible()
  await upload(page, zip('students.zip', asZip({ 'schools.csv': 'School_id', 'students.csv': 'Student_id', 'sections.csv': 'Section_id' })))
  await expect(page.getByRole('alert').filter({ hasText: 'This is an export for Clever' })).toBeVisible()
  await upload(page, zip('empty.zip', asZip({ 'readme.txt': 'hello' })))
  await expect(page.getByRole('alert').filter({ hasText: 'holds no OneRoster file' })).toBeVisible()
})

test('what a file leaves open is asked before it is applied', async ({ as }) => {
  const page = await as('otherAdmin')
  const users = iconv.encode(String(aRoster()['users.csv']).replace('Sol,Student', 'Łukasz,Święta'), 'windows-1250')
  await upload(page, zip('polish.zip', asZip({ ...aRoster(), 'users.csv': users })))
  await expect(page.getByText('In which encoding is this file written?')).toBeVisible(patient)
  await expect(page.getByRole('button', { name: 'Apply import' })).toBeDisabled()
  await expect(page.getByLabel('windows-1250')).toContainText('Łukasz,Święta')
  await expectAccessible(page)
  await page.getByRole('button', { name: 'Read as windows-1250' }).click()
  await expect(page.getByRole('button', { name: 'Apply import' })).toBeEnabled(patient)
  await expect(page.getByText('In which encoding is this file written?')).toBeHidden()
})

test('the place to drop a file is a button for the keyboard', async ({ as }) => {
  const page = await as('otherAdmin')
  // Listening takes the chooser away from the browser, which has to know before the key is pressed.
  const chooser = page.waitForEvent('filechooser')
  await page.goto('/imports/new')
  const place = page.getByRole('button', { name: 'Drop the zip here, or choose it' })
  await expectAwake(place)
  await place.focus()
  await page.keyboard.press('Enter')
  await (await chooser).setFiles(zip('broken.zip', asZip(edited(aRoster(), 'users.csv', ['sourcedId', 'identity']))))
  await expect(page.getByText('This file cannot be applied as it is')).toBeVisible(patient)
  await expect(page.getByText('Cannot be applied', { exact: true })).toBeVisible()
  await expect(page.getByText('Ready to apply')).toBeHidden()
})

test('who may not import sees no import', async ({ asks }) => {
  const request = await asks('teacher')
  for (const path of ['/imports', '/imports/new', `/imports/${crypto.randomUUID()}`]) expect((await request.get(path)).status(), path).toBe(403)
  expect((await request.post(`/api/imports?upload=${crypto.randomUUID()}&part=0&last=1&name=x.zip`, { data: asZip(aRoster()) })).status()).toBe(403)
})
