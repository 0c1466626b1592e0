import 'server-only'
import { z } from 'zod'
import { calledOrNumbered, listedName, searchWords } from '@/lib/domain/people/public.server'
import { todayIn } from '@/lib/platform/clock.server'
import type { Ctx } from '@/lib/platform/context'
import { Refusal } from '@/lib/platform/errors'
import { countCap, paged, type ListQuery } from '@/lib/platform/list'
import type { Paged } from '@/lib/platform/list-view'
import { minorOf, sumOf, type Minor } from '@/lib/platform/money'
import { daysAfter, fromDate, instantIn, momentIn, type PlainDate } from '@/lib/platform/time'
import { familyOf } from './family.server'
import { monthAfter, openStatuses } from './invoice'
import { moneyMethods, undoingOf, type paymentList, type PaymentMethod, type PaymentStatus, type Undoing } from './payment'
import { sumPut } from './put.sql.server'

type Query = ListQuery<typeof paymentList>
export type PaymentRow = { id: string; receipt: string; on: PlainDate; student: string; campusName: string; amount: Minor; method: PaymentMethod; status: PaymentStatus; /** What it does to another payment. */ reverses: Undoing | null; reference: string | null }

async function found({ db }: Ctx, search: string) {
  const words = searchWords(search)
  if (words.length === 0) return []
  const students = await db.student.findMany({ where: { AND: calledOrNumbered(words) }, orderBy: { id: 'asc' }, take: 500, select: { id: true } })
  return [{ OR: [{ studentId: { in: students.map(({ id }) => id) } }, { receiptNumber: search.trim().toUpperCase() }, { receiptNumber: `REC-${search.trim().padStart(6, '0')}` }, { referenceCode: search.trim() }] }]
}

/** From the first of these days until before the last, each campus by its own calendar, as the dashboard counts. */
function received({ campuses, timeZone }: Ctx, from: (zone: string) => PlainDate, until: PlainDate | null) {
  const midnight = (zone: string, on: PlainDate) => new Date(instantIn(zone, on, '00:00').getTime())
  const between = (zone: string) => ({ paidAt: { gte: midnight(zone, from(zone)), ...(until ? { lt: midnight(zone, until) } : {}) } })
  const zones = [...new Set(campuses.map((campus) => campus.timeZone))]
  if (zones.length < 2) return between(zones[0] ?? timeZone)
  return { OR: zones.map((zone) => ({ campusId: { in: campuses.filter((campus) => campus.timeZone === zone).map(({ id }) => id) }, ...between(zone) })) }
}

async function where(ctx: Ctx, { search, filters: { campus, method, status, student, on, month, lately, grade } }: Query) {
  const campusId = campus ?? ctx.campus?.id
  return {
    ...(campusId ? { campusId } : {}), ...(method ? { method } : {}), ...(status ? { standing: status } : {}), ...(student ? { studentId: student } : {}), ...(grade ? { gradeId: grade } : {}),
    AND: [
      ...(on ? [received(ctx, () => on, daysAfter(on, 1))] : []),
      ...(lately ? [{ method: { in: [...moneyMethods] } }, received(ctx, (zone) => daysAfter(todayIn(zone), -29), null)] : []),
      ...(month ? [received(ctx, () => `${month}-01`, monthAfter(month))] : []),
      ...(await found(ctx, search)),
    ],
  }
}

const shown = { id: true, receiptNumber: true, paidAt: true, amount: true, method: true, status: true, reverses: { select: { id: true, receiptNumber: true, status: true } }, referenceCode: true, campus: { select: { name: true, timeZone: true } }, student: { select: { firstName: true, lastName: true } } } as const

export async function listPayments(ctx: Ctx, query: Query): Promise<Paged<PaymentRow>> {
  const matching = await where(ctx, query)
  const page = await paged(query, {
    countCap,
    // In the order of the page: Prisma counts by id otherwise, and so along everything that ever came in.
    count: () => ctx.db.payment.count({ where: matching, orderBy: { paidAt: 'desc' }, take: countCap }),
    rows: (keyset) => ctx.db.payment.findMany({ where: { AND: [matching, keyset.where] }, orderBy: keyset.orderBy, take: keyset.take, select: shown }),
  })
  return { ...page, rows: page.rows.map(({ id, receiptNumber, paidAt, amount, method, status, reverses, referenceCode, campus, student }) => ({ id, receipt: receiptNumber, on: momentIn(campus.timeZone, paidAt).date, student: listedName(student), campusName: campus.name, amount: minorOf(amount), method, status, reverses: undoingOf(reverses), reference: referenceCode })) }
}

export type PaymentRecord = PaymentRow & {
  campusId: string; studentId: string; studentName: string; notes: string | null; receivedBy: string | null; undoes: { id: string; receipt: string } | null; undoneBy: { id: string; receipt: string; amount: Minor }[]
  put: { invoiceId: string; number: string | null; amount: Minor }[]
  /** What was not given back of it, and what of that is left for other invoices. */
  left: Minor
  credit: Minor
}

export async function getPayment(ctx: Ctx, id: string): Promise<PaymentRecord> {
  const allocations = { orderBy: { id: 'asc' as const }, select: { amount: true, invoice: { select: { id: true, invoiceNumber: true } } } }
  const row = z.uuid().safeParse(id).success ? await ctx.db.payment.findFirst({
    where: { id },
    select: {
      ...shown, campusId: true, studentId: true, notes: true, receivedBy: { select: { firstName: true, lastName: true } }, allocations,
      reversedBy: { orderBy: { id: 'asc' }, select: { id: true, receiptNumber: true, amount: true, allocations } },
    },
  }) : null
  if (!row) throw new Refusal('not-found', 'errors.refusals.notFound')
  const undone = row.reversedBy
  const settled = await sumPut(ctx.db, [row.id, ...undone.map((one) => one.id)])
  const all = [...row.allocations, ...undone.flatMap((one) => one.allocations)]
  const left = row.reverses ? 0 : minorOf(row.amount) + sumOf(undone.map((one) => minorOf(one.amount)))
  return {
    id, receipt: row.receiptNumber, on: momentIn(row.campus.timeZone, row.paidAt).date, student: listedName(row.student), studentName: `${row.student.firstName} ${row.student.lastName}`, studentId: row.studentId, campusId: row.campusId,
    campusName: row.campus.name, amount: minorOf(row.amount), method: row.method, status: row.status, reverses: undoingOf(row.reverses), reference: row.referenceCode, notes: row.notes,
    receivedBy: row.receivedBy && [row.receivedBy.firstName, row.receivedBy.lastName].filter(Boolean).join(' '), undoes: row.reverses && { id: row.reverses.id, receipt: row.reverses.receiptNumber },
    undoneBy: undone.map((one) => ({ id: one.id, receipt: one.receiptNumber, amount: minorOf(one.amount) })),
    put: all.map(({ amount, invoice }) => ({ invoiceId: invoice.id, number: invoice.invoiceNumber, amount: minorOf(amount) })),
    left, credit: row.reverses ? 0 : left - settled,
  }
}

export type OpenInvoice = { id: string; number: string; student: string; dueDate: PlainDate; balance: Minor }

/** What a student's family owes, the oldest first: what a payment is put to. */
export async function listOpenInvoices({ db }: Ctx, studentId: string): Promise<OpenInvoice[]> {
  const rows = await db.invoice.findMany({ where: { studentId: { in: await familyOf(db, studentId) }, status: { in: [...openStatuses] } }, orderBy: [{ dueDate: 'asc' }, { id: 'asc' }], take: 100, select: { id: true, invoiceNumber: true, dueDate: true, balanceDue: true, student: { select: { firstName: true, lastName: true } } } })
  return rows.map(({ id, invoiceNumber, dueDate, balanceDue, student }) => ({ id, number: invoiceNumber ?? '', student: `${student.firstName} ${student.lastName}`, dueDate: fromDate(dueDate), balance: minorOf(balanceDue) }))
}
