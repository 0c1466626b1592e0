import type { Page, Route } from '@playwright/test'
import { lastSunday } from './calendar'
import { expect, people, signIn, test } from './fixtures'
import { registerOf, submit, tiles } from './register'

const door = '**/api/attendance/registers'
const isHome = (url: URL) => url.pathname === '/'

/** The address of a register that nobody has taken, and the page on it. */
async function openRegister(page: Page, place: number, weeks: number): Promise<string> {
  const address = `${await registerOf(page, place)}?date=${lastSunday(weeks)}`
  await page.goto(address)
  await expect(page.getByText('Not saved yet')).toBeVisible()
  return address
}

test('an answer that is lost after the server wrote is asked for again, and is the same', async ({ as }) => {
  const page = await as('admin')
  const address = await openRegister(page, 0, 5)
  const sent: string[] = []
  let isLost = true
  await page.route(door, async (route: Route) => {
    sent.push(route.request().postData()!)
    if (!isLost) return route.continue()
    isLost = false
    await route.fetch()
    return route.abort()
  })
  await tiles(page).nth(3).click()
  await submit(page).click()
  await expect(page).toHaveURL(isHome)
  expect(sent).toHaveLength(2)
  expect(sent[1]).toBe(sent[0])
  await page.goto(address)
  await expect(page.getByText(/^Taken by/)).toBeVisible()
})

test('what is tapped while the marks are on their way is not lost, nor shown as saved', async ({ as }) => {
  const page = await as('admin')
  const address = await openRegister(page, 1, 5)
  let arrive = () => {}
  const underWay = new Promise<void>((resolve) => (arrive = resolve))
  await page.route(door, async (route) => {
    await underWay
    await route.continue()
  })
  await tiles(page).nth(0).click()
  await submit(page).dblclick()
  await tiles(page).nth(1).click()
  arrive()
  await expect(page.getByText('Changed, not saved yet')).toBeVisible()
  await expect(page.locator('.tile').nth(0)).toHaveAttribute('data-saved')
  await expect(page.locator('.tile').nth(1)).not.toHaveAttribute('data-saved')
  await submit(page).click()
  await expect(page).toHaveURL(isHome)
  await page.goto(address)
  for (const place of [0, 1]) await expect(tiles(page).nth(place)).toContainText('Absent')
  await expect(page.getByText(/^Corrected by/)).toBeVisible()
})

test('a server that answers no more is tried again without the browser having been offline; marks of meanwhile follow', async ({ as }) => {
  const page = await as('admin')
  const address = await openRegister(page, 2, 5)
  await page.route(door, (route) => route.fulfill({ status: 200, contentType: 'text/html', body: '<h1>Welcome to our hotel</h1>' }))
  await tiles(page).nth(0).click()
  await submit(page).click()
  await expect(page.getByRole('alert').getByText('Not sent yet')).toBeVisible()
  await tiles(page).nth(1).click()
  await page.unroute(door)
  await page.getByRole('button', { name: 'Send again' }).click()
  await expect(page).toHaveURL(isHome)
  await page.goto(address)
  for (const place of [0, 1]) await expect(tiles(page).nth(place)).toContainText('Absent')
})

test('what was submitted without a connection is sent from the first screen, also after the tab was closed', async ({ as }) => {
  const page = await as('admin')
  const address = await openRegister(page, 3, 5)
  const context = page.context()
  let isDown = true
  let sendings = 0
  await context.route(door, (route) => {
    if (isDown) return route.abort()
    sendings++
    return route.continue()
  })
  await tiles(page).nth(2).click()
  await submit(page).click()
  await expect(page.getByRole('alert').getByText('Not sent yet')).toBeVisible()
  await page.close()
  const other = await context.newPage()
  await other.goto('/')
  const card = other.getByRole('region', { name: 'Not sent from this device' })
  await expect(card.getByRole('listitem')).toContainText(['Waiting for the connection'])
  await other.goto('about:blank')
  isDown = false
  await other.goto('/')
  await expect.poll(() => other.evaluate(() => Object.keys(localStorage).filter((name) => name.startsWith('register:')))).toEqual([])
  await expect(card).toBeHidden()
  expect(sendings).toBe(1)
  await other.goto(address)
  await expect(other.getByText(/^Taken by/)).toBeVisible()
  await expect(tiles(other).nth(2)).toContainText('Absent')
})

test('a draft of before somebody else saved does not overwrite them unseen', async ({ as }) => {
  const [first, second] = [await as('admin'), await as('director')]
  const address = await openRegister(first, 4, 5)
  await tiles(first).nth(0).click()
  await second.goto(address)
  await tiles(second).nth(1).click()
  await submit(second).click()
  await expect(second).toHaveURL(isHome)
  await first.reload()
  await expect(tiles(first).nth(0)).toContainText('Absent')
  await submit(first).click()
  await expect(first.getByRole('dialog', { name: 'Somebody was first' })).toContainText('You differ on 2 students')
  await first.getByRole('button', { name: 'Keep theirs' }).click()
  await expect(tiles(first).nth(0)).toContainText('Present')
  await first.reload()
  await expect(tiles(first).nth(0)).toContainText('Present')
})

test('marks outlive a session that ended, are nobody else’s, and are sent after signing in again', async ({ browser, baseURL, locale }) => {
  const context = await browser.newContext({ baseURL, locale })
  const page = await context.newPage()
  await signIn(page, 'director')
  const address = await openRegister(page, 5, 5)
  await tiles(page).nth(4).click()
  await context.clearCookies()
  await submit(page).click()
  const wayIn = page.getByRole('main').getByRole('link', { name: 'Sign in' })
  await expect(wayIn).toBeVisible()
  await signIn(page, 'admin')
  await page.goto(address)
  await expect(tiles(page).nth(4)).toContainText('Present')
  await context.clearCookies()
  await page.goto(address)
  await page.getByLabel('E-mail').fill(people.director)
  await page.getByLabel('Password').fill('homeroom-demo')
  await page.getByRole('button', { name: 'Sign in', exact: true }).click()
  await expect(page).toHaveURL(isHome)
  await page.goto(address)
  await expect(page.getByText(/^Taken by/)).toBeVisible()
  await expect(tiles(page).nth(4)).toContainText('Absent')
  await context.close()
})

test('marks that were taken back do not come again, and a spoilt draft is none', async ({ as }) => {
  const page = await as('admin')
  await openRegister(page, 6, 5)
  await tiles(page).nth(0).click()
  await tiles(page).nth(1).click()
  for (let step = 0; step < 2; step++) await page.getByRole('button', { name: 'Undo' }).click()
  await page.reload()
  await expect(page.locator('.tile[data-tone=bad]')).toHaveCount(0)
  await tiles(page).nth(0).click()
  await page.evaluate(() => Object.keys(localStorage).filter((name) => name.startsWith('register:')).forEach((name) => localStorage.setItem(name, '{"version":null,"marks":null}')))
  await page.reload()
  await expect(page.locator('.tile[data-tone=bad]')).toHaveCount(0)
  await expect(page.getByText('Not saved yet')).toBeVisible()
})

test('marks of one day are never on the board of another', async ({ as }) => {
  const page = await as('admin')
  const address = await openRegister(page, 7, 5)
  await tiles(page).nth(0).click()
  await page.evaluate((href) => {
    const link = Object.assign(document.createElement('a'), { href, textContent: 'Another day' })
    document.querySelector('main')!.prepend(link)
  }, address.replace(lastSunday(5), lastSunday(6)))
  await page.getByRole('link', { name: 'Another day' }).click()
  await expect(page).toHaveURL(new RegExp(lastSunday(6)))
  await expect(page.locator('.tile[data-tone=bad]')).toHaveCount(0)
  await page.goBack()
  await expect(tiles(page).nth(0)).toContainText('Absent')
})

test('the way back from a register leads to no other site', async ({ as }) => {
  const page = await as('admin')
  const address = await openRegister(page, 8, 5)
  for (const [weeks, done] of [[5, '/%5Cevil.example'], [6, '//evil.example'], [7, '/.//evil.example']] as const) {
    await page.goto(`${address.replace(lastSunday(5), lastSunday(weeks))}&done=${done}`)
    await submit(page).click()
    await expect(page).toHaveURL(isHome)
  }
  await page.goto(`${address.replace(lastSunday(5), lastSunday(8))}&done=${encodeURIComponent('/attendance?state=missing')}`)
  await submit(page).click()
  await expect(page).toHaveURL(/\/attendance\?state=missing$/)
})
