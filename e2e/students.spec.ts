import { expect, expectAccessible, test } from './fixtures'
import { today } from './calendar'

const unique = () => crypto.randomUUID().replace(/\d/g, '').slice(0, 6)

test('a student is admitted with two guardians and a class, edited, moved, removed and brought back', async ({ as }) => {
  const page = await as('registrar')
  const family = `Ångström${unique()}`
  await page.goto('/students')
  await page.getByRole('link', { name: 'New student' }).click()
  await page.getByLabel('Given name').fill('Zoë')
  await page.getByLabel('Family name').fill(family)
  await page.getByLabel('Date of birth').fill('2016-03-04')
  await page.getByLabel('Campus', { exact: true }).selectOption({ label: 'Riverside Elementary' })
  await page.getByRole('combobox', { name: /^Class/ }).fill('3A')
  await page.getByRole('option', { name: /^3A/ }).click()
  const first = page.getByRole('group', { name: 'Guardian 1' })
  await first.getByLabel('Name', { exact: true }).fill(`Mother ${family}`)
  await first.getByLabel('Phone').fill('+1 555 0101')
  await page.getByRole('button', { name: 'Add another guardian' }).click()
  const second = page.getByRole('group', { name: 'Guardian 2' })
  await second.getByLabel('Name', { exact: true }).fill(`Father ${family}`)
  await second.getByLabel('Relationship').selectOption('father')
  await expectAccessible(page)
  // Twice, as an impatient hand does: it is one student all the same.
  await page.getByRole('button', { name: 'Admit student' }).dblclick()
  await expect(page.getByRole('heading', { level: 1, name: `Zoë ${family}` })).toBeVisible()
  const address = new URL(page.url()).pathname
  await expect(page.getByText(`Mother ${family}`)).toBeVisible()

  const record = page.getByRole('navigation', { name: 'Record' })
  await record.getByRole('link', { name: 'Guardians' }).click()
  await expect(page.getByRole('heading', { level: 2, name: `Father ${family}` })).toBeVisible()
  await expectAccessible(page)
  await page.getByRole('button', { name: `Edit what holds for Father ${family}` }).click()
  await page.getByLabel('May pick up').uncheck()
  await page.getByLabel('Custody note').fill('Only with the court’s letter.')
  await page.getByRole('button', { name: 'Save changes' }).click()
  await expect(page.getByText('Only with the court’s letter.')).toBeVisible()

  await record.getByRole('link', { name: 'Classes' }).click()
  await page.getByRole('button', { name: `Move Zoë ${family}` }).click()
  await page.getByLabel('To class').fill('3B')
  await page.getByRole('option', { name: /^3B/ }).click()
  await page.getByRole('button', { name: 'Move', exact: true }).click()
  await expect(page.getByRole('listitem').filter({ hasText: '3B' })).toBeVisible()

  await page.getByRole('link', { name: 'Edit', exact: true }).click()
  await page.getByLabel('Phone').fill('+1 555 0199')
  await page.getByRole('button', { name: 'Save changes' }).click()
  await expect(page.getByText('+1 555 0199')).toBeVisible()
  await record.getByRole('link', { name: 'History' }).click()
  await expect(page.getByRole('listitem').filter({ hasText: 'admitted the student' })).toBeVisible()
  await expect(page.getByRole('listitem').filter({ hasText: 'ended a place in a class' })).toBeVisible()
  await expectAccessible(page)

  await page.getByRole('button', { name: 'More' }).click()
  await page.getByRole('menuitem', { name: 'Remove' }).click()
  await expect(page).toHaveURL(/\/students$/)
  await page.getByRole('button', { name: 'Undo' }).click()
  await expect(page.getByText('It is back.')).toBeVisible()
  await page.goto(`${address}/guardians`)
  await expect(page.getByRole('heading', { level: 2, name: `Mother ${family}` })).toBeVisible()
  await page.goto(`/students?q=${family}`)
  await expect(page.getByRole('rowheader')).toHaveCount(1)
})

test('while one types, a student who may be here already is shown, accents and case aside', async ({ as }) => {
  const page = await as('registrar')
  await page.goto('/students?class=&size=25')
  await page.getByRole('rowheader').first().getByRole('link').click()
  await expect(page.getByRole('button', { name: 'More' })).toBeVisible()
  const name = await page.getByRole('heading', { level: 1 }).innerText()
  const [given, ...family] = name.split(' ')
  await page.goto('/students/new')
  await page.getByLabel('Family name').fill(family.join(' ').toUpperCase())
  await expect(page.getByText('is here already')).toBeHidden()
  await page.getByLabel('Given name').fill(given!.toUpperCase())
  await expect(page.getByText(/here already/)).toBeVisible()
  await expect(page.getByRole('status').getByRole('link', { name }).first()).toBeVisible()
})

test('a withdrawal says what follows before it is done, and can be called off until its day', async ({ as }) => {
  const page = await as('registrar')
  await page.goto('/students?q=a&status=active&sort=number')
  await page.getByRole('rowheader').nth(6).getByRole('link').click()
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  await page.getByRole('button', { name: 'More' }).click()
  await page.getByRole('menuitem', { name: 'Withdraw' }).click()
  const later = `${Number(today.slice(0, 4)) + 1}-06-01`
  await page.getByLabel('First day no longer here').fill(later)
  await expect(page.getByText(/^Last day in/)).toBeVisible()
  await page.getByRole('button', { name: 'Withdraw' }).click()
  await expect(page.getByRole('alert').filter({ hasText: 'Reason' })).toBeVisible()
  await page.getByLabel('Reason').fill('Moves away')
  await expectAccessible(page)
  await page.getByLabel('First day no longer here').fill('2000-01-02')
  await page.getByRole('button', { name: 'Withdraw' }).click()
  await expect(page.getByRole('alert').filter({ hasText: 'first day was' })).toContainText(/first day was \w+ \d+, \d{4}/)
  await page.getByLabel('First day no longer here').fill(later)
  await page.getByRole('button', { name: 'Withdraw' }).click()
  await expect(page.getByText(/^Withdrawn from/)).toBeVisible()
  await page.getByRole('button', { name: 'Call it off' }).click()
  await expect(page.getByText(/^Withdrawn from/)).toBeHidden()
})

test('care notes are seen at a glance by whoever may, and by nobody else', async ({ as, asks }) => {
  const page = await as('registrar')
  await page.goto('/students?sort=number')
  await page.getByRole('rowheader').nth(2).getByRole('link').click()
  await page.getByRole('navigation', { name: 'Record' }).getByRole('link', { name: 'Care notes' }).click()
  const body = `Peanuts ${unique()}`
  await page.getByRole('button', { name: 'New note' }).first().click()
  await page.getByLabel('What must be known').fill(body)
  await page.getByLabel('Show at a glance').check()
  await page.getByRole('button', { name: 'Add note' }).click()
  await expect(page.getByText(body).first()).toBeVisible()
  const path = new URL(page.url()).pathname
  const finance = await asks('finance')
  expect((await finance.get(path)).status()).toBe(403)
  for (const tab of ['', '/history', '/guardians']) expect(await (await finance.get(path.replace('/notes', tab))).text()).not.toContain(body)
})

test('who may not, cannot: not the page, not the deed, not another organization', async ({ asks, as }) => {
  const registrar = await as('registrar')
  await registrar.goto('/students')
  const href = (await registrar.getByRole('rowheader').getByRole('link').first().getAttribute('href'))!
  const [teacher, finance, other] = [await asks('teacher'), await asks('finance'), await asks('otherAdmin')]
  for (const path of ['/students/new', `${href}/edit`, `${href}/deeds/withdraw`]) {
    expect((await finance.get(path)).status(), path).toBe(403)
    expect([403, 404], path).toContain((await teacher.get(path)).status())
  }
  for (const tab of ['', '/guardians', '/classes', '/attendance', '/results', '/invoices', '/notes', '/files', '/history']) expect((await other.get(href + tab)).status(), tab).toBe(404)
})
