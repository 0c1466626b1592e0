import { expect, expectAccessible, test } from './fixtures'

const unique = () => crypto.randomUUID().slice(0, 6)

test('a class is made, taught, filled to its last place, edited, removed and brought back', async ({ as }) => {
  const page = await as('registrar')
  const name = `Z-${unique()}`
  await page.goto('/classes')
  await page.getByRole('link', { name: 'New class' }).click()
  await page.getByLabel('Name', { exact: true }).fill(name)
  await page.getByLabel('Campus', { exact: true }).selectOption({ label: 'Riverside Elementary' })
  await page.getByLabel('Grade').selectOption({ label: 'Grade 3' })
  await page.getByLabel('Places').fill('2')
  await page.getByLabel('Kind').selectOption('scheduled')
  await page.getByRole('button', { name: 'Add class' }).click()
  await expect(page.getByRole('heading', { level: 1, name })).toBeVisible()
  const address = new URL(page.url()).pathname
  const record = page.getByRole('navigation', { name: 'Record' })

  await record.getByRole('link', { name: 'Subjects' }).click()
  await page.getByRole('button', { name: 'Add subject' }).click()
  const dialog = page.getByRole('dialog', { name: /^Add subject|^Enrol into/ })
  await dialog.getByLabel('Subject').selectOption({ label: 'Mathematics' })
  await dialog.getByLabel('Lessons a week').fill('4')
  await dialog.getByRole('button', { name: 'Add subject' }).click()
  await expect(page.getByRole('listitem').filter({ hasText: 'Mathematics' })).toContainText('No teacher')

  await record.getByRole('link', { name: 'Students' }).click()
  for (const [at, kept] of [[0, true], [1, true], [2, false]] as const) {
    await page.getByRole('button', { name: 'Enrol', exact: true }).click()
    await dialog.getByRole('combobox', { name: 'Student' }).fill('CV')
    await page.getByRole('option', { name: /Riverside/ }).nth(at).click()
    await dialog.getByRole('button', { name: 'Enrol', exact: true }).click()
    if (kept) await expect(dialog).toBeHidden()
    else await expect(dialog.getByRole('alert')).toContainText('no place left')
  }
  await dialog.getByLabel('On the waiting list').check()
  await dialog.getByRole('button', { name: 'Enrol', exact: true }).click()
  await expect(page.getByRole('heading', { name: 'Waiting list (1)' })).toBeVisible()
  await expectAccessible(page)

  await page.getByRole('link', { name: 'Edit' }).click()
  await page.getByLabel('Places').fill('3')
  await page.getByRole('button', { name: 'Save changes' }).click()
  await page.getByRole('button', { name: /^Give .* a place$/ }).click()
  await expect(page.getByText('3 / 3')).toBeVisible()
  await page.goto(address)
  for (const tab of ['Timetable', 'Attendance', 'History']) {
    await record.getByRole('link', { name: tab }).click()
    await expect(record.getByRole('link', { name: tab })).toHaveAttribute('aria-current', 'page')
    await expectAccessible(page)
  }
  await page.getByRole('button', { name: 'Remove' }).click()
  await expect(page).toHaveURL(/\/classes$/)
  await page.getByRole('button', { name: 'Undo' }).click()
  await expect(page.getByText('It is back.')).toBeVisible()
  await page.goto(address)
  await expect(page.getByText('3 / 3')).toBeVisible()
})

test('several students go from one class to another, with what follows said before', async ({ as }) => {
  const page = await as('registrar')
  const name = `Y-${unique()}`
  await page.goto('/classes/new')
  await page.getByLabel('Name', { exact: true }).fill(name)
  await page.getByLabel('Campus', { exact: true }).selectOption({ label: 'Hillcrest Secondary' })
  await page.getByLabel('Grade').selectOption({ label: 'Grade 8' })
  await page.getByLabel('Places').fill('2')
  await page.getByRole('button', { name: 'Add class' }).click()
  await page.getByRole('link', { name: 'Enrol several' }).click()
  await page.getByLabel('Students come from').selectOption({ label: '8A' })
  const boxes = page.getByRole('group', { name: 'Who is enrolled' }).getByRole('checkbox')
  await expect(page.getByRole('group', { name: 'Who is enrolled' }).getByText(/· 8A$/).first()).toBeVisible()
  for (const at of [1, 2, 3]) await boxes.nth(at).check()
  await expect(page.getByText('1 student too many')).toBeVisible()
  await expect(page.getByRole('button', { name: /^Enrol 3/ })).toBeDisabled()
  await boxes.nth(3).uncheck()
  await expect(page.getByText('2 students chosen; then 2 of 2 places are taken.')).toBeVisible()
  await expectAccessible(page)
  await page.getByRole('button', { name: 'Enrol 2 students' }).click()
  await expect(page.getByRole('heading', { name: '2 students', exact: true })).toBeVisible()
  await page.getByRole('button', { name: /^Take .* out$/ }).first().click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('Last day in the class').fill('2026-01-01')
  await dialog.getByRole('button', { name: 'Take out of the class' }).click()
  await expect(page.getByRole('heading', { name: '1 student', exact: true })).toBeVisible()
  await page.getByRole('button', { name: 'Undo' }).click()
  await expect(page.getByRole('heading', { name: '2 students', exact: true })).toBeVisible()
})

test('who may not, cannot', async ({ as, asks }) => {
  const registrar = await as('registrar')
  await registrar.goto('/classes?q=8A')
  const href = (await registrar.getByRole('rowheader').getByRole('link').first().getAttribute('href'))!
  const [teacher, finance, other] = [await asks('teacher'), await asks('finance'), await asks('otherAdmin')]
  for (const path of ['/classes/new', `${href}/edit`, `${href}/enrol`]) expect((await finance.get(path)).status(), path).toBe(403)
  for (const tab of ['', '/subjects', '/timetable', '/attendance', '/history', '/gradebook']) {
    expect((await other.get(href + tab)).status(), tab).toBe(404)
    expect((await teacher.get(href + tab)).status(), tab).toBe(404)
  }
})
