import 'server-only'
import type { Ctx } from '@/lib/platform/context'
import type { TenantDb } from '@/lib/platform/db/tenant.server'
import type { Paper } from '@/lib/platform/paper.server'
import { readInvoices } from './invoice-reading.server'
import { invoicePaper, statementPaper } from './paper.server'
import type { PaperWords } from './paper-words.server'
import { getStatement } from './statement.server'

type Wanted = { ids: string[]; campusIds: string[] }
type Content = { campusId: string; content: Omit<Paper, 'from'> }
const portion = 100

/** The invoices of a run that have gone out and stand, in the order of their numbers. */
export async function findLetters(db: TenantDb, runId: string): Promise<Wanted> {
  const rows = await db.invoice.findMany({ where: { runId, status: { notIn: ['draft', 'void'] } }, orderBy: [{ invoiceNumber: 'asc' }, { id: 'asc' }], select: { id: true, campusId: true } })
  return { ids: rows.map(({ id }) => id), campusIds: [...new Set(rows.map(({ campusId }) => campusId))] }
}

/** The students who owe something at these campuses. */
export async function findDebtors(db: TenantDb, campusIds: readonly string[]): Promise<Wanted> {
  const rows = await db.invoice.groupBy({ by: ['studentId'], where: { campusId: { in: [...campusIds] }, standing: 'open' } })
  return { ids: rows.map(({ studentId }) => studentId).sort(), campusIds: [...campusIds] }
}

export async function* invoicePapers(ctx: Ctx, ids: readonly string[], words: PaperWords, reached: (done: number) => Promise<void>): AsyncGenerator<Content> {
  for (let at = 0; at < ids.length; at += portion) {
    for (const row of await readInvoices(ctx, ids.slice(at, at + portion))) yield { campusId: row.campusId, content: invoicePaper(row, words) }
    await reached(Math.min(ids.length, at + portion))
  }
}

/** One statement a family: whoever stands in one already gets no second. */
export async function* statementPapers(ctx: Ctx, ids: readonly string[], words: PaperWords, reached: (done: number) => Promise<void>): AsyncGenerator<Content> {
  const campuses = new Map((await studentsOf(ctx.db, ids)).map(({ id, campusId }) => [id, campusId]))
  const told = new Set<string>()
  for (const [at, id] of ids.entries()) {
    const campusId = campuses.get(id)
    if (campusId && !told.has(id)) {
      const statement = await getStatement(ctx, id)
      for (const student of statement.students) told.add(student.id)
      yield { campusId, content: statementPaper(statement, words) }
    }
    if ((at + 1) % portion === 0 || at + 1 === ids.length) await reached(at + 1)
  }
}

async function studentsOf(db: TenantDb, ids: readonly string[]) {
  const rows: { id: string; campusId: string }[] = []
  // A statement to the database has room for so many ids.
  for (let at = 0; at < ids.length; at += 5_000) rows.push(...(await db.student.findMany({ where: { id: { in: ids.slice(at, at + 5_000) } }, select: { id: true, campusId: true } })))
  return rows
}
