import type { Page } from '@playwright/test'
import { demoPassword } from '@/prisma/seed/plan'
import { expect, expectAccessible, expectAwake, people, signIn, test } from './fixtures'

/** The link of the newest mail to somebody, as the outbox shows it; the worker may still be about to keep it. */
async function linkTo(admin: Page, recipient: string, label: string): Promise<string> {
  const link = admin.getByRole('link', { name: `${label}: ${recipient}` }).first()
  await expect(async () => {
    await admin.goto('/outbox')
    await expect(link).toBeVisible({ timeout: 1_000 })
  }).toPass()
  return (await link.getAttribute('href'))!
}

async function enterWith(page: Page, email: string, password: string) {
  await page.goto('/sign-in')
  await page.getByLabel('E-mail').fill(email)
  await page.getByLabel('Password').fill(password)
  await page.getByRole('button', { name: 'Sign in', exact: true }).click()
}

test('a forgotten password is replaced by a link that works once, in the same words for everybody', async ({ as, browser, baseURL }) => {
  const admin = await as('otherAdmin')
  // Somebody whom no other test is: every session of theirs ends.
  const finance = people.otherAdmin.replace('admin@', 'finance@')
  const stranger = await (await browser.newContext({ baseURL })).newPage()
  const said: string[] = []
  for (const email of ['nobody@nowhere.example', 'nora.north@cedar.example', finance]) {
    await stranger.goto('/sign-in')
    await stranger.getByRole('link', { name: 'Forgot your password?' }).click()
    const send = stranger.getByRole('button', { name: 'Send the link' })
    await expectAwake(send)
    await stranger.getByLabel('E-mail').fill(email)
    await send.click()
    said.push(await stranger.getByText('If there is an account').innerText())
  }
  expect(new Set(said).size).toBe(1)
  await expectAccessible(stranger)

  const href = await linkTo(admin, finance, 'Choose a new password')
  await expectAccessible(admin)
  expect(href.startsWith(baseURL!)).toBe(true)
  await stranger.goto(href)
  await expectAwake(stranger.getByRole('button', { name: 'Save the password' }))
  await stranger.getByLabel('New password', { exact: true }).fill('password1')
  await stranger.getByLabel('New password again').fill('password1')
  await stranger.getByRole('button', { name: 'Save the password' }).click()
  await expect(stranger.getByText('among the passwords that are guessed first').first()).toBeVisible()
  await expectAccessible(stranger)
  await stranger.getByLabel('New password', { exact: true }).fill(demoPassword)
  await stranger.getByLabel('New password again').fill(demoPassword)
  await stranger.getByRole('button', { name: 'Save the password' }).click()
  await expect(stranger.getByText('Your new password is saved')).toBeVisible()
  await stranger.goto(href)
  await expect(stranger.getByRole('heading', { name: 'This link opens nothing any more' })).toBeVisible()
  await expectAccessible(stranger)
  await enterWith(stranger, finance, demoPassword)
  await expect(stranger).not.toHaveURL(/sign-in/)
  await stranger.context().close()
})

test('support asks, an administrator lets it in and ends the visit, and both sides see it', async ({ as, browser, baseURL }) => {
  const admin = await as('admin')
  const support = await (await browser.newContext({ baseURL })).newPage()
  await signIn(support, 'support')
  const cedar = support.getByRole('listitem').filter({ hasText: 'Cedar Valley' })
  await expect(cedar).toContainText('has not answered yet')
  expect(await support.getByRole('button', { name: /Open: Cedar/ }).count()).toBe(0)
  await admin.goto('/support')
  await expectAccessible(admin)
  await expectAwake(admin.getByRole('button', { name: /Allow 4 hours/ }))
  await admin.getByRole('button', { name: /Allow 4 hours/ }).click()
  await expect(admin.getByText('May look in', { exact: true })).toBeVisible()
  await support.reload()
  await support.getByRole('button', { name: /Open: Cedar/ }).click()
  await expect(support.getByRole('region', { name: 'Platform support' })).toBeVisible()
  await admin.goto('/')
  await expect(admin.getByRole('region', { name: 'Platform support' })).toContainText('Sam Support')
  await admin.goto('/support')
  await expectAwake(admin.getByRole('button', { name: /End the visit/ }))
  await admin.getByRole('button', { name: /End the visit/ }).click()
  await expect(admin.getByText('Ended', { exact: true })).toBeVisible()
  await support.goto('/students')
  await expect(support).toHaveURL(/\/organizations/)
  await support.context().close()
})

test('an organization is founded, suspended and reopened by the platform alone', async ({ asks, browser, baseURL }) => {
  expect((await (await asks('admin')).get('/organizations')).url()).not.toMatch(/organizations/)
  const support = await (await browser.newContext({ baseURL })).newPage()
  await signIn(support, 'support')
  await expectAwake(support.getByRole('button', { name: 'New organization' }))
  await support.getByRole('button', { name: 'New organization' }).click()
  const name = `Org ${crypto.randomUUID().slice(0, 8)}`
  await support.getByLabel('Name').fill(name)
  await support.getByLabel('First administrator').fill(`first@${name.slice(4)}.example`)
  await support.getByRole('button', { name: 'Create the organization' }).click()
  const row = support.getByRole('listitem').filter({ hasText: name })
  await expect(row).toBeVisible()
  await expectAccessible(support)
  // Where there is no mail server, whoever founded it hands the link on.
  await expect(async () => {
    await support.reload()
    await expect(row.getByRole('link', { name: 'Open the invitation' })).toBeVisible({ timeout: 1_000 })
  }).toPass()
  await row.getByRole('button', { name: 'Suspend' }).click()
  await support.getByLabel('Reason').fill('The contract is over.')
  await support.getByRole('dialog').getByRole('button', { name: 'Suspend', exact: true }).click()
  await expect(row).toContainText('Suspended')
  await row.getByRole('button', { name: 'Reopen' }).click()
  await support.getByRole('dialog').getByRole('button', { name: 'Reopen' }).click()
  await expect(row.getByRole('button', { name: /Suspend/ })).toBeVisible()
  const href = (await row.getByRole('link', { name: /Open the invitation/ }).getAttribute('href'))!
  await support.context().close()

  // The first hour: whoever comes in is told what comes next, and a form that cannot stand yet leads to what it stands on.
  const first = await (await browser.newContext({ baseURL })).newPage()
  await first.goto(href)
  await expectAwake(first.getByRole('button', { name: 'Open my account' }))
  await first.getByLabel('New password', { exact: true }).fill(demoPassword)
  await first.getByLabel('New password again').fill(demoPassword)
  await first.getByRole('button', { name: 'Open my account' }).click()
  await expect(first).toHaveURL(/sign-in/)
  await enterWith(first, `first@${name.slice(4)}.example`, demoPassword)
  const next = first.getByRole('region', { name: 'What comes next' })
  await expect(next).toContainText('Campuses')
  await expectAccessible(first)
  await first.goto('/classes/new')
  await first.getByRole('link', { name: 'Add the first campus' }).click()
  await expect(first).toHaveURL(/campuses\/new/)
  await first.goto('/setup/academic-years/new')
  await expectAwake(first.getByRole('button', { name: 'Add academic year' }))
  await first.getByLabel('Name').fill('The first')
  await first.getByLabel('First day').fill('2030-08-01')
  await first.getByLabel('Last day').fill('2031-06-30')
  await first.getByRole('button', { name: 'Add academic year' }).click()
  await expect(first.getByRole('cell', { name: 'The first' }).or(first.getByText('The first')).first()).toBeVisible()
  await first.goto('/setup')
  await expect(first.getByText('No year is the current one')).toHaveCount(0)
  await first.context().close()
})
