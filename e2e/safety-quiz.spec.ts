import { readFileSync } from 'node:fs'
import { expect, expectAccessible, tablet, test } from './fixtures'

test('this week’s quiz: a question a screen, no answer before it is given, failed, tried again, passed, with a certificate', async ({ as }) => {
  const page = await as('finance', tablet)
  const bodies: string[] = []
  page.on('response', (response) => void response.text().then((text) => bodies.push(text), () => undefined))
  await page.goto('/safety-quiz')
  const learned = new Map<string, string>()
  for (const attempt of [1, 2]) {
    for (let number = 1; ; number++) {
      await expect(page.getByText(new RegExp(`^Question ${number} of`)).first()).toBeVisible()
      const asked = await page.locator('legend').innerText()
      const options = await page.locator('.quiz-option').allInnerTexts()
      const before = bodies.join('\n')
      await page.locator('.quiz-option').filter({ hasText: learned.get(asked) ?? options[0]! }).getByRole('radio').check()
      if (number === 1) await expectAccessible(page)
      await page.getByRole('button', { name: 'Check my answer' }).click()
      const said = page.getByRole('main').getByRole('alert')
      await expect(said).toContainText('Your answer:')
      const lines = await said.locator('p').allInnerTexts()
      if (attempt === 1) expect(before).not.toContain(lines.at(-1))
      learned.set(asked, lines.find((line) => line.startsWith('Right: '))?.slice(7) ?? options[0]!)
      const isLast = await page.getByRole('button', { name: 'See the result' }).isVisible()
      await page.getByRole('button', { name: isLast ? 'See the result' : 'Next question' }).click()
      if (isLast) break
    }
    if (attempt === 1) await page.getByRole('button', { name: 'Try again' }).click()
  }
  await expect(page.getByText(/^Passed:/)).toBeVisible()
  await expectAccessible(page)
  const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('link', { name: 'Certificate' }).click()])
  expect(readFileSync(await download.path()).subarray(0, 5).toString()).toBe('%PDF-')
})

test('the board says who has passed, and is nobody’s who may not see it', async ({ as, asks }) => {
  const page = await as('director')
  await page.goto('/safety-quiz/board')
  await expect(page.getByRole('table', { name: 'Everybody' }).getByRole('row').nth(3)).toBeVisible()
  await expectAccessible(page)
  expect((await (await asks('teacher')).get('/safety-quiz/board')).status()).toBe(403)
  const forged = await (await asks('teacher')).post('/api/safety-quiz/answers', { data: { weekOf: '2020-01-06', quizKey: 'fire', attempt: 1, question: 0, choice: 0, score: 9 }, headers: { origin: new URL(page.url()).origin, 'sec-fetch-site': 'same-origin' } })
  expect(forged.status()).toBe(400)
})
