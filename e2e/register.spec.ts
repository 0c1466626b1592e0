import { lastSunday, today } from './calendar'
import { expect, expectAccessible, expectAwake, tablet, tabletUpright, test } from './fixtures'
import { registerOf, submit, tiles } from './register'

for (const [name, view] of [['lying', tablet], ['upright', tabletUpright]] as const) {
  test(`a teacher marks thirty with three exceptions on a tablet ${name} in six taps and one to submit, without scrolling`, async ({ as }) => {
    const page = await as('director', view)
    await page.goto(`${await registerOf(page, name === 'lying' ? 3 : 4)}?date=${lastSunday()}`)
    const count = await tiles(page).count()
    expect(count).toBeGreaterThan(20)
    await expect(tiles(page).last()).toBeInViewport({ ratio: 1 })
    const foot = (await page.locator('.screen-foot').boundingBox())!
    const last = (await tiles(page).last().boundingBox())!
    expect(last.y + last.height).toBeLessThanOrEqual(foot.y)
    expect(last.width).toBeGreaterThanOrEqual(120)
    for (const [at, taps] of [[2, 1], [5, 2], [9, 3]] as const) for (let tap = 0; tap < taps; tap++) await tiles(page).nth(at).tap()
    await expect(page.locator('.screen-foot').getByRole('status')).toContainText(`${count - 3} present · 1 late · 1 excused · 1 absent`)
    await submit(page).tap()
    await expect(page).toHaveURL((url) => url.pathname === '/')
  })
}

test('starts with everyone present and visibly unsaved; letters, arrows and undo work without a pointer', async ({ as }) => {
  const page = await as('admin')
  await page.goto(`${await registerOf(page, 6)}?date=${lastSunday(2)}`)
  await expect(page.getByText('Not saved yet')).toBeVisible()
  await expectAccessible(page)
  await expectAwake(tiles(page).first())
  await tiles(page).first().focus()
  await page.keyboard.press('l')
  await expect(tiles(page).first()).toContainText('Late')
  await page.keyboard.press('ArrowRight')
  await page.keyboard.press('a')
  await expect(tiles(page).nth(1)).toContainText('Absent')
  await page.getByRole('button', { name: 'Undo' }).click()
  await expect(tiles(page).nth(1)).toContainText('Present')
  await page.getByRole('button', { name: /^More about/ }).click()
  await page.getByLabel('Minutes').fill('12')
  await page.getByLabel('Remark').fill('Bus was late')
  await expectAccessible(page)
  await page.getByRole('button', { name: 'Keep', exact: true }).click()
  await expect(tiles(page).first()).toContainText('Late 12 min')
})

test('marks survive a reload and a lost connection, and are sent when it is back', async ({ as }) => {
  const page = await as('admin')
  const address = `${await registerOf(page, 7)}?date=${lastSunday(3)}`
  await page.goto(address)
  await tiles(page).nth(4).click()
  await page.reload()
  await expect(tiles(page).nth(4)).toContainText('Absent')
  await page.context().setOffline(true)
  await submit(page).click()
  await expect(page.getByRole('alert').getByText('Not sent yet')).toBeVisible()
  await page.context().setOffline(false)
  await expect(page).toHaveURL((url) => url.pathname === '/')
  await page.goto(address)
  await expect(page.getByText(/^Taken by/)).toBeVisible()
  await expect(tiles(page).nth(4)).toContainText('Absent')
})

test('of two who submit at once one is told who was first, and nothing is overwritten in silence', async ({ as }) => {
  const [first, second] = [await as('admin'), await as('director')]
  const address = `${await registerOf(first, 2)}?date=${lastSunday(4)}`
  await Promise.all([first.goto(address), second.goto(address)])
  await tiles(first).nth(0).click()
  await tiles(second).nth(1).click()
  await submit(first).click()
  await expect(first).toHaveURL((url) => url.pathname === '/')
  await submit(second).click()
  const dialog = second.getByRole('dialog', { name: 'Somebody was first' })
  await expect(dialog).toContainText('You differ on 2 students')
  await expectAccessible(second)
  await dialog.getByRole('button', { name: 'Save mine instead' }).click()
  await expect(second).toHaveURL((url) => url.pathname === '/')
  await first.goto(address)
  await expect(tiles(first).nth(0)).toContainText('Present')
  await expect(tiles(first).nth(1)).toContainText('Absent')
})

test('a teacher reaches the register in two taps; another class’s, and one that is locked, are refused on the screen and to a raw request', async ({ as, asks }) => {
  const page = await as('teacher', tablet)
  const other = await (await as('admin')).request.get('/classes').then((answer) => answer.text())
  await page.goto('/')
  await page.getByRole('link', { name: /Take attendance|Open register/ }).or(page.getByRole('link', { name: /students/ })).first().tap()
  await expect(page.getByRole('heading', { name: /^Register/ })).toBeVisible()
  const own = new URL(page.url()).pathname
  const foreign = [...other.matchAll(/href="(\/attendance\/[0-9a-f-]{36})"/g)].map(([, href]) => href!).find((href) => href !== own)!
  const answer = await page.goto(foreign)
  expect(answer?.status()).toBe(404)

  const sent = (href: string, date: string, students: readonly string[]) => ({ classId: href.split('/').at(-1), date, periodId: null, idempotencyKey: crypto.randomUUID(), seen: null, marks: students.map((studentId) => ({ studentId, status: 'present' })) })
  const send = async (data: object) => {
    const refused = await (await asks('teacher')).post('/api/attendance/registers', { data, headers: { 'sec-fetch-site': 'same-origin' } })
    return [refused.status(), ((await refused.json()) as { message: string }).message]
  }
  const students = [crypto.randomUUID()]
  expect(await send(sent(foreign, today, students))).toEqual([404, expect.any(String)])
  await page.goto(`${own}?date=${lastSunday(8)}`)
  await expect(page.getByText(/locked|closed/i).first()).toBeVisible()
  await expect(page.getByRole('button', { name: 'Submit register' })).toHaveCount(0)
  expect(await send(sent(own, lastSunday(8), students))).toEqual([409, expect.any(String)])
  expect((await send(sent(own, lastSunday(-2), students)))[0]).toBe(409)
})
