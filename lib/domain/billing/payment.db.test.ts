import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { afterEach, beforeAll, expect, test } from 'vitest'
import type { Ctx } from '@/lib/platform/context'
import { listHistory } from '@/lib/platform/history.server'
import { parseList } from '@/lib/platform/list'
import { aSchool } from '@/prisma/seed/a-school'
import { typescript } from '@/scripts/ground/run.mjs'
import { anInvoice, aPlan, paying, seenOf } from './a-bill'
import { instalmentInput } from './fee-plan'
import { creditNoteInput, lineInput } from './invoice'
import { voidInvoice } from './invoice.server'
import { checkLedger } from './ledger.sql.server'
import { creditInput, paymentInput, paymentList, refundInput } from './payment'
import { getPayment, listPayments } from './payment-reading.server'
import { creditInvoice, recordPayment, refundPayment, reversePayment, settleByCredit } from './payment.server'
import { getStatement } from './statement.server'

let school: Awaited<ReturnType<typeof aSchool>>
let other: Awaited<ReturnType<typeof aSchool>>
let finance: Ctx
let student: string
beforeAll(async () => {
  ;[school, other] = [await aSchool(), await aSchool()]
  finance = await school.as('finance')
  student = school.studentIds[0]!
})
afterEach(async () => expect(await checkLedger(school.db)).toEqual([]))

const standing = async (id: string) => {
  const row = await school.db.invoice.findFirstOrThrow({ where: { id }, select: { balanceDue: true, status: true } })
  return [row.balanceDue.toFixed(2), row.status]
}
const code = (results: PromiseSettledResult<unknown>[]) => results.flatMap((result) => (result.status === 'rejected' ? [result.reason.message] : []))
const key = () => crypto.randomUUID()

test('a payment settles an invoice in part and then whole, with a receipt and its line in the history', async () => {
  const id = await anInvoice(finance, student)
  const first = await recordPayment(finance, paying(student, '30', [[id, '30']]))
  expect(await standing(id)).toEqual(['70.00', 'partially_paid'])
  await recordPayment(finance, paying(student, '70', [[id, '70']]))
  expect(await standing(id)).toEqual(['0.00', 'paid'])
  expect(first.receipt).toMatch(/^REC-\d{6}$/)
  expect((await listHistory(finance, 'payments', first.id)).map(({ deed, after }) => [deed, after?.amount])).toEqual([['record-payment', '30.00']])
})

test('of fifty payments of 30.00 at the same time on 100.00 three are taken and 10.00 is left', async () => {
  const id = await anInvoice(finance, student)
  const results = await Promise.allSettled(Array.from({ length: 50 }, () => recordPayment(finance, paying(student, '30', [[id, '30']]))))
  expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(3)
  expect(new Set(code(results))).toEqual(new Set(['payments.refusals.moreThanOpen']))
  expect(await standing(id)).toEqual(['10.00', 'partially_paid'])
})

test('the same form five times is one payment with one receipt; the same key with another amount is refused', async () => {
  const id = await anInvoice(finance, student)
  const form = paying(student, '30', [[id, '30']])
  const receipts = await Promise.all(Array.from({ length: 5 }, () => recordPayment(finance, form)))
  expect(new Set(receipts.map(({ receipt }) => receipt)).size).toBe(1)
  expect(await standing(id)).toEqual(['70.00', 'partially_paid'])
  await expect(recordPayment(finance, { ...paying(student, '40', [[id, '40']]), idempotencyKey: form.idempotencyKey })).rejects.toMatchObject({ message: 'errors.refusals.keyReused' })
  expect(await standing(id)).toEqual(['70.00', 'partially_paid'])
})

test('one payment over several invoices leaves a credit, which settles a third', async () => {
  const ids = [await anInvoice(finance, student), await anInvoice(finance, student, '50'), await anInvoice(finance, student, '40')]
  const paid = await recordPayment(finance, paying(student, '180', [[ids[0]!, '100'], [ids[1]!, '50']], { keepCredit: true }))
  const before = await getStatement(finance, student)
  expect(before.balance).toBe(before.open - before.credit)
  await expect(settleByCredit(finance, { id: paid.id, allocations: [{ invoiceId: ids[2]!, amount: 3001 }], idempotencyKey: key() })).rejects.toMatchObject({ message: 'payments.refusals.moreThanCredit' })
  const twice = await Promise.allSettled([key(), key()].map((idempotencyKey) => settleByCredit(finance, { id: paid.id, allocations: [{ invoiceId: ids[2]!, amount: 3000 }], idempotencyKey })))
  expect(twice.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
  expect(await standing(ids[2]!)).toEqual(['10.00', 'partially_paid'])
})

test('a bounced cheque is reversed: its invoices are open again, and a second time is refused', async () => {
  const ids = [await anInvoice(finance, student), await anInvoice(finance, student, '50')]
  const paid = await recordPayment(finance, paying(student, '160', [[ids[0]!, '100'], [ids[1]!, '50']], { method: 'cheque', keepCredit: true }))
  const twice = await Promise.allSettled([key(), key()].map((idempotencyKey) => reversePayment(finance, { id: paid.id, reason: 'Bounced', idempotencyKey })))
  expect(twice.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
  expect(code(twice)).toEqual(['payments.refusals.undone'])
  expect([await standing(ids[0]!), await standing(ids[1]!)]).toEqual([['100.00', 'issued'], ['50.00', 'issued']])
  const bounced = (await listPayments(finance, parseList(paymentList, { status: 'reversed' }))).rows
  expect(bounced.map(({ id }) => id)).toContain(paid.id)
  expect(bounced.every(({ status }) => status === 'reversed')).toBe(true)
})

test('a refund takes the credit first and then the last invoice that was settled', async () => {
  const ids = [await anInvoice(finance, student), await anInvoice(finance, student, '50')]
  const paid = await recordPayment(finance, paying(student, '160', [[ids[0]!, '100'], [ids[1]!, '50']], { keepCredit: true }))
  await expect(refundPayment(finance, { id: paid.id, amount: 16_001, method: 'cash', reason: 'x', idempotencyKey: key() })).rejects.toMatchObject({ code: 'invalid' })
  await refundPayment(finance, { id: paid.id, amount: 3_000, method: 'cash', reason: 'Moved away', idempotencyKey: key() })
  const standings = [await standing(ids[0]!), await standing(ids[1]!)]
  expect(standings.map(([balance]) => Number(balance))).toSatisfy((balances: number[]) => balances[0]! + balances[1]! === 20)
  expect(await school.db.payment.findFirstOrThrow({ where: { id: paid.id }, select: { status: true } })).toEqual({ status: 'partially_refunded' })
  const { rows } = await listPayments(finance, parseList(paymentList, {}))
  expect(rows.find(({ amount }) => amount === -3_000)?.reverses).toBe('refund')
  expect((await getStatement(finance, student)).lines.filter(({ amount }) => amount === 3_000).map(({ kind }) => kind)).toEqual(['refund'])
})

test('an address that names nobody has no statement', async () => {
  for (const id of ['x', '\u0000', crypto.randomUUID()]) await expect(getStatement(finance, id)).rejects.toMatchObject({ code: 'not-found' })
})

test('a payment is refunded in parts, together no more than it brought', async () => {
  const id = await anInvoice(finance, student)
  const paid = await recordPayment(finance, paying(student, '100', [[id, '100']]))
  const back = (amount: number) => refundPayment(finance, { id: paid.id, amount, method: 'cash', reason: 'Half a term', idempotencyKey: key() })
  await back(3_000)
  await expect(back(7_001)).rejects.toMatchObject({ code: 'invalid' })
  await expect(reversePayment(finance, { id: paid.id, reason: 'x', idempotencyKey: key() })).rejects.toMatchObject({ message: 'payments.refusals.undone' })
  // Two at once, each more than half of what is left.
  const twice = await Promise.allSettled([back(4_000), back(4_000)])
  expect(twice.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
  expect(await getPayment(finance, paid.id)).toMatchObject({ status: 'partially_refunded', left: 3_000, credit: 0, undoneBy: [{ amount: -3_000 }, { amount: -4_000 }] })
  expect(await standing(id)).toEqual(['70.00', 'partially_paid'])
  await back(3_000)
  expect(await getPayment(finance, paid.id)).toMatchObject({ status: 'refunded', left: 0 })
  await expect(back(1)).rejects.toMatchObject({ message: 'payments.refusals.undone' })
  expect(await checkLedger(school.db)).toEqual([])
})

test('a credit note settles what is open and makes the rest a credit', async () => {
  const id = await anInvoice(finance, student)
  await recordPayment(finance, paying(student, '70', [[id, '70']]))
  await creditInvoice(finance, { id, amount: 5_000, reason: 'No bus', idempotencyKey: key() })
  expect(await standing(id)).toEqual(['0.00', 'paid'])
  const more = (amount: number) => creditInvoice(finance, { id, amount, reason: 'x', idempotencyKey: key() })
  await expect(more(10_001)).rejects.toMatchObject({ message: 'invoices.refusals.notCreditable' })
  // Two at once, each of what is left: together no more than the invoice.
  const twice = await Promise.allSettled([more(5_000), more(5_000)])
  expect(twice.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
  expect(code(twice)).toEqual(['invoices.refusals.notCreditable'])
})

test('a payment and making the invoice void at the same time: one of them', async () => {
  const id = await anInvoice(finance, student)
  const seen = await seenOf(finance, id)
  const results = await Promise.allSettled([recordPayment(finance, paying(student, '30', [[id, '30']])), voidInvoice(finance, { ...seen, reason: 'Twice' })])
  expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
})

test('another family\'s, another organization\'s and a void invoice take nothing', async () => {
  const theirs = await anInvoice(finance, school.studentIds[1]!)
  await expect(recordPayment(finance, paying(student, '30', [[theirs, '30']]))).rejects.toMatchObject({ message: 'payments.refusals.moreThanOpen' })
  await expect(recordPayment(await other.as('finance'), paying(other.studentIds[0]!, '30', [[theirs, '30']]))).rejects.toMatchObject({ message: 'payments.refusals.moreThanOpen' })
  await expect(recordPayment(await other.as('finance'), paying(student, '30', [[theirs, '30']]))).rejects.toMatchObject({ code: 'not-found' })
  await expect(getStatement(await school.as('teacher'), school.otherStudentId)).rejects.toMatchObject({ code: 'not-found' })
})

test('whoever is killed between commit and answer and tries again has paid once, and gets the receipt that was given', async () => {
  const id = await anInvoice(finance, student)
  const form = paying(student, '30', [[id, '30']])
  const child = spawn(process.execPath, [...typescript('scripts/testing/pay-and-die.ts'), finance.user.id, school.organizationId, JSON.stringify(form)], { stdio: 'inherit' })
  expect(await once(child, 'exit')).toEqual([null, 'SIGKILL'])
  const { receipt } = await recordPayment(finance, form)
  expect(await school.db.payment.findMany({ where: { allocations: { some: { invoiceId: id } } }, select: { receiptNumber: true } })).toEqual([{ receiptNumber: receipt }])
  expect(await standing(id)).toEqual(['70.00', 'partially_paid'])
})

test('every door of money says what is wrong beside its field, and the database refuses the same past all of them', async () => {
  const [id, reason] = [crypto.randomUUID(), 'x']
  const doors = [
    lineInput.omit({ taxRate: true }), instalmentInput, creditNoteInput, refundInput, paymentInput, creditInput.shape.allocations.element,
  ].map((schema) => (amount: string) => schema.safeParse({ id, invoiceId: id, studentId: id, amount, reason, description: 'x', method: 'cash', period: '2026-01-01', dueDate: '2026-01-01', paidOn: '2026-01-01', reference: '', notes: '', allocations: [], keepCredit: true, idempotencyKey: id }))
  const { id: feePlanId } = await aPlan(finance, school)
  const invoiceId = await anInvoice(finance, student)
  const { id: paymentId } = await recordPayment(finance, paying(student, '1', [], { keepCredit: true }))
  const day = new Date('2030-01-01')
  const columns = [
    (amount: string) => school.db.payment.create({ data: { receiptNumber: key(), paidAt: new Date(0), method: 'cash', studentId: student, campusId: school.north.id, amount } }),
    (amount: string) => school.db.paymentAllocation.create({ data: { paymentId, invoiceId, amount } }),
    (amount: string) => school.db.feePlanLine.create({ data: { feePlanId, position: 40, description: 'x', amount } }),
    (amount: string) => school.db.feePlanInstalment.create({ data: { feePlanId, position: 40, period: day, dueDate: day, amount } }),
    (amount: string) => school.db.discountRule.create({ data: { name: key(), kind: 'by_hand', position: 1, amount } }),
  ]
  for (const amount of ['0', '-1', '0.001', '1e21', 'NaN', '1,000.00', '12345678901234567']) {
    for (const [at, door] of doors.entries()) expect(door(amount).error?.issues.map(({ path }) => path.at(-1)), `${at}: ${amount}`).toEqual(['amount'])
    for (const [at, column] of columns.entries()) await expect(column(amount), `${at}: ${amount}`).rejects.toThrow()
  }
})

test('nobody changes what was issued or paid, not even past the verbs', async () => {
  const id = await anInvoice(finance, student)
  const paid = await recordPayment(finance, paying(student, '30', [[id, '30']]))
  const deeds = [
    () => school.db.invoice.updateMany({ where: { id }, data: { totalAmount: '1' } }), () => school.db.invoice.updateMany({ where: { id }, data: { status: 'draft' } }), () => school.db.invoice.deleteMany({ where: { id } }),
    () => school.db.invoiceLine.updateMany({ where: { invoiceId: id }, data: { amount: '1' } }), () => school.db.payment.updateMany({ where: { id: paid.id }, data: { amount: '1' } }), () => school.db.payment.deleteMany({ where: { id: paid.id } }),
    () => school.db.paymentAllocation.create({ data: { paymentId: paid.id, invoiceId: id, amount: '0.01' } }),
  ]
  for (const deed of deeds) await expect(deed()).rejects.toThrow()
})

test('a family with children at two campuses: whoever sees one of them sees no credit that was used at the other', async () => {
  const guardian = await school.db.guardian.create({ data: { fullName: 'Both Campuses', relationship: 'mother', studentId: school.studentIds[3]! }, select: { id: true } })
  await school.db.guardianLink.updateMany({ where: { guardianId: guardian.id }, data: { pays: true } })
  const linked = await school.db.guardianLink.findMany({ where: { guardianId: guardian.id }, select: { studentId: true } })
  for (const studentId of [school.studentIds[3]!, school.otherStudentId]) if (!linked.some((link) => link.studentId === studentId)) await school.db.guardianLink.create({ data: { guardianId: guardian.id, studentId, pays: true, relationship: 'mother' } })
  const [north, south] = [await anInvoice(finance, school.studentIds[3]!), await anInvoice(finance, school.otherStudentId, '60')]
  await recordPayment(finance, paying(school.studentIds[3]!, '160', [[north, '100'], [south, '60']]))
  const whole = await getStatement(finance, school.studentIds[3]!)
  expect([whole.balance, whole.open, whole.credit, whole.elsewhere]).toEqual([0, 0, 0, 0])
  const part = await getStatement(await school.as('director'), school.studentIds[3]!)
  expect([part.balance, part.open, part.credit, part.elsewhere]).toEqual([0, 0, 0, 6000])
})
