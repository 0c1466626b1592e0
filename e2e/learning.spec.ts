import { organizations } from '@/prisma/seed/plan'
import { expect, expectAccessible, expectAwake, tabletUpright, test } from './fixtures'

test('signs: from the first screen to a round of practice by keyboard alone, and a lesson still says how each is made', async ({ as }) => {
  const page = await as('teacher')
  await page.goto('/')
  await page.getByRole('region', { name: 'This week for you' }).getByRole('link', { name: /^Practise: \d+ signs? to practise/ }).click()
  const show = page.getByRole('button', { name: 'Show me' })
  await expectAwake(show)
  await expect(page.getByRole('img', { name: /^Drawing of a sign: / })).toBeVisible()
  await show.press('Enter')
  const word = page.getByRole('main').getByRole('heading', { level: 2 })
  await expect(word).toBeFocused()
  await expect(page.getByRole('img', { name: `Drawing of the sign ${await word.innerText()}` })).toBeVisible()
  await expectAccessible(page)
  await page.keyboard.press('Tab')
  await page.keyboard.press('Enter')
  await expect(page.getByText(/^Sign 2 of/).first()).toBeVisible()
  await expect(page.getByRole('heading', { name: 'Which sign is this?' })).toBeFocused()
  await page.goto('/signs?lesson=greetings')
  await expect(page.getByRole('main').getByRole('img')).toHaveCount(6)
  await expectAccessible(page)
})

test('the personality quiz: forty statements, kept on the way, a result that is private until it is shared and taken back', async ({ as }) => {
  const page = await as('registrar', tabletUpright)
  await page.goto('/personality-quiz?again=1')
  await page.getByRole('button', { name: 'Begin' }).click()
  const statement = page.getByRole('main').getByRole('heading', { level: 2 })
  for (let number = 1; number <= 3; number++) {
    await expect(page.getByText(`Statement ${number} of 40`).first()).toBeVisible()
    await expect(statement).toBeFocused()
    await page.keyboard.press('Tab')
    await page.keyboard.press('Enter')
  }
  await expectAccessible(page)
  await page.reload()
  await page.getByRole('button', { name: 'Go on' }).click()
  for (let number = 4; number <= 40; number++) {
    await expect(page.getByText(`Statement ${number} of 40`).first()).toBeVisible()
    await page.getByRole('button', { name: number % 2 ? 'Very well' : 'Partly' }).tap()
  }
  await expect(page.getByText('Only you see this.')).toBeVisible()
  await expectAccessible(page)
  const colleague = await as('teacher')
  await colleague.goto('/personality-quiz/team')
  const shown = colleague.getByRole('region', { name: 'Colleagues who share' }).getByRole('listitem')
  const before = await shown.count()
  expect(before).toBeGreaterThan(4)
  await page.getByRole('button', { name: 'Share with colleagues' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Share with colleagues' }).click()
  await expect(page.getByRole('button', { name: 'Take it back' })).toBeVisible()
  await page.getByRole('button', { name: 'Take it back' }).click()
  await expect(page.getByRole('button', { name: 'Share with colleagues' })).toBeVisible()
  await colleague.reload()
  await expect(shown).toHaveCount(before)
})

test('a campus’s development: every module answers, its numbers lead to their rows, and it is nobody’s who may not', async ({ as, asks }) => {
  const page = await as('director')
  await page.goto('/')
  await page.getByRole('region', { name: 'Staff development' }).getByRole('link', { name: `All modules: ${organizations[0]!.campuses[0]!.name}` }).click()
  await expect(page.getByRole('heading', { level: 1, name: /^Staff development at / })).toBeVisible()
  await expect(page.getByRole('region', { name: 'How many learn signs?' })).toContainText(/at least \d+/)
  await expectAccessible(page)
  const week = page.getByRole('region', { name: 'Week by week' }).first().getByRole('row').nth(3)
  const [quiz, visits] = [1, 2].map((n) => week.getByRole('cell').nth(n))
  const [shown, passed] = [Number(await visits!.innerText()) || 0, await quiz!.innerText()]
  const address = page.url()
  if (shown > 0) {
    await visits!.getByRole('link').click()
    await expect(page).toHaveURL(/walkthroughs\?campus=/)
    await expect(page.getByRole('rowheader')).toHaveCount(shown)
    await page.goto(address)
  }
  await quiz!.getByRole('link').click()
  await expect(page.getByRole('region', { name: 'Passed' })).toContainText(passed)
  const [file] = await Promise.all([page.waitForEvent('download'), page.getByRole('link', { name: 'Export (CSV)' }).click()])
  expect(file.suggestedFilename()).toMatch(/^safety-quiz-\d{4}-\d\d-\d\d\.csv$/)
  const path = new URL(address).pathname
  for (const who of ['teacher', 'assistant', 'registrar', 'finance'] as const) expect((await (await asks(who)).get(path)).status(), who).toBe(403)
  expect((await (await asks('otherAdmin')).get(path)).status()).toBe(404)
})
