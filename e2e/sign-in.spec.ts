import { demoPassword } from '@/prisma/seed/plan'
import { expect, expectAccessible, people, signIn, test } from './fixtures'

test('leads back to where one wanted to go', async ({ page }) => {
  await page.goto('/students?q=a')
  await expect(page).toHaveURL(/\/sign-in\?next=%2Fstudents%3Fq%3Da/)
  await page.getByLabel('E-mail').fill(people.registrar)
  await page.getByLabel('Password').fill(demoPassword)
  await page.getByLabel('Password').press('Enter')
  await expect(page).toHaveURL(/\/students\?q=a$/)
  await expect(page.getByRole('heading', { name: 'Students', exact: true })).toBeVisible()
})

test('a link cannot lead out of the house', async ({ page }) => {
  await signIn(page, 'registrar', '/.//evil.example/')
  expect(new URL(page.url()).pathname).toBe('/')
  for (const next of ['//evil.example', '/.//evil.example', '/%2e//evil.example', '/\\evil.example', 'https://evil.example']) {
    const answer = await page.request.get(`/sign-in?next=${encodeURIComponent(next)}`, { maxRedirects: 0 })
    expect(answer.headers().location, next).toBe('/')
  }
})

test('neither the address to return to nor the name of the host is taken from a request', async ({ request, baseURL }) => {
  const { csrfToken } = (await (await request.get('/api/auth/csrf')).json()) as { csrfToken: string }
  const answer = await request.post('/api/auth/callback/credentials', { headers: { origin: baseURL! }, form: { csrfToken, email: people.teacher, password: demoPassword, callbackUrl: 'https://evil.example/', json: 'true' } })
  expect(answer.status()).toBe(200)
  expect(new URL(((await answer.json()) as { url: string }).url).origin).toBe(new URL(baseURL!).origin)
  for (const name of ['x-forwarded-host', 'forwarded', 'x-host']) {
    const headers = { [name]: name === 'forwarded' ? 'host=evil.example' : 'evil.example' }
    const shown = await request.get('/api/auth/providers', { headers })
    expect(await shown.text()).not.toContain('evil.example')
    expect((await request.get('/audit', { headers, maxRedirects: 0 })).headers().location ?? '').not.toContain('evil.example')
  }
})

test('answers alike for a wrong password and for nobody, and takes the focus to the sentence', async ({ page }) => {
  const texts: string[] = []
  for (const email of [people.finance, 'nobody@nowhere.example']) {
    await page.goto('/sign-in')
    await page.getByLabel('E-mail').fill(email)
    await page.getByLabel('Password').fill('wrong')
    await page.getByRole('button', { name: 'Sign in', exact: true }).click()
    const summary = page.getByRole('alert').filter({ hasText: /\w/ }).first()
    await expect(summary).toContainText('do not fit together')
    texts.push(await summary.innerText())
  }
  expect(texts[0]).toBe(texts[1])
  await expectAccessible(page)
})

test('names what is missing beside its field', async ({ page }) => {
  await page.goto('/sign-in')
  await page.getByRole('button', { name: 'Sign in', exact: true }).click()
  await expect(page.getByText('Enter your e-mail address.').first()).toBeVisible()
  await expect(page.getByLabel('E-mail')).toHaveAttribute('aria-invalid', 'true')
  await expectAccessible(page)
})

test('signing out ends the session in the database: the old cookies open nothing', async ({ page, context }) => {
  await signIn(page, 'assistant')
  const kept = await context.cookies()
  await page.getByRole('button', { name: /account and settings/ }).click()
  await page.getByRole('menuitem', { name: 'Sign out' }).click()
  await expect(page).toHaveURL(/\/sign-in/)
  await context.addCookies(kept)
  await page.goto('/students')
  await expect(page).toHaveURL(/\/sign-in/)
})

test('another site signs nobody out, and an access cookie is not prolonged by itself', async ({ page, context, baseURL }) => {
  await signIn(page, 'assistant')
  const before = await context.cookies()
  for (const path of ['session', 'signout']) await page.request.get(`/api/auth/${path}`)
  await page.request.post('/api/auth/signout', { headers: { origin: 'https://evil.example', 'sec-fetch-site': 'cross-site' } })
  const session = (cookies: typeof before) => cookies.filter(({ name }) => /session-token|refresh/.test(name)).map(({ name, value }) => `${name}=${value}`).sort()
  expect(session(await context.cookies())).toEqual(session(before))
  expect((await page.request.get(`${baseURL}/students`)).status()).toBe(200)
})

test('support may leave before it chose an organization', async ({ page }) => {
  await signIn(page, 'support')
  await page.getByRole('button', { name: 'Sign out' }).click()
  await expect(page).toHaveURL(/\/sign-in$/)
  await page.goto('/organizations')
  await expect(page).toHaveURL(/\/sign-in/)
})

test('ten tabs whose access ran out get one live successor, and nobody is signed out', async ({ page, context, baseURL }) => {
  await signIn(page, 'finance')
  await context.clearCookies({ name: /session-token/ })
  const cookie = (await context.cookies()).map(({ name, value }) => `${name}=${value}`).join('; ')
  const answers = await Promise.all(Array.from({ length: 10 }, () => fetch(`${baseURL}/students`, { headers: { cookie }, redirect: 'manual' })))
  expect(answers.map(({ status }) => status)).toEqual(Array(10).fill(200))
  const successors = answers.map(({ headers }) => headers.getSetCookie().find((text) => text.startsWith('homeroom-refresh='))?.split(';')[0])
  expect(new Set(successors).size).toBe(1)
})

test('a refresh token that was used before ends its whole family', async ({ page, context, baseURL }) => {
  await signIn(page, 'finance')
  const old = (await context.cookies()).find(({ name }) => name === 'homeroom-refresh')!
  const ask = (token: string) => fetch(`${baseURL}/students`, { headers: { cookie: `homeroom-refresh=${token}` }, redirect: 'manual' })
  const tokenOf = (answer: Response) => answer.headers.getSetCookie().find((text) => text.startsWith('homeroom-refresh='))!.split(/[=;]/)[1]!
  const second = tokenOf(await ask(old.value))
  const third = tokenOf(await ask(second))
  expect((await ask(old.value)).status).toBe(307)
  expect((await ask(third)).status).toBe(307)
})

test('support opens an organization that let it in, looks and changes nothing', async ({ page }) => {
  await signIn(page, 'support')
  await expect(page.getByRole('heading', { name: 'Organizations' })).toBeVisible()
  await expectAccessible(page)
  await page.getByRole('button', { name: /Open: Northwind/ }).click()
  await expect(page).toHaveURL((url) => url.pathname === '/')
  await expect(page.getByRole('complementary', { name: 'Sidebar' })).toContainText('Northwind Trust')
  await page.goto('/attendance')
  await page.getByRole('rowheader').getByRole('link').first().click()
  await expect(page.getByRole('button', { name: /Submit register|Save correction/ })).toBeHidden()
})

test('works without a script, and no password gets into the address', async ({ browser, baseURL }) => {
  const context = await browser.newContext({ javaScriptEnabled: false, baseURL })
  const page = await context.newPage()
  await page.goto('/sign-in?next=%2Fstudents%3Fq%3Da')
  await page.getByLabel('E-mail').fill(people.registrar)
  await page.getByLabel('Password').fill('not the password')
  await page.getByRole('button', { name: 'Sign in', exact: true }).click()
  await expect(page.getByText('do not fit together')).toBeVisible()
  expect(page.url()).not.toMatch(/password/)
  await page.getByLabel('E-mail').fill(people.registrar)
  await page.getByLabel('Password').fill(demoPassword)
  await page.getByRole('button', { name: 'Sign in', exact: true }).click()
  await expect(page).toHaveURL(/\/students\?q=a$/)
  await context.close()
})

test('every form sends its content in the body, before any script has come', async ({ request, asks }) => {
  const registrar = await asks('registrar')
  for (const [who, path] of [[request, '/sign-in'], [registrar, '/guardians/new'], [registrar, '/setup/grades/new'], [registrar, '/students/new']] as const) {
    const forms = (await (await who.get(path)).text()).match(/<form\b[^>]*>/g) ?? []
    expect(forms.length, path).toBeGreaterThan(0)
    for (const form of forms) expect(form, path).toMatch(/method="post"/i)
  }
})

test('whatever the driver says of a wrong character stays in the log', async ({ page }) => {
  const { csrfToken } = (await (await page.request.get('/api/auth/csrf')).json()) as { csrfToken: string }
  const answer = await page.request.post('/api/auth/callback/credentials', { form: { csrfToken, email: 'a\0b@example.org', password: 'x\0', json: 'true' }, headers: { 'sec-fetch-site': 'same-origin' } })
  const text = `${await answer.text()} ${answer.url()}`
  expect(text).toContain('error=wrong')
  expect(text).not.toMatch(/invalid byte|0x00|postgres|prisma/i)
})

test('signing in again leaves the session that was there', async ({ page, context, baseURL }) => {
  await signIn(page, 'finance')
  const old = (await context.cookies()).find(({ name }) => name === 'homeroom-refresh')!
  const { csrfToken } = (await (await page.request.get('/api/auth/csrf')).json()) as { csrfToken: string }
  const answer = await page.request.post('/api/auth/callback/credentials', { form: { csrfToken, email: people.finance, password: demoPassword, json: 'true' }, headers: { 'sec-fetch-site': 'same-origin' } })
  expect(await answer.text()).not.toContain('error=')
  expect((await fetch(`${baseURL}/students`, { headers: { cookie: `homeroom-refresh=${old.value}` }, redirect: 'manual' })).status).toBe(307)
})

test('an access cookie that cannot be read signs nobody out, and signing out then ends the session all the same', async ({ page, context, baseURL }) => {
  await signIn(page, 'finance')
  const access = (await context.cookies()).find(({ name }) => name.includes('session-token'))!
  await context.addCookies([{ ...access, value: 'of another key' }])
  await page.goto('/students')
  await expect(page.getByRole('heading', { name: 'Students', exact: true })).toBeVisible()
  const refresh = (await context.cookies()).find(({ name }) => name === 'homeroom-refresh')!
  await page.getByRole('button', { name: /account and settings/ }).click()
  await page.getByRole('menuitem', { name: 'Sign out' }).click()
  await expect(page).toHaveURL(/\/sign-in$/)
  expect((await fetch(`${baseURL}/students`, { headers: { cookie: `homeroom-refresh=${refresh.value}` }, redirect: 'manual' })).status).toBe(307)
  await page.goBack()
  await expect(page).toHaveURL(/\/sign-in/)
})
