import { feePlanInput } from '@/lib/domain/billing/fee-plan'
import { createFeePlan } from '@/lib/domain/billing/fee-plan.server'
import { invoiceList } from '@/lib/domain/billing/invoice'
import { listInvoices } from '@/lib/domain/billing/invoice-reading.server'
import { performRun, previewRun, startRun } from '@/lib/domain/billing/invoice-run.server'
import { getBillingOverview, getPlanAndActual } from '@/lib/domain/billing/overview.server'
import { paymentList } from '@/lib/domain/billing/payment'
import { listOpenInvoices, listPayments } from '@/lib/domain/billing/payment-reading.server'
import { getStatement } from '@/lib/domain/billing/statement.server'
import { parseList } from '@/lib/platform/list'
import { fromDate } from '@/lib/platform/time'
import { ctxOf } from '@/prisma/seed/a-school'
import { today } from '@/prisma/seed/school-year'
import type { Made } from './billing-fill'

export async function sinceOf<T>(run: () => Promise<T>): Promise<{ ms: number; answer: T }> {
  const began = performance.now()
  const answer = await run()
  return { ms: performance.now() - began, answer }
}

const period = '2026-01-01'

/** A plan for everybody, in one period. */
export async function aPlanFor({ adminId, organizationId }: Made): Promise<string> {
  const ctx = await ctxOf(adminId, organizationId)
  const { id: academicYearId } = await ctx.db.academicYear.findFirstOrThrow({ where: { current: true }, select: { id: true } })
  const lines = [{ description: 'Tuition', amount: '900.00', taxRate: '0' }, { description: 'Lunch', amount: '100.01', taxRate: '10' }]
  return (await createFeePlan(ctx, feePlanInput.parse({ name: `Plan ${crypto.randomUUID()}`, academicYearId, gradeId: '', billingCycle: 'annual', active: true, notes: '', lines, instalments: [{ period, dueDate: period, amount: '1000.01' }] }))).id
}

/** The deeds of a run, as the finance office asks for them. */
export async function ask({ adminId, organizationId }: Made) {
  const ctx = await ctxOf(adminId, organizationId)
  const asked = (feePlanId: string) => ({ feePlanId, period, campusId: null, issueDate: today, dueDate: today })
  return {
    preview: (plan: string) => previewRun(ctx, asked(plan)),
    start: (plan: string) => startRun(ctx, { ...asked(plan), idempotencyKey: crypto.randomUUID() }),
    perform: (id: string) => performRun(ctx, { id }),
  }
}

/** What pages of billing read, each as its page asks for it. */
export async function readings(made: Made): Promise<Record<string, () => Promise<unknown>>> {
  const { adminId, organizationId } = made
  // Without one nobody's seat is looked at.
  await aPlanFor(made)
  const ctx = await ctxOf(adminId, organizationId)
  const year = await ctx.db.academicYear.findFirstOrThrow({ where: { current: true }, select: { id: true, startDate: true, endDate: true } })
  const { id: student } = await ctx.db.student.findFirstOrThrow({ orderBy: { studentNumber: 'desc' }, select: { id: true } })
  const invoices = (asked: Record<string, string>) => () => listInvoices(ctx, parseList(invoiceList, asked))
  return {
    'invoices, first page': invoices({}),
    'invoices that are overdue': invoices({ status: 'overdue' }),
    'an invoice found by its number': invoices({ q: 'INV-005000' }),
    'invoices issued in a month': invoices({ month: today.slice(0, 7) }),
    'payments, first page': () => listPayments(ctx, parseList(paymentList, {})),
    dashboard: () => getBillingOverview(ctx),
    'plan and actual': () => getPlanAndActual(ctx, { id: year.id, startDate: fromDate(year.startDate), endDate: fromDate(year.endDate) }),
    'a family’s statement': () => getStatement(ctx, student),
    'what a payment is put to': () => listOpenInvoices(ctx, student),
  }
}
