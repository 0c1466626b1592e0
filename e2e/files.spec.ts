import { randomBytes } from 'node:crypto'
import { aPdf, aPicture } from '@/lib/domain/files/a-file'
import { expect, expectAccessible, signIn, tablet, test } from './fixtures'

const own = { 'sec-fetch-site': 'same-origin', 'content-type': 'application/octet-stream' }
const query = (about: Record<string, string>) => `/api/files?${new URLSearchParams({ entity: 'guardians', kind: 'attachment', name: 'Bill.pdf', uploadKey: crypto.randomUUID(), ...about })}`

test('files of a guardian are added, seen, removed and brought back; the photo is a face', async ({ as }) => {
  const page = await as('registrar')
  await page.goto('/guardians')
  await page.getByRole('rowheader').nth(5).getByRole('link').click()
  await page.getByRole('link', { name: 'Files', exact: true }).click()
  await expect(page.getByText('No files yet')).toBeVisible()

  const files = page.getByRole('list', { name: 'Files', exact: true })
  await page.getByLabel('Add files').setInputFiles([
    { name: 'Custody order.pdf', mimeType: 'application/pdf', buffer: aPdf() },
    { name: 'holiday.jpg', mimeType: 'image/jpeg', buffer: Buffer.from('<script>alert(1)</script>') },
  ])
  await expect(files.getByRole('listitem').filter({ hasText: 'Custody order.pdf' })).toContainText('1 kB')
  await expect(page.getByRole('alert').filter({ hasText: 'holiday.jpg' })).toContainText('Files of this kind are not accepted')
  await expectAccessible(page)
  await page.getByRole('button', { name: 'Put the message about holiday.jpg away' }).click()
  await expect(page.getByText('holiday.jpg')).toBeHidden()

  const download = page.waitForEvent('download')
  await files.getByRole('link', { name: 'Custody order.pdf', exact: true }).click()
  expect((await download).suggestedFilename()).toBe('Custody order.pdf')

  await files.getByRole('button', { name: 'Remove Custody order.pdf' }).click()
  await expect(page.getByText('No files yet')).toBeVisible()
  await page.getByRole('button', { name: 'Undo' }).click()
  await expect(files.getByRole('listitem')).toHaveCount(1)

  const face = page.getByRole('group', { name: /^Photo of/ })
  await face.getByLabel('Add photo').setInputFiles({ name: 'me.jpg', mimeType: 'image/jpeg', buffer: await aPicture() })
  await expect(face.getByLabel('Change photo')).toBeAttached()
  await expect.poll(() => face.locator('img').evaluate((image: HTMLImageElement) => image.naturalWidth)).toBe(320)
  await expect(page.locator('header img.face')).toBeVisible()
  await face.getByRole('button', { name: 'Remove photo' }).click()
  await expect(face.locator('img')).toBeHidden()

  await page.getByRole('link', { name: 'History' }).click()
  await expect(page.getByRole('listitem').filter({ hasText: 'added a file' }).filter({ hasText: 'Custody order.pdf' })).toBeVisible()
})

test('a file goes to who may see its record, to be saved and never run, and is asked for each time', async ({ as, asks }) => {
  const page = await as('registrar', tablet)
  await page.goto('/guardians')
  await page.getByRole('rowheader').nth(6).getByRole('link').click()
  await expect(page).toHaveURL(/\/guardians\/[0-9a-f-]{36}$/)
  const id = new URL(page.url()).pathname.split('/').at(-1)!
  const [registrar, assistant, other] = [await asks('registrar'), await asks('assistant'), await asks('otherAdmin')]

  const about = { id, uploadKey: crypto.randomUUID(), name: 'Año.pdf' }
  const sent = await Promise.all([0, 1].map(() => registrar.post(query(about), { headers: own, data: aPdf() })))
  const answers = await Promise.all(sent.map((answer) => answer.json()))
  expect(answers[0]).toMatchObject({ ok: true })
  expect(answers[0]).toEqual(answers[1])
  const file = `/api/files/${answers[0].data.id}`

  const got = await registrar.get(file)
  expect(got.headers()).toMatchObject({ 'content-type': 'application/pdf', 'x-content-type-options': 'nosniff', 'cache-control': 'private, no-cache', 'content-disposition': `attachment; filename="A_o.pdf"; filename*=UTF-8''A%C3%B1o.pdf` })
  expect(got.headers()['content-security-policy']).toContain("default-src 'none'")
  expect(await got.body()).toEqual(aPdf())
  const again = { 'if-none-match': got.headers().etag! }
  expect((await registrar.get(file, { headers: again })).status()).toBe(304)
  for (const stranger of [assistant, other]) {
    expect((await stranger.get(file, { headers: again })).status()).toBe(404)
    expect((await stranger.post(query({ id }), { headers: own, data: aPdf() })).status()).toBe(404)
  }
  expect((await registrar.post(query({ id, entity: 'users' }), { headers: own, data: aPdf() })).status()).toBe(404)
  expect((await registrar.post(query({ id }), { headers: { ...own, 'sec-fetch-site': 'cross-site' }, data: aPdf() })).status()).toBe(403)
  expect((await registrar.post(query({ id, name: 'a.svg' }), { headers: own, data: '<svg/>' })).status()).toBe(400)
})

test('a file larger than ten megabytes arrives whole', async ({ as, asks }) => {
  const page = await as('registrar')
  await page.goto('/guardians')
  await page.getByRole('rowheader').nth(7).getByRole('link').click()
  await expect(page).toHaveURL(/\/guardians\/[0-9a-f-]{36}$/)
  const id = new URL(page.url()).pathname.split('/').at(-1)!
  const text = Buffer.from(randomBytes(6 * 1024 * 1024).toString('hex'))
  const answer = await (await asks('registrar')).post(query({ id, name: 'long.txt' }), { headers: own, data: text })
  expect(await answer.json()).toMatchObject({ ok: true })
  const tooLarge = await (await asks('registrar')).post(query({ id, name: 'long.txt' }), { headers: own, data: Buffer.alloc(26 * 1024 * 1024, 'a') })
  expect([tooLarge.status(), (await tooLarge.json()).message]).toEqual([400, 'This file is larger than 25 MB.'])
})

test('an upload that was cut because the access cookie had run out says so, and comes through when sent again', async ({ browser, baseURL }) => {
  const context = await browser.newContext({ baseURL })
  const page = await context.newPage()
  await signIn(page, 'registrar')
  await page.goto('/guardians')
  await page.getByRole('rowheader').nth(8).getByRole('link').click()
  await expect(page).toHaveURL(/\/guardians\/[0-9a-f-]{36}$/)
  const address = query({ id: new URL(page.url()).pathname.split('/').at(-1)!, name: 'long.txt' })
  await context.clearCookies({ name: /next-auth\.session-token$/ })
  const send = () => context.request.post(address, { headers: own, data: Buffer.alloc(12 * 1024 * 1024, 'a') })
  const first = await send()
  expect([first.status(), (await first.json()).message]).toEqual([503, 'The file did not arrive whole. Nothing was kept: send it again.'])
  expect(await (await send()).json()).toMatchObject({ ok: true })
  await context.close()
})
