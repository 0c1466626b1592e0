import type { aSchool } from '@/prisma/seed/a-school'
import { todayIn } from '@/lib/platform/clock.server'
import type { Ctx } from '@/lib/platform/context'
import { daysAfter } from '@/lib/platform/time'
import { feePlanInput } from './fee-plan'
import { createFeePlan } from './fee-plan.server'
import { invoiceInput } from './invoice'
import { draftInvoice, issueInvoice } from './invoice.server'
import { paymentInput } from './payment'

type School = Awaited<ReturnType<typeof aSchool>>

export const seenOf = async (ctx: Ctx, id: string): Promise<{ id: string; seen: string }> => ({ id, seen: (await ctx.db.invoice.findFirstOrThrow({ where: { id }, select: { updatedAt: true } })).updatedAt.toISOString() })

/** An invoice of one line that is owed. */
export async function anInvoice(ctx: Ctx, studentId: string, amount = '100.00', more: object = {}): Promise<string> {
  const today = todayIn('UTC')
  const { id } = await draftInvoice(ctx, invoiceInput.parse({ studentId, issueDate: today, dueDate: daysAfter(today, 30), notes: '', lines: [{ description: 'Tuition', amount }], withDiscounts: false, ...more }))
  await issueInvoice(ctx, await seenOf(ctx, id))
  return id
}

/** What the form of a payment sends. */
export const paying = (studentId: string, amount: string, allocations: readonly [string, string][], more: object = {}) =>
  paymentInput.parse({ studentId, amount, method: 'cash', paidOn: todayIn('UTC'), reference: '', notes: '', allocations: allocations.map(([invoiceId, part]) => ({ invoiceId, amount: part })), idempotencyKey: crypto.randomUUID(), ...more })

/** A plan of the small school's grade in two instalments. */
export const aPlan = (ctx: Ctx, { yearId, gradeId }: School, more: object = {}) =>
  createFeePlan(ctx, feePlanInput.parse({
    name: `Plan ${crypto.randomUUID()}`, academicYearId: yearId, gradeId, billingCycle: 'semester', active: true, notes: '',
    lines: [{ description: 'Tuition', amount: '900.00', taxRate: '0' }, { description: 'Lunch', amount: '100.01', taxRate: '10' }],
    instalments: [{ period: '2026-01-01', dueDate: '2026-02-01', amount: '500.01' }, { period: '2026-07-01', dueDate: '2026-08-01', amount: '500.00' }], ...more,
  }))
