import { beforeAll, expect, test } from 'vitest'
import { todayIn } from '@/lib/platform/clock.server'
import type { Ctx } from '@/lib/platform/context'
import { parseList } from '@/lib/platform/list'
import { sumOf } from '@/lib/platform/money'
import { daysAfter, fromDate, toDate } from '@/lib/platform/time'
import { aSchool } from '@/prisma/seed/a-school'
import { anInvoice, aPlan, paying, seenOf } from './a-bill'
import { invoiceList } from './invoice'
import { previewRun } from './invoice-run.server'
import { listInvoices } from './invoice-reading.server'
import { voidInvoice } from './invoice.server'
import { checkLedger } from './ledger.sql.server'
import { getBillingOverview, getPlanAndActual } from './overview.server'
import { paymentList } from './payment'
import { listPayments } from './payment-reading.server'
import { creditInvoice, recordPayment, reversePayment } from './payment.server'

let school: Awaited<ReturnType<typeof aSchool>>
let finance: Ctx
const lateBy: Record<string, number> = { current: -5, 30: 10, 60: 45, 90: 75 }
beforeAll(async () => {
  school = await aSchool()
  finance = await school.as('finance')
  const [student, today] = [school.studentIds[0]!, todayIn('UTC')]
  for (const days of Object.values(lateBy)) {
    const due = daysAfter(today, -days)
    await anInvoice(finance, student, '100.00', { issueDate: daysAfter(due, -5), dueDate: due })
  }
  const [paid, gone, credited] = [await anInvoice(finance, student, '40.00'), await anInvoice(finance, student, '1.00'), await anInvoice(finance, student, '7.00')]
  await recordPayment(finance, paying(student, '40.00', [[paid, '40.00']], { method: 'card' }))
  const bounced = await recordPayment(finance, paying(student, '7.00', [[credited, '7.00']], { method: 'cheque' }))
  await reversePayment(finance, { id: bounced.id, reason: 'x', idempotencyKey: crypto.randomUUID() })
  await creditInvoice(finance, { id: credited, amount: 700, reason: 'x', idempotencyKey: crypto.randomUUID() })
  await voidInvoice(finance, { ...(await seenOf(finance, gone)), reason: 'x' })
  await anInvoice(finance, school.otherStudentId, '11.00')
})

test('what is owed is what the lists behind it sum to, by age and campus', async () => {
  const overview = await getBillingOverview(finance)
  expect(overview.owed).toBe(41_100)
  for (const { age, invoices, amount } of overview.byAge) {
    const { rows } = await listInvoices(finance, parseList(invoiceList, { age }))
    expect([age, rows.length, sumOf(rows.map(({ balance }) => balance))]).toEqual([age, invoices, amount])
  }
  const overdue = await listInvoices(finance, parseList(invoiceList, { status: 'overdue' }))
  expect(sumOf(overdue.rows.map(({ balance }) => balance))).toBe(overview.late)
  expect(overview.byCampus).toEqual(expect.arrayContaining([{ id: school.north.id, amount: 40_000 }, { id: school.south.id, amount: 1_100 }]))
  expect(overview.due).toEqual({ invoices: 1, amount: 10_000 })
})

test('what came in is money alone: neither what was reversed nor a credit note counts', async () => {
  const overview = await getBillingOverview(finance)
  expect(overview.collected).toBe(4_000)
  expect(sumOf((await listPayments(finance, parseList(paymentList, { lately: '30' }))).rows.map(({ amount }) => amount))).toBe(4_000)
  const { rows } = await listPayments(finance, parseList(paymentList, { on: todayIn('UTC') }))
  expect(sumOf(rows.filter(({ method }) => method !== 'credit_note').map(({ amount }) => amount))).toBe(4_000)
  expect(sumOf(overview.months.map(({ collected }) => collected))).toBe(4_000)
  expect(sumOf(overview.months.map(({ issued }) => issued))).toBe(45_800)
})

test('a year is planned from what its plans charge those who sit in their grades, beside what became of it', async () => {
  const { id } = await aPlan(finance, school)
  const year = { id: school.yearId, startDate: daysAfter(todayIn('UTC'), -200), endDate: daysAfter(todayIn('UTC'), 200) }
  const { months, campuses, grades } = await getPlanAndActual(finance, year)
  const { due } = await previewRun(finance, { feePlanId: id, period: '2026-01-01', campusId: null, issueDate: todayIn('UTC') })
  const planned = due.length * 100_001
  for (const rows of [months, campuses, grades]) expect([sumOf(rows.map((row) => row.planned)), sumOf(rows.map((row) => row.issued)), sumOf(rows.map((row) => row.collected))]).toEqual([planned, 45_800, 4_000])
  expect(grades.find(({ key }) => key === school.gradeId)).toMatchObject({ planned, collected: 4_000 })
  // Who was carried over has sat there to the end of the year; a place that was over before is nobody's seat.
  const seat = await school.db.classEnrollment.findFirstOrThrow({ where: { classId: school.classId, status: 'active', endedOn: null }, select: { id: true } })
  const { endDate } = await school.db.academicYear.findFirstOrThrow({ where: { id: school.yearId }, select: { endDate: true } })
  for (const [endedOn, less] of [[endDate, 0], [toDate(daysAfter(fromDate(endDate), -1)), 100_001]] as const) {
    await school.db.classEnrollment.update({ where: { id: seat.id }, data: { status: 'completed', endedOn }, select: { id: true } })
    expect(sumOf((await getPlanAndActual(finance, year)).months.map((row) => row.planned))).toBe(planned - less)
  }
  await school.db.classEnrollment.update({ where: { id: seat.id }, data: { status: 'active', endedOn: null }, select: { id: true } })
  // What a list shows of a month and a grade is what its number says.
  const month = months.find(({ issued }) => issued > 0)!
  const { rows } = await listInvoices(finance, parseList(invoiceList, { month: month.key }))
  expect(sumOf(rows.filter(({ status }) => status !== 'void').map(({ total }) => total))).toBe(month.issued)
  expect(sumOf((await listInvoices(finance, parseList(invoiceList, { since: month.key }))).rows.map(({ total }) => total))).toBe(45_800)
  expect((await listPayments(finance, parseList(paymentList, { month: todayIn('UTC').slice(0, 7), grade: school.gradeId }))).rows.length).toBeGreaterThan(0)
  await school.db.campus.updateMany({ where: { id: school.north.id }, data: { timeZone: 'Pacific/Kiritimati' } })
  expect(await checkLedger(school.db)).toEqual([])
})

test('a director reads the own campus, a teacher nothing', async () => {
  expect((await getBillingOverview(await school.as('director'))).owed).toBe(40_000)
  const teacher = await school.as('teacher')
  expect((await listPayments(teacher, parseList(paymentList, {}))).rows).toEqual([])
  expect((await listPayments(await school.as('director'), parseList(paymentList, {}))).rows.length).toBeGreaterThan(0)
})

test('a sum that no single amount can hold is no nought, and a day is that of the payment\'s own campus', async () => {
  const place = await aSchool()
  const clerk = await place.as('finance')
  const [student, most] = [place.studentIds[0]!, '9999999999.99']
  for (const _ of [1, 2]) await anInvoice(clerk, student, most)
  expect((await getBillingOverview(clerk)).owed).toBe(1_999_999_999_998)
  await place.db.campus.update({ where: { id: place.south.id }, data: { timeZone: 'Pacific/Kiritimati' }, select: { id: true } })
  const there = await place.as('finance')
  const today = todayIn('Pacific/Kiritimati')
  const { id } = await recordPayment(there, paying(place.otherStudentId, '5.00', [], { paidOn: today, keepCredit: true }))
  expect((await listPayments(there, parseList(paymentList, { on: today }))).rows.map((row) => [row.id, row.on])).toEqual([[id, today]])
})
