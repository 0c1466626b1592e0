import 'server-only'
import { z } from 'zod'
import { calledOrNumbered, listedName, searchWords } from '@/lib/domain/people/public.server'
import { todayIn } from '@/lib/platform/clock.server'
import type { Ctx } from '@/lib/platform/context'
import { Refusal } from '@/lib/platform/errors'
import { countCap, paged, type ListQuery } from '@/lib/platform/list'
import type { Paged } from '@/lib/platform/list-view'
import { minorOf, type Minor } from '@/lib/platform/money'
import { daysAfter, fromDate, toDate, type PlainDate } from '@/lib/platform/time'
import { shownStatusOf, type invoiceList, type InvoiceStatus, type ShownStatus } from './invoice'
import type { PaymentMethod } from './payment'

export type InvoiceRow = { id: string; seen: string; number: string | null; student: string; campusName: string; issueDate: PlainDate; dueDate: PlainDate; total: Minor; balance: Minor; status: ShownStatus }
type Query = ListQuery<typeof invoiceList>

/** Texts, not statuses: see the migration `invoice_lists`. */
const open = { standing: 'open' }
/** What sums of a month or of discounts count. */
const issued = { standing: { notIn: ['draft', 'void'] } }
const stands = (status: InvoiceStatus) => ({ status, standing: status === 'issued' || status === 'partially_paid' ? 'open' : status })
const zoneOf = ({ campuses, timeZone }: Pick<Ctx, 'campuses' | 'timeZone'>, campusId: string) => campuses.find(({ id }) => id === campusId)?.timeZone ?? timeZone

/** What is due between so many days ago and so many days ago, each campus by its own calendar; nothing stands for no end. Where campuses differ, the widest of their days bounds what is read. */
function due({ campuses }: Ctx, from: number | null, until: number | null) {
  const places = campuses.map(({ id, timeZone }) => ({ id, today: todayIn(timeZone) }))
  const between = (first: PlainDate, last: PlainDate) => ({ dueDate: { ...(from === null ? {} : { gte: toDate(daysAfter(first, -from)) }), ...(until === null ? {} : { lte: toDate(daysAfter(last, -until)) }) } })
  const days = [...new Set(places.map(({ today }) => today))].sort()
  return {
    ...open, ...between(days[0] ?? todayIn('UTC'), days.at(-1) ?? todayIn('UTC')),
    OR: days.map((today) => ({ campusId: { in: places.filter((place) => place.today === today).map(({ id }) => id) }, ...between(today, today) })),
  }
}
const ages = { open: () => open, week: (ctx: Ctx) => due(ctx, 0, -6), current: (ctx: Ctx) => due(ctx, 0, null), 30: (ctx: Ctx) => due(ctx, 30, 1), 60: (ctx: Ctx) => due(ctx, 60, 31), 90: (ctx: Ctx) => due(ctx, null, 61) } as const

/** By number, or by the student's name or number. Students are asked apart: together it takes PostgreSQL long without statistics. */
async function found({ db }: Ctx, search: string) {
  const words = searchWords(search)
  if (words.length === 0) return []
  const students = await db.student.findMany({ where: { AND: calledOrNumbered(words) }, orderBy: { id: 'asc' }, take: 500, select: { id: true } })
  return [{ OR: [{ studentId: { in: students.map(({ id }) => id) } }, { invoiceNumber: search.trim().toUpperCase() }, { invoiceNumber: `INV-${search.trim().padStart(6, '0')}` }] }]
}

/** What a list's query means. */
export async function invoicesWhere(ctx: Ctx, { search, filters: { campus, status, student, plan, run, age, month, since, grade, discount } }: Query) {
  const campusId = campus ?? ctx.campus?.id
  return {
    ...(campusId ? { campusId } : {}), ...(student ? { studentId: student } : {}), ...(plan ? { feePlanId: plan } : {}), ...(run ? { runId: run } : {}), ...(grade ? { gradeId: grade } : {}),
    AND: [...(month || since || discount ? [issued] : []), ...(month ? [{ issueMonth: toDate(`${month}-01`) }] : []), ...(since ? [{ issueMonth: { gte: toDate(`${since}-01`) } }] : []), ...(discount ? [{ discounts: { some: { kind: discount } } }] : []), ...(status ? [status === 'overdue' ? due(ctx, null, 1) : stands(status)] : []), ...(age ? [ages[age](ctx)] : []), ...(await found(ctx, search))],
  }
}

const shown = { id: true, invoiceNumber: true, issueDate: true, dueDate: true, totalAmount: true, balanceDue: true, status: true, updatedAt: true, campusId: true, campus: { select: { name: true } }, student: { select: { firstName: true, lastName: true } } } as const

export async function listInvoices(ctx: Ctx, query: Query): Promise<Paged<InvoiceRow>> {
  const matching = await invoicesWhere(ctx, query)
  const page = await paged(query, {
    countCap,
    // In the order of the page: Prisma counts by id otherwise, and so along everything that was ever issued.
    count: () => ctx.db.invoice.count({ where: matching, orderBy: { dueDate: 'desc' }, take: countCap }),
    rows: (keyset) => ctx.db.invoice.findMany({ where: { AND: [matching, keyset.where] }, orderBy: keyset.orderBy, take: keyset.take, select: shown }),
  })
  return {
    ...page,
    rows: page.rows.map(({ id, invoiceNumber, issueDate, dueDate, totalAmount, balanceDue, status, updatedAt, campusId, campus, student }) => ({
      id, seen: updatedAt.toISOString(), number: invoiceNumber, student: listedName(student), campusName: campus.name, issueDate: fromDate(issueDate), dueDate: fromDate(dueDate),
      total: minorOf(totalAmount), balance: minorOf(balanceDue), status: shownStatusOf(status, fromDate(dueDate), todayIn(zoneOf(ctx, campusId))),
    })),
  }
}

export type InvoiceRecord = InvoiceRow & {
  stored: InvoiceStatus; studentId: string; studentName: string; studentNumber: string; campusId: string; notes: string | null; closedOn: PlainDate | null; closedBecause: string | null
  subtotal: Minor; discount: Minor; tax: Minor; plan: { id: string; name: string } | null; runId: string | null
  lines: { description: string; amount: Minor; discount: Minor; taxRate: number; tax: Minor }[]
  discounts: { name: string; kind: string; reason: string | null; amount: Minor }[]
  /** What made the balance what it is. */
  settled: { id: string; receipt: string; on: Date; method: PaymentMethod; amount: Minor }[]
}

const whole = {
  ...shown, studentId: true, notes: true, closedOn: true, closedBecause: true, subtotal: true, discountAmount: true, taxAmount: true, runId: true, feePlan: { select: { id: true, name: true } },
  student: { select: { firstName: true, lastName: true, studentNumber: true } },
  lines: { orderBy: [{ position: 'asc' as const }, { id: 'asc' as const }], select: { description: true, amount: true, discountAmount: true, taxRate: true, taxAmount: true } },
  discounts: { orderBy: [{ position: 'asc' as const }, { id: 'asc' as const }], select: { name: true, kind: true, reason: true, amount: true } },
  allocations: { orderBy: [{ createdAt: 'asc' as const }, { id: 'asc' as const }], select: { amount: true, payment: { select: { id: true, receiptNumber: true, paidAt: true, method: true } } } },
}

/** Invoices with everything that makes their amounts what they are, in the order of their numbers. */
export async function readInvoices(ctx: Ctx, ids: readonly string[]): Promise<InvoiceRecord[]> {
  const rows = await ctx.db.invoice.findMany({ where: { id: { in: [...ids] } }, orderBy: [{ invoiceNumber: 'asc' }, { id: 'asc' }], select: whole })
  return rows.map((row) => ({
    id: row.id, seen: row.updatedAt.toISOString(), number: row.invoiceNumber, student: listedName(row.student), studentName: `${row.student.firstName} ${row.student.lastName}`, studentId: row.studentId, studentNumber: row.student.studentNumber,
    campusId: row.campusId, campusName: row.campus.name, issueDate: fromDate(row.issueDate), dueDate: fromDate(row.dueDate), notes: row.notes, closedOn: row.closedOn && fromDate(row.closedOn), closedBecause: row.closedBecause,
    total: minorOf(row.totalAmount), balance: minorOf(row.balanceDue), subtotal: minorOf(row.subtotal), discount: minorOf(row.discountAmount), tax: minorOf(row.taxAmount),
    stored: row.status, status: shownStatusOf(row.status, fromDate(row.dueDate), todayIn(zoneOf(ctx, row.campusId))), plan: row.feePlan, runId: row.runId,
    lines: row.lines.map(({ description, amount, discountAmount, taxRate, taxAmount }) => ({ description, amount: minorOf(amount), discount: minorOf(discountAmount), taxRate, tax: minorOf(taxAmount) })),
    discounts: row.discounts.map((discount) => ({ ...discount, amount: minorOf(discount.amount) })),
    settled: row.allocations.map(({ amount, payment }) => ({ id: payment.id, receipt: payment.receiptNumber, on: payment.paidAt, method: payment.method, amount: minorOf(amount) })),
  }))
}

export async function getInvoice(ctx: Ctx, id: string): Promise<InvoiceRecord> {
  const [row] = z.uuid().safeParse(id).success ? await readInvoices(ctx, [id]) : []
  if (!row) throw new Refusal('not-found', 'errors.refusals.notFound')
  return row
}
