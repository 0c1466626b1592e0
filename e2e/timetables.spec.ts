import { readFileSync } from 'node:fs'
import type { Page } from '@playwright/test'
import { expect, expectAccessible, expectAwake, tablet, test } from './fixtures'

const place = (page: Page, name: RegExp | string) => page.locator('.place').and(page.getByRole('button', { name }))

/** A draft of its own, as a copy of what is in force. */
async function draftOf(page: Page, original: string) {
  const name = `Draft ${crypto.randomUUID().slice(0, 8)}`
  await page.goto('/timetables?status=published')
  await page.getByRole('button', { name: `What to do with ${original}` }).click()
  await page.getByRole('menuitem', { name: 'New draft from this' }).click()
  await page.getByLabel('Name').fill(name)
  await page.getByRole('button', { name: 'Begin drawing' }).click()
  await expect(page.getByRole('heading', { level: 1, name })).toBeVisible()
  await expectAwake(page.locator('.place').first())
  return { name, path: new URL(page.url()).pathname }
}
const saved = (page: Page) => expect(page.getByRole('status').filter({ hasText: 'All saved' })).toBeVisible()

test('a draft is drawn by tap and by drag, taken back step by step, checked and published from a day on', async ({ as }) => {
  const page = await as('otherAdmin')
  const published = (await (await page.request.get('/timetables?status=published')).text()).match(/Harbour School \d{4}–\d{4}/)![0]
  const { path, name } = await draftOf(page, published)
  await page.getByLabel('By class').last().selectOption({ label: '1A' })
  const lessons = page.locator('.place[data-lesson]')
  const before = await lessons.count()

  // Picked up: every place says what it is, at once.
  const first = lessons.first()
  const label = (await first.getAttribute('aria-label'))!
  const took = await first.evaluate((button) => new Promise<number>((resolve) => {
    const start = performance.now()
    new MutationObserver((_, observer) => document.querySelector('[data-verdict]') && (observer.disconnect(), requestAnimationFrame(() => resolve(performance.now() - start)))).observe(document.querySelector('.board')!, { subtree: true, attributes: true, childList: true })
    ;(button as HTMLButtonElement).click()
  }))
  expect(took, 'ms until legal places are coloured').toBeLessThan(1_000)
  await expect(page.getByText('In hand: 1A')).toBeVisible()
  await expect(page.locator('[data-verdict=taken], [data-verdict=blocked]').first()).toHaveAttribute('aria-label', /1A has .* then|teaches .* then/)
  await page.getByRole('button', { name: 'Put it back here, without a place' }).click()
  await expect(lessons).toHaveCount(before - 1)
  await saved(page)
  await page.getByRole('button', { name: 'Undo' }).click()
  await expect(lessons).toHaveCount(before)
  await page.getByRole('button', { name: 'Redo' }).click()
  await expect(lessons).toHaveCount(before - 1)
  await saved(page)

  // From the pool to its place: two taps.
  await page.locator('.chip').first().click()
  await page.locator('[data-verdict=free]').first().click()
  await expect(lessons).toHaveCount(before)
  await expect(place(page, label.split(',').slice(0, 2).join(','))).toBeVisible()

  // Dragged onto another of the same class: they change places.
  const [one, two] = [lessons.nth(0), lessons.nth(1)]
  const names = [await one.getAttribute('aria-label'), await two.getAttribute('aria-label')].map((text) => text!.split(', ')[2]!)
  const [from, to] = [(await one.boundingBox())!, (await two.boundingBox())!]
  await page.mouse.move(from.x + 20, from.y + 12)
  await page.mouse.down()
  await page.mouse.move(from.x + 40, from.y + 14, { steps: 4 })
  await page.mouse.move(to.x + 20, to.y + 12, { steps: 8 })
  await page.mouse.up()
  const dialog = page.getByRole('dialog').filter({ hasText: 'cannot be here as it is' })
  await expect(dialog).toContainText(/1A .+ cannot be here as it is/)
  const swap = dialog.getByRole('button', { name: 'Let them change places' })
  if (names[0] !== names[1] && (await swap.isVisible())) await swap.click()
  else await dialog.getByRole('button', { name: 'Leave it as it was' }).click()
  await expect(lessons).toHaveCount(before)
  await saved(page)
  await expectAccessible(page)

  await page.getByRole('link', { name: 'Publish', exact: true }).first().click()
  await expect(page.getByText('Nobody and nothing is booked twice')).toBeVisible()
  await expectAccessible(page)
  await page.getByRole('button', { name: 'Publish timetable' }).click()
  await expect(page.getByText('The timetable is published.')).toBeVisible()
  await expect(page).toHaveURL(new RegExp(`${path}$`))
  await expect(page.getByRole('heading', { level: 1, name }).locator('..')).toContainText('Coming')
  await expect(page.getByRole('table', { name: /Week of/ })).toBeVisible()
})

test('the grid is drawn by keyboard alone', async ({ as }) => {
  const page = await as('registrar')
  await draftOf(page, await publishedOf(page, 'Riverside Elementary'))
  const lessons = page.locator('.place[data-lesson]')
  const before = await lessons.count()
  await lessons.first().focus()
  await page.keyboard.press('ArrowDown')
  await expect(lessons.first()).not.toBeFocused()
  await page.keyboard.press('ArrowUp')
  await expect(lessons.first()).toBeFocused()
  await page.keyboard.press('Delete')
  await expect(lessons).toHaveCount(before - 1)
  await page.keyboard.press('Control+z')
  await expect(lessons).toHaveCount(before)
  await page.keyboard.press('Control+Shift+Z')
  await expect(lessons).toHaveCount(before - 1)
  await page.locator('.chip').first().focus()
  await page.keyboard.press('Enter')
  await expect(page.getByText('In hand:')).toBeVisible()
  const free = page.locator('[data-verdict=free]')
  await free.first().focus()
  await page.keyboard.press('Space')
  await expect(lessons).toHaveCount(before)
  await lessons.first().focus()
  await page.keyboard.press('Enter')
  await expect(page.getByText('In hand:')).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(page.getByText('In hand:')).toBeHidden()

  // What Monday has is given on Tuesday as well, as far as it is left and has a place; one step takes it back.
  const subject = (await lessons.first().getAttribute('aria-label'))!.split(', ')[2]!
  await lessons.and(page.getByRole('button', { name: `, ${subject}` })).nth(1).focus()
  await page.keyboard.press('Delete')
  await place(page, /^Tuesday, Period 1/).focus()
  await page.keyboard.press('Delete')
  await expect(lessons).toHaveCount(before - 2)
  await page.getByRole('button', { name: 'Copy Monday to another day' }).press('Enter')
  await page.getByRole('menuitem', { name: 'To Tuesday' }).press('Enter')
  await expect(page.getByText(/^1 lesson was copied/)).toBeVisible()
  await expect(place(page, `Tuesday, Period 1, ${subject}`)).toBeVisible()
  await page.getByRole('button', { name: 'Undo' }).press('Enter')
  await expect(lessons).toHaveCount(before - 2)
  await saved(page)
})

const publishedOf = async (page: Page, campus: string) => (await (await page.request.get('/timetables?status=published&size=100')).text()).match(new RegExp(`${campus} \\d{4}–\\d{4}`))![0]

test('what somebody else draws comes by itself, a clash by raw request is refused with a sentence, and who may not draw cannot', async ({ as, asks }) => {
  const [page, other] = [await as('registrar'), await as('admin')]
  const { path } = await draftOf(page, await publishedOf(page, 'Hillcrest Secondary'))
  await other.goto(path)
  await expectAwake(other.locator('.place').first())
  const lessons = other.locator('.place[data-lesson]')
  const before = await lessons.count()
  await page.locator('.place[data-lesson]').first().focus()
  await page.keyboard.press('Delete')
  await saved(page)
  await expect(lessons).toHaveCount(before - 1, { timeout: 30_000 })

  const { data: { board } } = (await (await page.request.get(`/api${path}/board`)).json()) as { data: { board: { id: string; seen: string; classes: { id: string }[]; placed: { id: string; lessonId: string; day: string; startsAt: string; endsAt: string; name: string; room: string }[] } } }
  const [taken] = board.placed
  const { id: _id, lessonId, ...slot } = taken!
  const step = { timetableId: board.id, seen: board.seen, changes: [{ id: crypto.randomUUID(), lessonId, from: null, to: slot }] }
  const send = async (who: 'registrar' | 'teacher' | 'director' | 'otherAdmin') => (await asks(who)).post(`/api${path}/lessons`, { data: step, headers: { 'sec-fetch-site': 'same-origin' } })
  const refused = await send('registrar')
  expect([refused.status(), ((await refused.json()) as { message: string }).message]).toEqual([409, expect.stringMatching(/already has .* then/)])
  expect([(await send('teacher')).status(), (await send('director')).status(), (await send('otherAdmin')).status()]).toEqual([403, 403, 404])
  const teacher = await asks('teacher')
  expect([(await teacher.get(path)).status(), (await teacher.get('/timetables/new')).status(), (await teacher.get('/setup/rooms/new')).status()]).toEqual([404, 403, 403])
  // Lessons of others are nothing to a teacher, on a page or as data.
  expect((await teacher.get(`/classes/${board.classes[0]!.id}/timetable`)).status()).toBe(404)
  expect([403, 404]).toContain((await teacher.get(`/api${path}/board?seen=${encodeURIComponent('1970-01-01T00:00:00.000Z')}`)).status())
})

test('a teacher has the own week, on paper and in a calendar that ends when they say so', async ({ as, request }) => {
  const page = await as('teacher', tablet)
  await page.goto('/timetables/mine')
  await expect(page.getByRole('heading', { level: 1, name: 'My week' })).toBeVisible()
  await expect(page.getByRole('table', { name: /Week of/ }).getByRole('link').first()).toBeVisible()
  await expectAwake(page.getByRole('button', { name: 'Print' }))
  await page.getByRole('button', { name: 'Make an address' }).click()
  const address = page.getByLabel('Address of your calendar')
  await expect(address).toHaveValue(/^http.+\.ics$/)
  await expectAccessible(page)
  const feed = new URL(await address.inputValue()).pathname
  const text = await (await request.get(feed)).text()
  expect(text.match(/BEGIN:VEVENT/g)!.length).toBeGreaterThan(10)
  expect(text).toMatch(/DTSTART(;TZID=[^:]+)?:\d{8}T083000/)
  expect((await request.get(feed.replace(/.(?=\.ics$)/, (last) => (last === 'A' ? 'B' : 'A')))).status()).toBe(404)
  await page.getByRole('button', { name: 'End it' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'End it' }).click()
  await expect(page.getByRole('button', { name: 'Make an address' })).toBeVisible()
  expect((await request.get(feed)).status()).toBe(404)
})

test('sheets for the printer are one A4 page each, and bells and rooms are kept', async ({ as }) => {
  const page = await as('registrar')
  await page.goto('/timetables?status=published')
  await page.getByRole('rowheader', { name: /^Hillcrest/ }).getByRole('link').click()
  await page.getByRole('link', { name: 'Print' }).click()
  const sheets = page.locator('.sheet')
  await expect(sheets.first()).toBeVisible()
  const pdf = await page.pdf({ preferCSSPageSize: true })
  expect(pdf.toString('latin1').match(/\/Type \/Page\b/g)).toHaveLength(await sheets.count())

  await page.goto('/setup/rooms/new')
  const name = `Room ${crypto.randomUUID().slice(0, 6)}`
  await page.getByLabel('Name').fill(name)
  await page.getByLabel('Campus', { exact: true }).selectOption({ label: 'Riverside Elementary' })
  await page.getByRole('button', { name: 'Add room' }).click()
  await page.goto(`/setup/rooms?q=${encodeURIComponent(name)}`)
  const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('link', { name: 'Export' }).click()])
  expect(readFileSync(await download.path(), 'utf8')).toContain(name)

  await page.goto('/setup/bell-schedules?q=Usual')
  await page.getByRole('rowheader').getByRole('link').first().click()
  await page.getByRole('button', { name: 'Add a period' }).click()
  await page.getByLabel('Begins').last().fill('08:40')
  await page.getByLabel('Ends').last().fill('09:00')
  await page.getByRole('textbox', { name: /^Period \d+$/ }).last().fill('Extra')
  await page.getByRole('button', { name: 'Save changes' }).click()
  await expect(page.getByText('Another period is on at this time.').first()).toBeVisible()
  await expectAccessible(page)
})
