import { z } from 'zod'
import { optionalText, seenInput } from '@/lib/platform/catalog'
import { defineList } from '@/lib/platform/list'
import { moneyInput, mostMoney, percentInput, portionOf, sumOf } from '@/lib/platform/money'
import { plainDate, type PlainDate } from '@/lib/platform/time'
import { discountKinds } from './reckoning'

export const invoiceStatuses = ['draft', 'issued', 'partially_paid', 'paid', 'void', 'uncollectible', 'refunded'] as const
export type InvoiceStatus = (typeof invoiceStatuses)[number]
/** Those that a payment may be put to. */
export const openStatuses = ['issued', 'partially_paid'] as const satisfies readonly InvoiceStatus[]

/** How an invoice stands to those who look: overdue follows from the day of its campus. */
export const shownStatuses = [...invoiceStatuses, 'overdue'] as const
export type ShownStatus = (typeof shownStatuses)[number]
export const shownStatusOf = (status: InvoiceStatus, dueDate: PlainDate, today: PlainDate): ShownStatus => ((status === 'issued' || status === 'partially_paid') && dueDate < today ? 'overdue' : status)
export const statusTone = { draft: 'quiet', issued: 'quiet', partially_paid: 'warn', paid: 'ok', void: 'quiet', uncollectible: 'bad', refunded: 'quiet', overdue: 'bad' } as const satisfies Record<ShownStatus, 'ok' | 'warn' | 'bad' | 'quiet'>

export const lineInput = z.object({ description: z.string().trim().min(1).max(300), amount: moneyInput, taxRate: percentInput.default(0) })
/** Lines that one amount can hold together, with their tax. */
export const linesInput = z.array(lineInput).min(1).max(50).superRefine((lines, context) => {
  if (sumOf(lines.map(({ amount, taxRate }) => amount + portionOf(amount, taxRate))) > mostMoney) context.addIssue({ code: 'custom', path: [0, 'amount'], message: 'form.problems.amountMost' })
})
export const invoiceInput = z.object({
  studentId: z.uuid('form.problems.student'),
  issueDate: plainDate,
  dueDate: plainDate,
  notes: optionalText(2_000),
  lines: linesInput,
  /** Whether the rules of discount apply. */
  withDiscounts: z.boolean().default(true),
}).refine(({ issueDate, dueDate }) => dueDate >= issueDate, { path: ['dueDate'], message: 'invoices.problems.dueDate' })
export type InvoiceInput = z.input<typeof invoiceInput>

export const reasonInput = z.string().trim().min(1).max(500)
/** A deed that says why. */
export const invoiceDeedInput = seenInput.extend({ reason: reasonInput })
export const creditNoteInput = z.object({ id: z.uuid(), amount: moneyInput, reason: reasonInput, idempotencyKey: z.uuid() })

/** What is owed, by when it is or was due. */
export const invoiceAges = ['open', 'week', 'current', '30', '60', '90'] as const

/** A month as `2026-03`. */
export const monthFilter = z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/)
/** The first day of the month after. */
export function monthAfter(month: string): PlainDate {
  const [year = 0, number = 1] = month.split('-').map((part) => parseInt(part, 10))
  return new Date(Date.UTC(year, number, 1)).toISOString().slice(0, 10)
}

/** What an invoice is called in its history. */
export const invoice = {
  name: 'invoice',
  entity: 'invoices',
  fields: {
    number: { kind: 'text', label: 'invoices.fields.number', optional: true },
    studentId: { kind: 'link', label: 'invoices.fields.student', of: 'student' },
    status: { kind: 'choice', label: 'invoices.fields.status', words: 'invoices.statuses' },
    issueDate: { kind: 'date', label: 'invoices.fields.issueDate' },
    dueDate: { kind: 'date', label: 'invoices.fields.dueDate' },
    total: { kind: 'text', label: 'invoices.fields.total' },
    reason: { kind: 'long', label: 'invoices.fields.reason', optional: true },
  },
} as const

export const invoiceList = defineList({
  filters: { campus: z.uuid(), status: z.enum(shownStatuses), student: z.uuid(), plan: z.uuid(), run: z.uuid(), age: z.enum(invoiceAges), month: monthFilter, since: monthFilter, grade: z.uuid(), discount: z.enum(discountKinds) },
  sorts: { due: [{ field: 'dueDate', kind: 'date' }], number: [{ field: 'invoiceNumber', nullable: true }] },
  defaultSort: '-due',
})
