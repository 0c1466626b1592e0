import 'server-only'
import { z } from 'zod'
import type { Ctx } from '@/lib/platform/context'
import { Refusal } from '@/lib/platform/errors'
import { minorOf, sumOf, type Minor } from '@/lib/platform/money'
import { fromDate, momentIn, type PlainDate } from '@/lib/platform/time'
import { familyOf } from './family.server'
import { undoingOf, type PaymentMethod, type Undoing } from './payment'
import { sumPut } from './put.sql.server'

export type StatementLine = { on: PlainDate; kind: 'invoice' | 'void' | 'write-off' | 'payment' | Undoing; id: string; number: string; student: string; method: PaymentMethod | null; amount: Minor; balance: Minor }
export type Statement = {
  students: { id: string; name: string; number: string }[]
  lines: StatementLine[]
  /** What is owed in all, what is still open on invoices, and what is left of payments: the first is the second less the third. */
  balance: Minor
  /** What payments of one campus settled at another, as far as either is beyond reach: the lines sum to the balance with it. */
  elsewhere: Minor
  open: Minor
  credit: Minor
}

const rank = { invoice: 0, payment: 1, reversal: 2, refund: 2, void: 3, 'write-off': 4 } as const
const nameOf = ({ firstName, lastName }: { firstName: string; lastName: string }) => `${firstName} ${lastName}`
const student = { select: { firstName: true, lastName: true } } as const

/** A family's account by date with the balance after each line. Everything is shown that makes the balance, nothing else. */
export async function getStatement(ctx: Ctx, studentId: string): Promise<Statement> {
  if (!z.uuid().safeParse(studentId).success) throw new Refusal('not-found', 'errors.refusals.notFound')
  const family = await familyOf(ctx.db, studentId)
  const [students, invoices, payments] = await Promise.all([
    ctx.db.student.findMany({ where: { id: { in: family } }, orderBy: [{ lastName: 'asc' }, { firstName: 'asc' }, { id: 'asc' }], select: { id: true, firstName: true, lastName: true, studentNumber: true } }),
    ctx.db.invoice.findMany({ where: { studentId: { in: family }, status: { not: 'draft' } }, orderBy: { id: 'asc' }, select: { id: true, invoiceNumber: true, issueDate: true, totalAmount: true, balanceDue: true, status: true, closedOn: true, student } }),
    ctx.db.payment.findMany({ where: { studentId: { in: family } }, orderBy: { id: 'asc' }, select: { id: true, receiptNumber: true, paidAt: true, amount: true, method: true, reverses: { select: { status: true } }, student, campus: { select: { timeZone: true } } } }),
  ])
  if (!students.some(({ id }) => id === studentId)) throw new Refusal('not-found', 'errors.refusals.notFound')
  const unsorted: Omit<StatementLine, 'balance'>[] = [
    ...invoices.flatMap(({ id, invoiceNumber, issueDate, totalAmount, balanceDue, status, closedOn, student: of }) => {
      const line = { id, number: invoiceNumber ?? '', student: nameOf(of), method: null }
      const total = minorOf(totalAmount)
      const closing = closedOn && (status === 'void' || status === 'uncollectible') ? [{ ...line, on: fromDate(closedOn), kind: status === 'void' ? ('void' as const) : ('write-off' as const), amount: status === 'void' ? -total : -minorOf(balanceDue) }] : []
      return [{ ...line, on: fromDate(issueDate), kind: 'invoice' as const, amount: total }, ...closing]
    }),
    ...payments.map(({ id, receiptNumber, paidAt, amount, method, reverses, student: of, campus }) => ({ id, number: receiptNumber, student: nameOf(of), method, on: momentIn(campus.timeZone, paidAt).date, kind: undoingOf(reverses) ?? ('payment' as const), amount: -minorOf(amount) })),
  ]
  let running = 0
  const lines = unsorted.sort((a, b) => (a.on === b.on ? rank[a.kind] - rank[b.kind] : a.on < b.on ? -1 : 1)).map((line) => ({ ...line, balance: (running += line.amount) }))
  const open = sumOf(invoices.filter(({ status }) => status === 'issued' || status === 'partially_paid').map(({ balanceDue }) => minorOf(balanceDue)))
  const credit = sumOf(payments.map(({ amount }) => minorOf(amount))) - (await sumPut(ctx.db, payments.map(({ id }) => id)))
  return { students: students.map(({ id, studentNumber, ...name }) => ({ id, number: studentNumber, name: nameOf(name) })), lines, balance: open - credit, elsewhere: open - credit - running, open, credit }
}
