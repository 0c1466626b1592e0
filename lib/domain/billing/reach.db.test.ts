import { beforeAll, expect, test } from 'vitest'
import { todayIn } from '@/lib/platform/clock.server'
import type { Ctx } from '@/lib/platform/context'
import { students } from '@/lib/domain/people/public.server'
import { parseList } from '@/lib/platform/list'
import { aSchool } from '@/prisma/seed/a-school'
import { aPlan, anInvoice, paying, seenOf } from './a-bill'
import { discountInput, grantInput } from './discount'
import { createDiscount, endGrant, grantDiscount, listGrants } from './discount.server'
import { listPlanRuns } from './fee-plan.server'
import { invoiceInput, invoiceList } from './invoice'
import { invoiceIds, previewInvoiceBulk } from './invoice-bulk.server'
import { getInvoice, listInvoices } from './invoice-reading.server'
import { cancelRun, performRun, previewRun, startRun, undoRun } from './invoice-run.server'
import { discardInvoice, draftInvoice, issueInvoice, reviseInvoice, voidInvoice, writeOffInvoice } from './invoice.server'
import { getBillingOverview, getOwed, getPlanAndActual } from './overview.server'
import { printInvoice, printReceipt, printStatement } from './paper.server'
import { paymentList } from './payment'
import { getPayment, listOpenInvoices, listPayments } from './payment-reading.server'
import { creditInvoice, recordPayment, refundPayment, reversePayment, settleByCredit } from './payment.server'
import { startPrinting } from './printing.server'
import { searchBilling } from './search.server'
import { getStatement } from './statement.server'

// Roles are the organization's to change: whoever is bound to a campus or a class may hold every permission, and reaches no further.
type School = Awaited<ReturnType<typeof aSchool>>
type There = { student: string; open: string; draft: string; paid: string; payment: string; plan: string; run: string; rule: string; grant: string; campus: string; seen: { id: string; seen: string }; draftSeen: { id: string; seen: string } }

const today = todayIn('UTC')
const key = () => crypto.randomUUID()
const size = undefined
const drafting = (studentId: string) => invoiceInput.parse({ studentId, issueDate: today, dueDate: today, notes: '', lines: [{ description: 'Bus', amount: '5.00' }], withDiscounts: false })
const bound = (ctx: Ctx): Ctx => ({ ...ctx, can: () => true })

let school: School
let there: There
let director: Ctx
let teacher: Ctx
beforeAll(async () => {
  school = await aSchool()
  const finance = await school.as('finance')
  const student = school.otherStudentId
  const [open, paid] = [await anInvoice(finance, student), await anInvoice(finance, student, '30.00')]
  const { id: draft } = await draftInvoice(finance, drafting(student))
  const { id: payment } = await recordPayment(finance, paying(student, '40.00', [[paid, '30.00']], { keepCredit: true }))
  const { id: plan } = await aPlan(finance, school)
  const run = await startRun(finance, { feePlanId: plan, period: '2026-01-01', campusId: null, issueDate: today, dueDate: today, idempotencyKey: key() })
  await performRun(finance, run)
  const { id: rule } = await createDiscount(finance, discountInput.parse({ name: 'Board', kind: 'scholarship', measure: 'percent', percent: '50', amount: '', position: '1', fromChild: '2', until: '', active: true }))
  const { id: grant } = await grantDiscount(finance, grantInput.parse({ ruleId: rule, studentId: student, startsOn: today, endsOn: '', reason: '' }))
  there = { student, open, draft, paid, payment, plan, run: run.id, rule, grant, campus: school.south.id, seen: await seenOf(finance, open), draftSeen: await seenOf(finance, draft) }
  director = bound(await school.as('director'))
  teacher = bound(await school.as('teacher'))
})

const why = { reason: 'x' }
const deeds: Record<string, (ctx: Ctx, at: There) => Promise<unknown>> = {
  getInvoice: (ctx, { open }) => getInvoice(ctx, open),
  getPayment: (ctx, { payment }) => getPayment(ctx, payment),
  getStatement: (ctx, { student }) => getStatement(ctx, student),
  printInvoice: (ctx, { open: id }) => printInvoice(ctx, { id, size }),
  printReceipt: (ctx, { payment: id }) => printReceipt(ctx, { id, size }),
  printStatement: (ctx, { student: id }) => printStatement(ctx, { id, size }),
  draftInvoice: (ctx, { student }) => draftInvoice(ctx, drafting(student)),
  reviseInvoice: (ctx, { student, draftSeen }) => reviseInvoice(ctx, { ...drafting(student), ...draftSeen }),
  issueInvoice: (ctx, { draftSeen }) => issueInvoice(ctx, draftSeen),
  discardInvoice: (ctx, { draftSeen }) => discardInvoice(ctx, draftSeen),
  voidInvoice: (ctx, { seen }) => voidInvoice(ctx, { ...seen, ...why }),
  writeOffInvoice: (ctx, { seen }) => writeOffInvoice(ctx, { ...seen, ...why }),
  creditInvoice: (ctx, { open: id }) => creditInvoice(ctx, { id, amount: 100, ...why, idempotencyKey: key() }),
  recordPayment: (ctx, { student, open }) => recordPayment(ctx, paying(student, '1.00', [[open, '1.00']])),
  reversePayment: (ctx, { payment: id }) => reversePayment(ctx, { id, ...why, idempotencyKey: key() }),
  refundPayment: (ctx, { payment: id }) => refundPayment(ctx, { id, ...why, amount: 100, method: 'cash', idempotencyKey: key() }),
  settleByCredit: (ctx, { payment: id, open: invoiceId }) => settleByCredit(ctx, { id, allocations: [{ invoiceId, amount: 100 }], idempotencyKey: key() }),
  cancelRun: (ctx, { run: id }) => cancelRun(ctx, { id }),
  undoRun: (ctx, { run: id }) => undoRun(ctx, { id, ...why }),
  startRun: (ctx, { plan: feePlanId, campus: campusId }) => startRun(ctx, { feePlanId, period: '2026-07-01', campusId, issueDate: today, dueDate: today, idempotencyKey: key() }),
  grantDiscount: (ctx, { rule: ruleId, student: studentId }) => grantDiscount(ctx, grantInput.parse({ ruleId, studentId, startsOn: today, endsOn: '', reason: '' })),
  endGrant: (ctx, { grant: id }) => endGrant(ctx, { id, endsOn: today }),
}

const everything = async () => JSON.stringify(await Promise.all([
  school.db.invoice.findMany({ orderBy: { id: 'asc' } }), school.db.payment.findMany({ orderBy: { id: 'asc' } }), school.db.paymentAllocation.findMany({ orderBy: { id: 'asc' } }), school.db.invoiceRun.findMany({ orderBy: { id: 'asc' } }), school.db.studentDiscount.findMany({ orderBy: { id: 'asc' } }),
]))

test.each(Object.entries(deeds))('%s is refused beyond the own campus and the own classes, and changes nothing', async (_, deed) => {
  const before = await everything()
  for (const ctx of [director, teacher]) await expect(deed(ctx, there)).rejects.toMatchObject({ code: expect.stringMatching(/^(not-found|conflict)$/) })
  expect(await everything()).toBe(before)
})

test('whose account has an invoice is not removed, not even by somebody who sees none of it', async () => {
  const { id } = await school.db.student.create({ data: { studentNumber: key(), firstName: 'Owes', lastName: 'Money', campusId: school.south.id, status: 'active' }, select: { id: true } })
  await anInvoice(await school.as('finance'), id)
  await school.db.student.updateMany({ where: { id }, data: { campusId: school.north.id } })
  const { updatedAt } = await director.db.student.findFirstOrThrow({ where: { id }, select: { updatedAt: true } })
  expect(await director.db.invoice.count({ where: { studentId: id } })).toBe(0)
  await expect(students.remove(director, { id, seen: updatedAt.toISOString() })).rejects.toMatchObject({ code: 'conflict', message: 'students.refusals.hasAccount' })
  expect(await school.db.student.count({ where: { id } })).toBe(1)
})

test('a payment of the own campus settles no invoice of another one', async () => {
  await expect(recordPayment(director, paying(school.studentIds[0]!, '1.00', [[there.open, '1.00']]))).rejects.toMatchObject({ code: 'conflict' })
})

test('lists, sums, bulks, previews and search hold nothing of another campus, and for a teacher nothing at all', async () => {
  const ids = (rows: readonly { id: string }[]) => rows.map(({ id }) => id)
  for (const [ctx, own] of [[director, true], [teacher, false]] as const) {
    for (const asked of [{}, { campus: there.campus }, { student: there.student }, { run: there.run }]) {
      const listed = [...ids((await listInvoices(ctx, parseList(invoiceList, asked))).rows), ...ids((await listPayments(ctx, parseList(paymentList, asked))).rows)]
      for (const id of [there.open, there.draft, there.paid, there.payment]) expect(listed).not.toContain(id)
      if (!own) expect(listed).toEqual([])
    }
    expect(await invoiceIds(ctx, parseList(invoiceList, { campus: there.campus }), 10)).toEqual([])
    expect(await previewInvoiceBulk(ctx, 'void', [there.open])).toEqual({ total: 0, fitting: 0, amount: 0 })
    expect(await listOpenInvoices(ctx, there.student)).toEqual([])
    expect(await listGrants(ctx, there.rule)).toEqual([])
    expect(await searchBilling(ctx, 'INV-000001')).toEqual({ invoices: [], payments: [] })
    expect((await getOwed(ctx)).owed).toBe(own ? (await getBillingOverview(ctx)).byCampus.find(({ id }) => id === school.north.id)?.amount : 0)
    const year = { id: school.yearId, startDate: '2020-01-01', endDate: '2099-12-31' }
    expect((await getPlanAndActual(ctx, year)).campuses.map(({ key: id }) => id)).not.toContain(there.campus)
  }
  const preview = await previewRun(director, { feePlanId: there.plan, period: '2026-07-01', campusId: null, issueDate: today })
  expect(preview.due.map(({ studentId }) => studentId).sort()).toEqual([...school.studentIds].sort())
  // A run of all campuses is told with the invoices of the own one.
  const all = school.studentIds.length + 1
  const told = async (ctx: Ctx) => [(await listPlanRuns(ctx, there.plan))[0], (await getBillingOverview(ctx)).runs[0]].map((run) => [run?.made, run?.total])
  const [[made, total]] = await told(await school.as('finance')) as [[number, number]]
  expect(made).toBe(all)
  expect(await told(director)).toEqual([[all - 1, (total / all) * (all - 1)], [all - 1, (total / all) * (all - 1)]])
  // A PDF of a run of all campuses has the letters of the own one.
  expect((await startPrinting(director, { runId: there.run })).total).toBe(school.studentIds.length)
  await expect(startPrinting(teacher, { runId: there.run })).rejects.toMatchObject({ code: 'not-found' })
})
