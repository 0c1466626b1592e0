import 'server-only'
import { recordFacts } from '@/lib/domain/records'
import type { Ctx } from '@/lib/platform/context'
import type { HistoryRow } from '@/lib/platform/history.server'

type Asked = { where: { id: { in: string[] } } }
const person = { id: true, firstName: true, lastName: true } as const
const place = { id: true, name: true } as const
const named = ({ id, firstName, lastName }: { id: string; firstName: string; lastName: string }) => [id, `${firstName} ${lastName}`] as const
const called = ({ id, name }: { id: string; name: string }) => [id, name] as const

/** How each kind of record that others link to is called. */
const kinds: Readonly<Record<string, (db: Ctx['db'], asked: Asked) => Promise<(readonly [string, string])[]>>> = {
  student: async (db, asked) => (await db.student.findMany({ ...asked, select: person })).map(named),
  staff: async (db, asked) => (await db.staff.findMany({ ...asked, select: person })).map(named),
  guardian: async (db, asked) => (await db.guardian.findMany({ ...asked, select: { id: true, fullName: true } })).map(({ id, fullName }) => [id, fullName] as const),
  /** Whose a document is. */
  owner: async (db, asked) => [
    ...(await db.student.findMany({ ...asked, select: person })).map(named), ...(await db.staff.findMany({ ...asked, select: person })).map(named), ...(await db.campus.findMany({ ...asked, select: place })).map(called),
  ],
  campus: async (db, asked) => (await db.campus.findMany({ ...asked, select: place })).map(called),
  class: async (db, asked) => (await db.class.findMany({ ...asked, select: place })).map(called),
  grade: async (db, asked) => (await db.grade.findMany({ ...asked, select: place })).map(called),
  subject: async (db, asked) => (await db.subject.findMany({ ...asked, select: place })).map(called),
  year: async (db, asked) => (await db.academicYear.findMany({ ...asked, select: place })).map(called),
  user: async (db, asked) => (await db.user.findMany({ ...asked, select: { id: true, email: true } })).map(({ id, email }) => [id, email] as const),
  role: async (db, asked) => (await db.role.findMany({ ...asked, select: place })).map(called),
  invoice: async (db, asked) => (await db.invoice.findMany({ ...asked, select: { id: true, invoiceNumber: true } })).map(({ id, invoiceNumber }) => [id, invoiceNumber ?? ''] as const),
  payment: async (db, asked) => (await db.payment.findMany({ ...asked, select: { id: true, receiptNumber: true } })).map(({ id, receiptNumber }) => [id, receiptNumber] as const),
}

const kindOf: Readonly<Record<string, string>> = { students: 'student', staff: 'staff', guardians: 'guardian', campuses: 'campus', classes: 'class', grades: 'grade', subjects: 'subject', academic_years: 'year', users: 'user', roles: 'role', invoices: 'invoice', payments: 'payment' }

/** How one record is called, of that kind or of whichever it is; null where it is not seen, or is of a kind that has no name. */
export async function recordName({ db }: Ctx, id: string, entity?: string): Promise<string | null> {
  const asked = entity ? [kinds[kindOf[entity] ?? '']] : Object.values(kinds)
  const found = await Promise.all(asked.map((kind) => kind?.(db, { where: { id: { in: [id] } } }) ?? []))
  return found.flat()[0]?.[1] || null
}

/** What the links of some history are called, by their ids, as far as whoever reads it sees them. */
export async function linkNames({ db }: Ctx, rows: readonly HistoryRow[]): Promise<Map<string, string>> {
  const wanted = new Map<string, Set<string>>()
  for (const { entity, before, after } of rows) {
    for (const [name, { kind, of }] of Object.entries(recordFacts.get(entity)?.fields ?? {})) {
      if (kind !== 'link' || !of) continue
      for (const id of [before?.[name], after?.[name]]) if (typeof id === 'string') wanted.set(of, (wanted.get(of) ?? new Set()).add(id))
    }
  }
  const found = await Promise.all([...wanted].map(([of, ids]) => kinds[of]?.(db, { where: { id: { in: [...ids] } } }) ?? []))
  return new Map(found.flat())
}
