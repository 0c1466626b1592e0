import { z } from 'zod'
import { optionalText } from '@/lib/platform/catalog'
import { defineList } from '@/lib/platform/list'
import { moneyInput, sumOf, type Minor } from '@/lib/platform/money'
import { plainDate } from '@/lib/platform/time'
import { monthFilter, reasonInput } from './invoice'

export const paymentMethods = ['cash', 'cheque', 'bank_transfer', 'card', 'direct_debit', 'online_gateway', 'mobile_money', 'scholarship', 'credit_note', 'other'] as const
export type PaymentMethod = (typeof paymentMethods)[number]
/** Ways in which money comes in; a scholarship and a credit note bring none. */
export const moneyMethods = ['cash', 'cheque', 'bank_transfer', 'card', 'direct_debit', 'online_gateway', 'mobile_money', 'other'] as const satisfies readonly PaymentMethod[]
/** What a clerk may choose: a credit note is a deed on its invoice. */
export const recordedMethods = [...moneyMethods, 'scholarship'] as const satisfies readonly PaymentMethod[]

export const paymentStatuses = ['pending', 'succeeded', 'failed', 'refunded', 'partially_refunded', 'reversed'] as const
export type PaymentStatus = (typeof paymentStatuses)[number]
/** Of these there is something left to give back, or to put to invoices. */
export const refundable = ['succeeded', 'partially_refunded'] as const satisfies readonly PaymentStatus[]
export const paymentTone = { pending: 'quiet', succeeded: 'ok', failed: 'bad', refunded: 'quiet', partially_refunded: 'warn', reversed: 'bad' } as const satisfies Record<PaymentStatus, 'ok' | 'warn' | 'bad' | 'quiet'>

/** Whether a payment below zero takes one back that never was, or gives money back. */
export type Undoing = 'reversal' | 'refund'
export const undoingOf = (reverses: { status: PaymentStatus } | null): Undoing | null => reverses && (reverses.status === 'reversed' ? 'reversal' : 'refund')
/** What another payment is to one, as words of `payments`: the one that it undoes, and those that undo it. */
export const undoesWord = (reverses: Undoing | null) => (reverses === 'refund' ? 'refunds' : 'undoes')
export const undoneByWord = (status: PaymentStatus) => (status === 'reversed' ? 'undoneBy' : 'refundedBy')

const allocationInput = z.object({ invoiceId: z.uuid(), amount: moneyInput })
export type Allocation = z.output<typeof allocationInput>
const allocationsInput = z.array(allocationInput).max(100).refine((all) => new Set(all.map(({ invoiceId }) => invoiceId)).size === all.length, 'payments.problems.twice')

export const paymentInput = z.object({
  studentId: z.uuid('form.problems.student'),
  amount: moneyInput,
  method: z.enum(recordedMethods),
  paidOn: plainDate,
  reference: optionalText(200),
  notes: optionalText(2_000),
  allocations: allocationsInput,
  /** What is over stays as the family's credit. */
  keepCredit: z.boolean().default(false),
  idempotencyKey: z.uuid(),
}).superRefine(({ amount, allocations, keepCredit }, context) => {
  const put = sumOf(allocations.map((one) => one.amount))
  if (put > amount) context.addIssue({ code: 'custom', path: ['amount'], message: 'payments.problems.lessThanPut' })
  if (put < amount && !keepCredit) context.addIssue({ code: 'custom', path: ['amount'], message: 'payments.problems.left' })
})
export type PaymentInput = z.input<typeof paymentInput>

/** What the form holds: which invoices are chosen; the amount goes to them, the oldest first. */
export const paymentForm = z.object({
  studentId: z.uuid('form.problems.student'), amount: moneyInput, method: z.enum(recordedMethods), paidOn: plainDate, reference: optionalText(200), notes: optionalText(2_000),
  chosen: z.record(z.string(), z.boolean()), keepCredit: z.boolean(),
})
export type PaymentForm = z.input<typeof paymentForm>

/** An amount over open invoices in their order, each no more than it owes. */
export function spread(amount: Minor, open: readonly { id: string; balance: Minor }[]): { invoiceId: string; amount: Minor }[] {
  let left = amount
  return open.flatMap(({ id, balance }) => {
    const part = Math.min(left, balance)
    left -= part
    return part > 0 ? [{ invoiceId: id, amount: part }] : []
  })
}

export const reversalInput = z.object({ id: z.uuid(), reason: reasonInput, idempotencyKey: z.uuid() })
export const refundInput = reversalInput.extend({ amount: moneyInput, method: z.enum(moneyMethods) })
export const creditInput = z.object({ id: z.uuid(), allocations: allocationsInput.min(1), idempotencyKey: z.uuid() })

/** What a payment is called in its history. */
export const payment = {
  name: 'payment',
  entity: 'payments',
  fields: {
    receipt: { kind: 'text', label: 'payments.fields.receipt' },
    studentId: { kind: 'link', label: 'payments.fields.student', of: 'student' },
    amount: { kind: 'text', label: 'payments.fields.amount' },
    method: { kind: 'choice', label: 'payments.fields.method', words: 'payments.methods' },
    status: { kind: 'choice', label: 'payments.fields.status', words: 'payments.statuses' },
    reason: { kind: 'long', label: 'payments.fields.reason', optional: true },
  },
} as const

/** `lately` is what came in during thirty days, as the dashboard counts it. */
export const paymentList = defineList({
  filters: { campus: z.uuid(), method: z.enum(paymentMethods), status: z.enum(paymentStatuses), student: z.uuid(), on: plainDate, month: monthFilter, lately: z.enum(['30']), grade: z.uuid() },
  sorts: { paid: [{ field: 'paidAt', kind: 'date' }], receipt: ['receiptNumber'] },
  defaultSort: '-paid',
})
