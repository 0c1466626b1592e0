import fc from 'fast-check'
import { afterEach, beforeAll, expect, test } from 'vitest'
import type { Ctx } from '@/lib/platform/context'
import { Refusal } from '@/lib/platform/errors'
import { parseList } from '@/lib/platform/list'
import { asOwner } from '@/prisma/seed/organization'
import { aSchool } from '@/prisma/seed/a-school'
import { aPlan, anInvoice, paying, seenOf } from './a-bill'
import { getFeePlan, removedFeePlans, removeFeePlan, restoreFeePlan, updateFeePlan } from './fee-plan.server'
import { feePlanInput, periodsOf, scheduleOf } from './fee-plan'
import { invoiceInput, invoiceList } from './invoice'
import { getInvoice, listInvoices } from './invoice-reading.server'
import { discardInvoice, draftInvoice, issueInvoice, reviseInvoice, voidInvoice, writeOffInvoice } from './invoice.server'
import { checkLedger, invariants } from './ledger.sql.server'
import { creditInvoice, recordPayment, refundPayment, reversePayment, settleByCredit } from './payment.server'
import { getStatement } from './statement.server'

let school: Awaited<ReturnType<typeof aSchool>>
let finance: Ctx
let student: string
async function settle() {
  school = await aSchool()
  finance = await school.as('finance')
  student = school.studentIds[0]!
}
beforeAll(settle)
afterEach(async () => expect(await checkLedger(school.db)).toEqual([]))
const drafting = (more: object = {}) => invoiceInput.parse({ studentId: student, issueDate: '2026-01-05', dueDate: '2026-02-05', notes: '', lines: [{ description: 'Tuition', amount: '100.01', taxRate: '10' }], ...more })

test('a draft is written, revised and issued with a number; from then on it stays', async () => {
  const { id } = await draftInvoice(finance, drafting())
  expect(await getInvoice(finance, id)).toMatchObject({ number: null, subtotal: 10_001, tax: 1_000, total: 11_001, status: 'draft' })
  await reviseInvoice(finance, { ...drafting({ lines: [{ description: '<iframe src=file:///etc/passwd>', amount: '50' }, { description: 'x'.repeat(300), amount: '1' }] }), ...(await seenOf(finance, id)) })
  const seen = await seenOf(finance, id)
  const twice = await Promise.allSettled([issueInvoice(finance, seen), issueInvoice(finance, seen)])
  expect(twice.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
  expect(await getInvoice(finance, id)).toMatchObject({ number: expect.stringMatching(/^INV-\d{6}$/), total: 5_100, status: 'overdue', lines: [{ description: '<iframe src=file:///etc/passwd>' }, {}] })
  await expect(reviseInvoice(finance, { ...drafting(), ...(await seenOf(finance, id)) })).rejects.toMatchObject({ message: 'invoices.refusals.issued' })
  await expect(discardInvoice(finance, await seenOf(finance, id))).rejects.toMatchObject({ message: 'invoices.refusals.issued' })
  expect((await listInvoices(finance, parseList(invoiceList, { status: 'overdue', student }))).rows.map((row) => row.id)).toContain(id)
})

test('lines that together are more than an amount can hold are told beside their field', () => {
  const lines = (...amounts: string[]) => amounts.map((amount) => ({ description: 'x', amount, taxRate: '20' }))
  const form = (given: object[]) => invoiceInput.safeParse({ studentId: student, issueDate: '2026-01-01', dueDate: '2026-01-01', notes: '', lines: given })
  for (const given of [lines('9999999999.99'), lines('5000000000', '5000000000')]) expect(form(given).error?.issues.map(({ path, message }) => [path.join('.'), message])).toEqual([['lines.0.amount', 'form.problems.amountMost']])
  expect(form(lines('8000000000')).success).toBe(true)
})

test('numbers have no gap, whoever issues at the same time and whatever is refused', async () => {
  const drafts = await Promise.all(Array.from({ length: 8 }, () => draftInvoice(finance, drafting())))
  const seen = await Promise.all(drafts.map(({ id }) => seenOf(finance, id)))
  await Promise.allSettled([...seen, ...seen].map((one) => issueInvoice(finance, one)))
  await discardInvoice(finance, await seenOf(finance, (await draftInvoice(finance, drafting())).id))
  const numbers = (await school.db.invoice.findMany({ where: { invoiceNumber: { not: null } }, orderBy: { invoiceNumber: 'asc' }, select: { invoiceNumber: true } })).map(({ invoiceNumber }) => Number(invoiceNumber?.slice(4)))
  expect(numbers).toEqual(numbers.map((_, at) => at + 1))
})

test('it is made void while nothing is paid, and written off once something is', async () => {
  const [voided, partly] = [await anInvoice(finance, student), await anInvoice(finance, student)]
  await voidInvoice(finance, { ...(await seenOf(finance, voided)), reason: 'Twice' })
  await recordPayment(finance, paying(student, '30', [[partly, '30']]))
  await expect(voidInvoice(finance, { ...(await seenOf(finance, partly)), reason: 'x' })).rejects.toMatchObject({ message: 'invoices.refusals.notVoidable' })
  await writeOffInvoice(finance, { ...(await seenOf(finance, partly)), reason: 'Moved away' })
  await expect(recordPayment(finance, paying(student, '30', [[partly, '30']]))).rejects.toMatchObject({ message: 'payments.refusals.moreThanOpen' })
  const statement = await getStatement(finance, student)
  expect(statement.lines.map(({ kind }) => kind)).toEqual(expect.arrayContaining(['void', 'write-off', 'payment']))
  expect(statement.balance).toBe(statement.open - statement.credit)
})

test('nobody beyond the reach sees one: a director the own campus only, a teacher nothing', async () => {
  const [own, elsewhere] = [await anInvoice(finance, student), await anInvoice(finance, school.otherStudentId)]
  const director = await school.as('director')
  expect((await getInvoice(director, own)).id).toBe(own)
  await expect(getInvoice(director, elsewhere)).rejects.toMatchObject({ code: 'not-found' })
  await expect(getInvoice(await school.as('teacher'), own)).rejects.toMatchObject({ code: 'not-found' })
  expect((await listInvoices(await school.as('teacher'), parseList(invoiceList, {}))).rows).toEqual([])
})

test('a plan\'s schedule sums to its total, and a change of it touches nothing that was issued', async () => {
  const { id } = await aPlan(finance, school)
  const { seen, name, academicYearId, gradeId, billingCycle } = await getFeePlan(finance, id)
  const other = { name, academicYearId, gradeId, billingCycle, active: false, notes: '', lines: [{ description: 'Tuition', amount: '10' }] }
  expect(feePlanInput.safeParse({ ...other, instalments: [{ period: '2026-01-01', dueDate: '2026-01-01', amount: '9.99' }] }).error?.issues[0]?.message).toBe('feePlans.problems.sum')
  await updateFeePlan(finance, { ...feePlanInput.parse({ ...other, instalments: [{ period: '2026-01-01', dueDate: '2026-01-01', amount: '10' }] }), id, seen })
  expect((await getFeePlan(finance, id)).total).toBe(1_000)
  await expect(updateFeePlan(finance, { ...feePlanInput.parse({ ...other, instalments: [{ period: '2026-01-01', dueDate: '2026-01-01', amount: '10' }] }), id, seen })).rejects.toMatchObject({ code: 'conflict' })
  await removeFeePlan(finance, { id, seen: (await getFeePlan(finance, id)).seen })
  await expect(getFeePlan(finance, id)).rejects.toMatchObject({ code: 'not-found' })
  expect((await removedFeePlans(finance, 100)).map((row) => row.id)).toContain(id)
  await restoreFeePlan(finance, { id })
  expect(await getFeePlan(finance, id)).toMatchObject({ total: 1_000, lines: [{ amount: 1_000 }], instalments: [{ amount: 1_000 }] })
  const months = periodsOf('monthly', { startDate: '2026-08-31', endDate: '2027-06-30', terms: [] })
  expect([months.length, months[1], months[6]]).toEqual([10, '2026-09-30', '2027-02-28'])
  expect(scheduleOf(10_000, months.slice(0, 3)).map(({ amount }) => amount)).toEqual([3334, 3333, 3333])
})

test('what is broken in the ledger is found', async () => {
  const id = await anInvoice(finance, student)
  const paid = await recordPayment(finance, paying(student, '30', [[id, '30']]))
  const breaks: [string, keyof typeof invariants][] = [
    [`UPDATE invoices SET balance_due = 71 WHERE id = '${id}'`, 'balance is total less allocations'], [`UPDATE invoices SET status = 'paid' WHERE id = '${id}'`, 'the status fits the balance'],
    [`UPDATE invoice_lines SET amount = 99 WHERE "invoiceId" = '${id}'`, 'an invoice is the sum of its lines'], [`UPDATE invoices SET invoice_number = 'X' WHERE id = '${id}'`, 'no number is missing'],
    [`UPDATE payments SET amount = 29 WHERE id = '${paid.id}'`, 'a payment gives no more than it brought'], [`UPDATE payments SET status = 'reversed' WHERE id = '${paid.id}'`, 'an undone payment says so'],
  ]
  for (const [text, invariant] of breaks) {
    await asOwner(async (owner) => {
      await owner.query('BEGIN')
      await owner.query("SELECT set_config('app.organization_id', $1, true)", [school.organizationId])
      for (const table of ['invoices', 'invoice_lines', 'payments']) await owner.query(`ALTER TABLE ${table} DISABLE TRIGGER USER`)
      await owner.query(text)
      expect((await owner.query(invariants[invariant])).rows.length, invariant).toBeGreaterThan(0)
      await owner.query('ROLLBACK')
    })
  }
})

/** `HISTORIES=10000 npm test -- db lib/domain/billing/invoice.db.test.ts` for a long look. */
const histories = Number(process.env.HISTORIES ?? 12)
const amount = fc.integer({ min: 1, max: 12_000 })
const deed = fc.record({ what: fc.constantFrom('issue', 'pay', 'pay', 'pay', 'over', 'reverse', 'refund', 'credit', 'settle', 'void', 'write-off'), which: fc.nat(5), amount })

test('whatever is done at the same time and in whichever order, the ledger holds', async () => {
  let lived = 0
  await fc.assert(fc.asyncProperty(fc.array(fc.array(deed, { minLength: 1, maxLength: 4 }), { minLength: 2, maxLength: 8 }), async (rounds) => {
    // Thousands of histories in one ledger would be read over and over.
    if (lived++ % 50 === 49) await settle()
    if (lived % 500 === 0) console.info(`${lived} histories`)
    const invoices = [await anInvoice(finance, student), await anInvoice(finance, student)]
    const payments: string[] = []
    const key = () => crypto.randomUUID()
    const act = async ({ what, which, amount: minor }: { what: string; which: number; amount: number }) => {
      const id = invoices[which % invoices.length]!
      const paid = payments[which % Math.max(1, payments.length)] ?? key()
      const text = `${Math.trunc(minor / 100)}.${String(minor % 100).padStart(2, '0')}`
      if (what === 'issue') invoices.push(await anInvoice(finance, student, text))
      if (what === 'pay') payments.push((await recordPayment(finance, paying(student, text, [[id, text]]))).id)
      if (what === 'over') payments.push((await recordPayment(finance, paying(student, '150', [[id, text]], { keepCredit: true }))).id)
      if (what === 'reverse') await reversePayment(finance, { id: paid, reason: 'x', idempotencyKey: key() })
      if (what === 'refund') await refundPayment(finance, { id: paid, amount: minor, method: 'cash', reason: 'x', idempotencyKey: key() })
      if (what === 'credit') payments.push((await creditInvoice(finance, { id, amount: minor, reason: 'x', idempotencyKey: key() })).id)
      if (what === 'settle') await settleByCredit(finance, { id: paid, allocations: [{ invoiceId: id, amount: minor }], idempotencyKey: key() })
      if (what === 'void') await voidInvoice(finance, { ...(await seenOf(finance, id)), reason: 'x' })
      if (what === 'write-off') await writeOffInvoice(finance, { ...(await seenOf(finance, id)), reason: 'x' })
    }
    for (const round of rounds) {
      for (const result of await Promise.allSettled(round.map(act))) if (result.status === 'rejected' && result.reason?.code !== 'P2034') expect(result.reason).toBeInstanceOf(Refusal)
    }
    expect(await checkLedger(school.db)).toEqual([])
    const statement = await getStatement(finance, student)
    expect(statement.balance).toBe(statement.open - statement.credit)
  }), { numRuns: histories })
}, 180_000 + histories * 2_000)
