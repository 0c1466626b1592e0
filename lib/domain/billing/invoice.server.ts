import 'server-only'
import type { z } from 'zod'
import type { Seen } from '@/lib/platform/catalog'
import { todayIn } from '@/lib/platform/clock.server'
import type { Ctx } from '@/lib/platform/context'
import type { TenantDb } from '@/lib/platform/db/tenant.server'
import { Refusal } from '@/lib/platform/errors'
import { writeHistory } from '@/lib/platform/history.server'
import { decimalOf, unitOf } from '@/lib/platform/money'
import { fromDate, toDate } from '@/lib/platform/time'
import { listRules, standingsOf } from './family.server'
import { invoice, openStatuses, type invoiceDeedInput, type invoiceInput } from './invoice'
import { nextInvoiceNumber } from './numbers.server'
import { amountsOfLines, assertWhole } from './whole'
import { discountsOf, reckon, type Reckoned } from './reckoning'

type Input = z.output<typeof invoiceInput>
type Deed = z.output<typeof invoiceDeedInput>
const changed = () => new Refusal('conflict', 'form.conflict.refusal')

async function reckoned(tx: TenantDb, { organization }: Ctx, { studentId, lines, issueDate, withDiscounts }: Input): Promise<Reckoned> {
  const unit = unitOf(organization.currency)
  assertWhole({ organization }, amountsOfLines('lines', lines))
  const standing = withDiscounts ? (await standingsOf(tx, [studentId], issueDate)).get(studentId) : undefined
  const subtotal = reckon(lines).subtotal
  return reckon(lines, standing ? discountsOf(subtotal, await listRules(tx), standing, unit) : [], unit)
}

const amountsOf = ({ subtotal, discountAmount, taxAmount, total }: Reckoned) => ({ subtotal: decimalOf(subtotal), discountAmount: decimalOf(discountAmount), taxAmount: decimalOf(taxAmount), totalAmount: decimalOf(total), balanceDue: decimalOf(total) })

async function writeParts(tx: TenantDb, invoiceId: string, { lines, discounts }: Reckoned): Promise<void> {
  await tx.invoiceLine.createMany({ data: lines.map(({ amount, discountAmount, taxAmount, ...line }, position) => ({ ...line, position, invoiceId, amount: decimalOf(amount), discountAmount: decimalOf(discountAmount), taxAmount: decimalOf(taxAmount) })) })
  await tx.invoiceDiscount.createMany({ data: discounts.map(({ amount, ...discount }, position) => ({ ...discount, position, invoiceId, amount: decimalOf(amount) })) })
}

async function campusOf(tx: TenantDb, studentId: string): Promise<string> {
  const student = await tx.student.findFirst({ where: { id: studentId }, select: { campusId: true } })
  if (!student) throw new Refusal('not-found', 'errors.refusals.notFound')
  return student.campusId
}

/** A draft has no number yet, and nobody owes it. */
export const draftInvoice = (ctx: Ctx, input: Input): Promise<{ id: string }> =>
  ctx.db.$transaction(async (tx) => {
    const made = await reckoned(tx, ctx, input)
    const { studentId, issueDate, dueDate, notes } = input
    const { id } = await tx.invoice.create({ data: { studentId, campusId: await campusOf(tx, studentId), notes, issueDate: toDate(issueDate), dueDate: toDate(dueDate), ...amountsOf(made) }, select: { id: true } })
    await writeParts(tx, id, made)
    await writeHistory(tx, ctx, { deed: 'draft-invoice', entity: invoice.entity, id, after: { studentId, issueDate, dueDate, total: decimalOf(made.total) } })
    return { id }
  })

export const reviseInvoice = (ctx: Ctx, { id, seen, ...input }: Input & Seen): Promise<{ id: string }> =>
  ctx.db.$transaction(async (tx) => {
    const made = await reckoned(tx, ctx, input)
    const { studentId, issueDate, dueDate, notes } = input
    const { count } = await tx.invoice.updateMany({ where: { id, status: 'draft', updatedAt: new Date(seen) }, data: { studentId, campusId: await campusOf(tx, studentId), notes, issueDate: toDate(issueDate), dueDate: toDate(dueDate), ...amountsOf(made) } })
    if (count === 0) throw await refused(tx, id, 'invoices.refusals.issued')
    await tx.invoiceLine.deleteMany({ where: { invoiceId: id } })
    await tx.invoiceDiscount.deleteMany({ where: { invoiceId: id } })
    await writeParts(tx, id, made)
    await writeHistory(tx, ctx, { deed: 'revise-invoice', entity: invoice.entity, id, after: { studentId, issueDate, dueDate, total: decimalOf(made.total) } })
    return { id }
  })

/** Why a deed found no row: there is none, it stands otherwise, or somebody was faster. */
async function refused(tx: TenantDb, id: string, key: string, fits: readonly string[] = ['draft']): Promise<Refusal> {
  const row = await tx.invoice.findFirst({ where: { id }, select: { status: true } })
  if (!row) return new Refusal('not-found', 'errors.refusals.notFound')
  return fits.includes(row.status) ? changed() : new Refusal('conflict', key)
}

/** Only a draft goes away; what was issued is made void and keeps its number. */
export const discardInvoice = (ctx: Ctx, { id, seen }: Seen): Promise<{ id: string }> =>
  ctx.db.$transaction(async (tx) => {
    const { count } = await tx.invoice.deleteMany({ where: { id, status: 'draft', updatedAt: new Date(seen) } })
    if (count === 0) throw await refused(tx, id, 'invoices.refusals.issued')
    await writeHistory(tx, ctx, { deed: 'discard-invoice', entity: invoice.entity, id })
    return { id }
  })

/** From now on it is owed: it has its number and does not change any more. */
export async function issueIn(tx: TenantDb, ctx: Ctx, { id, seen }: Seen): Promise<{ id: string; number: string }> {
  const number = await nextInvoiceNumber(tx, ctx)
  const draft = await tx.invoice.findFirst({ where: { id }, select: { studentId: true, issueDate: true, dueDate: true, totalAmount: true } })
  const total = draft?.totalAmount.toFixed(2) ?? ''
  // Nothing is owed of an invoice that discounts have eaten up.
  const { count } = await tx.invoice.updateMany({ where: { id, status: 'draft', updatedAt: new Date(seen) }, data: { invoiceNumber: number, status: total === '0.00' ? 'paid' : 'issued' } })
  if (count === 0 || !draft) throw await refused(tx, id, 'invoices.refusals.issued')
  await writeHistory(tx, ctx, { deed: 'issue-invoice', entity: invoice.entity, id, after: { number, status: 'issued', studentId: draft.studentId, issueDate: fromDate(draft.issueDate), dueDate: fromDate(draft.dueDate), total } })
  return { id, number }
}
export const issueInvoice = (ctx: Ctx, input: Seen): Promise<{ id: string; number: string }> => ctx.db.$transaction((tx) => issueIn(tx, ctx, input))

/** The day of the invoice's campus, never before it was issued. */
async function closingDay({ campuses, timeZone }: Ctx, tx: TenantDb, id: string): Promise<Date> {
  const row = await tx.invoice.findFirst({ where: { id }, select: { campusId: true, issueDate: true } })
  const today = todayIn(campuses.find((campus) => campus.id === row?.campusId)?.timeZone ?? timeZone)
  return row && fromDate(row.issueDate) > today ? row.issueDate : toDate(today)
}

/** As if it had never been owed: only while nothing is paid. */
export async function voidIn(tx: TenantDb, ctx: Ctx, { id, seen, reason }: Deed): Promise<{ id: string }> {
  const { count } = await tx.invoice.updateMany({ where: { id, status: 'issued', updatedAt: new Date(seen) }, data: { status: 'void', balanceDue: '0', closedOn: await closingDay(ctx, tx, id), closedBecause: reason } })
  if (count === 0) throw await refused(tx, id, 'invoices.refusals.notVoidable', ['issued'])
  await writeHistory(tx, ctx, { deed: 'void-invoice', entity: invoice.entity, id, before: { status: 'issued' }, after: { status: 'void', reason } })
  return { id }
}
export const voidInvoice = (ctx: Ctx, input: Deed): Promise<{ id: string }> => ctx.db.$transaction((tx) => voidIn(tx, ctx, input))

/** What is left of it will not come any more. */
export async function writeOffIn(tx: TenantDb, ctx: Ctx, { id, seen, reason }: Deed): Promise<{ id: string }> {
  const { count } = await tx.invoice.updateMany({ where: { id, status: { in: [...openStatuses] }, updatedAt: new Date(seen) }, data: { status: 'uncollectible', closedOn: await closingDay(ctx, tx, id), closedBecause: reason } })
  if (count === 0) throw await refused(tx, id, 'invoices.refusals.notOpen', openStatuses)
  await writeHistory(tx, ctx, { deed: 'write-off-invoice', entity: invoice.entity, id, after: { status: 'uncollectible', reason } })
  return { id }
}
export const writeOffInvoice = (ctx: Ctx, input: Deed): Promise<{ id: string }> => ctx.db.$transaction((tx) => writeOffIn(tx, ctx, input))
