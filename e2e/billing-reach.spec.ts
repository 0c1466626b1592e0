import { readFileSync } from 'node:fs'
import type { APIRequestContext } from '@playwright/test'
import { expect, test } from './fixtures'

const uuid = '[0-9a-f]{8}-[0-9a-f]{4}-[47][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}'
const idsIn = async (asker: APIRequestContext, path: string, noun = path.split(/[/?]/)[1]!) => [...new Set([...(await (await asker.get(path)).text()).matchAll(new RegExp(`/${noun}/(${uuid})`, 'g'))].map(([, id]) => id!))]

const exportsOf = ['invoices', 'payments', 'fee-plans', 'discounts'].map((name) => `/api/exports/${name}`)
const papersOf = ({ invoice, payment, student }: { invoice: string; payment: string; student: string }) => [`/api/invoices/${invoice}/pdf`, `/api/payments/${payment}/receipt`, `/api/students/${student}/statement`, `/invoices/${invoice}`, `/invoices/${invoice}/history`, `/payments/${payment}`, `/payments/${payment}/history`, `/students/${student}/invoices`]

test('by raw request a director has the papers of the own campus and nothing of another one, a teacher none at all', async ({ asks }) => {
  const [admin, director, teacher] = [await asks('admin'), await asks('director'), await asks('teacher')]
  const own = await idsIn(director, '/campuses')
  const [elsewhere] = (await idsIn(admin, '/campuses')).filter((id) => !own.includes(id))
  const someOf = async (campus: string) => {
    const [[invoice], [payment], [student]] = await Promise.all([idsIn(admin, `/invoices?campus=${campus}&status=issued`), idsIn(admin, `/payments?campus=${campus}`), idsIn(admin, `/students?campus=${campus}`)])
    return { invoice: invoice!, payment: payment!, student: student! }
  }
  const [here, there] = [await someOf(own[0]!), await someOf(elsewhere!)]
  for (const path of papersOf(here)) expect((await director.get(path)).status(), path).toBe(200)
  for (const path of papersOf(there)) expect((await director.get(path)).status(), path).toBe(404)
  for (const path of [...papersOf(here), ...papersOf(there)]) expect([403, 404], path).toContain((await teacher.get(path)).status())
  for (const path of exportsOf) expect([(await director.get(path)).status(), (await teacher.get(path)).status()], path).toEqual([200, 403])
  const numbers = async (asker: APIRequestContext, path: string): Promise<string[]> => (await (await asker.get(path)).text()).match(/\b(?:INV|REC)-\d{6}\b/g) ?? []
  for (const path of ['/api/exports/invoices', '/api/exports/payments']) {
    const mine = await numbers(director, path)
    expect(mine.length).toBeGreaterThan(0)
    // Amounts are figures that a spreadsheet adds up, without a sign or words.
    expect(await (await director.get(path)).text()).not.toMatch(/\$|US/)
    expect(await numbers(director, `${path}?campus=${elsewhere}`)).toEqual([])
    const theirs = await numbers(admin, `${path}?campus=${elsewhere}`)
    expect(theirs.length).toBeGreaterThan(0)
    expect(mine.filter((number) => theirs.includes(number))).toEqual([])
  }
})

// What a director may do with money is reading; a teacher may nothing. The permission is asked before the input is looked at.
const { node } = JSON.parse(readFileSync('.next-test/server/server-reference-manifest.json', 'utf8')) as { node: Record<string, { exportedName: string }> }
const deeds = Object.entries(node).filter(([, { exportedName }]) => /Invoice|Payment|FeePlan|RunAction|Discount|GrantAction|Printing|ByCredit/.test(exportedName)).map(([id, { exportedName }]) => ({ id, name: exportedName }))
const readers = ['previewInvoiceBulkAction', 'startPrintingAction']

test('by raw request every deed of billing is forbidden to a director and to a teacher', async ({ asks, baseURL }) => {
  expect(deeds.length).toBeGreaterThan(22)
  for (const who of ['director', 'teacher'] as const) {
    const asker = await asks(who)
    for (const { id, name } of deeds.filter((deed) => who === 'teacher' || !readers.includes(deed.name))) {
      const answer = await asker.post('/account', { headers: { 'next-action': id, origin: baseURL!, 'sec-fetch-site': 'same-origin', 'content-type': 'text/plain;charset=UTF-8' }, data: '[{}]', maxRedirects: 0 })
      expect(await answer.text(), `${name} by ${who}`).toContain('"code":"forbidden"')
    }
  }
})
