import 'server-only'
import type { z } from 'zod'
import { now, todayIn } from '@/lib/platform/clock.server'
import type { Ctx } from '@/lib/platform/context'
import type { TenantDb } from '@/lib/platform/db/tenant.server'
import { Refusal } from '@/lib/platform/errors'
import { writeHistory } from '@/lib/platform/history.server'
import { decimalOf, minorOf, sumOf, type Minor } from '@/lib/platform/money'
import { once } from '@/lib/platform/once.server'
import { noonIn, type PlainDate } from '@/lib/platform/time'
import { familyOf } from './family.server'
import { openStatuses, type creditNoteInput } from './invoice'
import { nextReceiptNumber } from './numbers.server'
import { amountsOfLines, assertWhole } from './whole'
import { payment, refundable, type Allocation, type creditInput, type paymentInput, type PaymentMethod, type refundInput, type reversalInput } from './payment'

export type Receipt = { id: string; receipt: string }

const inOrder = (allocations: readonly Allocation[]) => [...allocations].sort((a, b) => (a.invoiceId < b.invoiceId ? -1 : 1))

/** Takes the invoices' rows, in one order for everybody, where that much is open: nobody else puts anything there until this is done. */
async function claim(tx: TenantDb, family: readonly string[], allocations: readonly Allocation[]): Promise<void> {
  for (const { invoiceId, amount } of inOrder(allocations)) {
    // The stamp of who changed it is the fence's; the row's lock is what is wanted.
    const { count } = await tx.invoice.updateMany({ where: { id: invoiceId, studentId: { in: [...family] }, status: { in: [...openStatuses] }, balanceDue: { gte: decimalOf(amount) } }, data: {} })
    if (count === 0) throw new Refusal('conflict', 'payments.refusals.moreThanOpen')
  }
}

/** What an invoice owes follows from these rows, in the database itself. */
async function allocate(tx: TenantDb, paymentId: string, allocations: readonly Allocation[]): Promise<void> {
  for (const { invoiceId, amount } of inOrder(allocations)) await tx.paymentAllocation.create({ data: { paymentId, invoiceId, amount: decimalOf(amount) }, select: { id: true } })
}

async function accountOf({ campuses, timeZone }: Ctx, tx: TenantDb, studentId: string) {
  const student = await tx.student.findFirst({ where: { id: studentId }, select: { campusId: true } })
  if (!student) throw new Refusal('not-found', 'errors.refusals.notFound')
  return { campusId: student.campusId, zone: campuses.find(({ id }) => id === student.campusId)?.timeZone ?? timeZone }
}

function paidAt(zone: string, on: PlainDate): Date {
  const today = todayIn(zone)
  if (on > today) throw new Refusal('invalid', 'errors.refusals.invalid', { fields: { paidOn: { key: 'payments.problems.future' } } })
  return on === today ? now() : noonIn(zone, on)
}

type Columns = { studentId: string; campusId: string; invoiceId: string | null; paidAt: Date; amount: Minor; method: PaymentMethod; referenceCode?: string | null; notes?: string | null; reversesId?: string }

async function write(ctx: Ctx, tx: TenantDb, { amount, ...columns }: Columns): Promise<Receipt> {
  const receiptNumber = await nextReceiptNumber(tx, ctx)
  const { id } = await tx.payment.create({ data: { ...columns, amount: decimalOf(amount), receiptNumber, receivedById: ctx.user.staffId }, select: { id: true } })
  return { id, receipt: receiptNumber }
}

/** A payment with what it settles; the same form sent again answers with the same receipt. */
export const recordPayment = (ctx: Ctx, { idempotencyKey, ...input }: z.output<typeof paymentInput>): Promise<Receipt> =>
  once(ctx, { deed: 'record-payment', key: idempotencyKey, request: input }, async (tx) => {
    const { studentId, allocations, amount, method, paidOn, reference, notes } = input
    assertWhole(ctx, { amount, ...amountsOfLines('allocations', allocations) })
    const { campusId, zone } = await accountOf(ctx, tx, studentId)
    await claim(tx, await familyOf(tx, studentId), allocations)
    const done = await write(ctx, tx, { studentId, campusId, invoiceId: allocations[0]?.invoiceId ?? null, paidAt: paidAt(zone, paidOn), amount, method, referenceCode: reference, notes })
    await allocate(tx, done.id, allocations)
    await writeHistory(tx, ctx, { deed: 'record-payment', entity: payment.entity, id: done.id, after: { receipt: done.receipt, studentId, amount: decimalOf(amount), method } })
    return done
  })

/** Less is owed than was issued: what is open is settled, the rest becomes the family's credit. */
export const creditInvoice = (ctx: Ctx, { idempotencyKey, id, amount, reason }: z.output<typeof creditNoteInput>): Promise<Receipt> =>
  once(ctx, { deed: 'credit-invoice', key: idempotencyKey, request: { id, amount, reason } }, async (tx) => {
    assertWhole(ctx, { amount })
    // Taken before it is read, so that nobody pays it between.
    const { count } = await tx.invoice.updateMany({ where: { id, status: { in: [...openStatuses, 'paid'] }, totalAmount: { gte: decimalOf(amount) } }, data: {} })
    const row = await tx.invoice.findFirst({ where: { id }, select: { studentId: true, campusId: true, balanceDue: true, totalAmount: true } })
    if (!row) throw new Refusal('not-found', 'errors.refusals.notFound')
    const earlier = await tx.payment.findMany({ where: { invoiceId: id, method: 'credit_note' }, orderBy: { id: 'asc' }, select: { amount: true } })
    if (count === 0 || sumOf(earlier.map((one) => minorOf(one.amount))) + amount > minorOf(row.totalAmount)) throw new Refusal('conflict', 'invoices.refusals.notCreditable', { fields: { amount: { key: 'invoices.refusals.notCreditable' } } })
    const put = Math.min(amount, minorOf(row.balanceDue))
    const done = await write(ctx, tx, { studentId: row.studentId, campusId: row.campusId, invoiceId: id, paidAt: now(), amount, method: 'credit_note', notes: reason })
    if (put > 0) await allocate(tx, done.id, [{ invoiceId: id, amount: put }])
    await writeHistory(tx, ctx, { deed: 'credit-invoice', entity: 'invoices', id, after: { number: done.receipt, total: decimalOf(amount), reason } })
    return done
  })

/** How much of a payment stands where: its own allocations and those that took something back. */
async function putOf(tx: TenantDb, id: string): Promise<Allocation[]> {
  const rows = await tx.paymentAllocation.findMany({ where: { payment: { OR: [{ id }, { reversesId: id }] } }, orderBy: { id: 'asc' }, select: { invoiceId: true, amount: true } })
  const put = new Map<string, Minor>()
  for (const { invoiceId, amount } of rows) put.set(invoiceId, (put.get(invoiceId) ?? 0) + minorOf(amount))
  return [...put].flatMap(([invoiceId, amount]) => (amount > 0 ? [{ invoiceId, amount }] : []))
}

/** So much taken back from the invoices, the last that was settled first. */
function takenBack(put: readonly Allocation[], amount: Minor): Allocation[] {
  let left = amount
  return [...put].reverse().flatMap(({ invoiceId, amount: there }) => {
    const back = Math.min(left, there)
    left -= back
    return back > 0 ? [{ invoiceId, amount: -back }] : []
  })
}

type Undoing = { id: string; reason: string; amount: Minor | null; method: PaymentMethod | null }

/** A payment is undone by another one below zero. What had become credit goes back first, then what invoices had. */
async function undo(ctx: Ctx, tx: TenantDb, { id, reason, amount, method }: Undoing): Promise<Receipt> {
  const row = await tx.payment.findFirst({ where: { id, reversesId: null }, select: { amount: true, studentId: true, campusId: true, invoiceId: true, method: true } })
  if (!row) throw new Refusal('not-found', 'errors.refusals.notFound')
  assertWhole(ctx, { amount })
  // Taken before it is read: of two refunds at once the second knows of the first.
  const { count } = await tx.payment.updateMany({ where: { id, status: { in: amount === null ? ['succeeded'] : [...refundable] } }, data: {} })
  if (count === 0) throw new Refusal('conflict', 'payments.refusals.undone')
  const earlier = await tx.payment.findMany({ where: { reversesId: id }, orderBy: { id: 'asc' }, select: { amount: true } })
  const left = minorOf(row.amount) + sumOf(earlier.map((one) => minorOf(one.amount)))
  const back = amount ?? left
  if (back > left) throw new Refusal('invalid', 'errors.refusals.invalid', { fields: { amount: { key: 'payments.problems.moreThanPaid' } } })
  const before = earlier.length > 0 ? 'partially_refunded' : 'succeeded'
  const status = amount === null ? 'reversed' : back === left ? 'refunded' : 'partially_refunded'
  await tx.payment.updateMany({ where: { id }, data: { status } })
  const put = await putOf(tx, id)
  const credit = left - sumOf(put.map((one) => one.amount))
  const takes = takenBack(put, Math.max(0, back - credit))
  for (const { invoiceId } of inOrder(takes)) await tx.invoice.updateMany({ where: { id: invoiceId }, data: {} })
  const done = await write(ctx, tx, { studentId: row.studentId, campusId: row.campusId, invoiceId: row.invoiceId, paidAt: now(), amount: -back, method: method ?? row.method, notes: reason, reversesId: id })
  await allocate(tx, done.id, takes)
  await writeHistory(tx, ctx, { deed: amount === null ? 'reverse-payment' : 'refund-payment', entity: payment.entity, id, before: { status: before }, after: { status, amount: decimalOf(-back), receipt: done.receipt, reason } })
  return done
}

/** The whole payment never was one: the cheque bounced, or it was keyed wrongly. */
export const reversePayment = (ctx: Ctx, { idempotencyKey, ...input }: z.output<typeof reversalInput>): Promise<Receipt> =>
  once(ctx, { deed: 'reverse-payment', key: idempotencyKey, request: input }, (tx) => undo(ctx, tx, { ...input, amount: null, method: null }))

/** Money is given back, all of it or some, also in several parts. */
export const refundPayment = (ctx: Ctx, { idempotencyKey, ...input }: z.output<typeof refundInput>): Promise<Receipt> =>
  once(ctx, { deed: 'refund-payment', key: idempotencyKey, request: input }, (tx) => undo(ctx, tx, input))

/** Credit of an earlier payment settles invoices. */
export const settleByCredit = (ctx: Ctx, { idempotencyKey, id, allocations }: z.output<typeof creditInput>): Promise<{ id: string }> =>
  once(ctx, { deed: 'settle-by-credit', key: idempotencyKey, request: { id, allocations } }, async (tx) => {
    assertWhole(ctx, amountsOfLines('allocations', allocations))
    const { count } = await tx.payment.updateMany({ where: { id, status: { in: [...refundable] }, reversesId: null }, data: {} })
    if (count === 0) throw new Refusal('not-found', 'errors.refusals.notFound')
    const rows = await tx.payment.findMany({ where: { OR: [{ id }, { reversesId: id }] }, orderBy: { id: 'asc' }, select: { amount: true, studentId: true } })
    const credit = sumOf(rows.map(({ amount }) => minorOf(amount))) - sumOf((await putOf(tx, id)).map(({ amount }) => amount))
    if (sumOf(allocations.map(({ amount }) => amount)) > credit) throw new Refusal('conflict', 'payments.refusals.moreThanCredit')
    await claim(tx, await familyOf(tx, rows[0]?.studentId ?? ''), allocations)
    await allocate(tx, id, allocations)
    await writeHistory(tx, ctx, { deed: 'settle-by-credit', entity: payment.entity, id, after: { amount: decimalOf(sumOf(allocations.map(({ amount }) => amount))) } })
    return { id }
  })
