import 'server-only'
import type { z } from 'zod'
import type { Seen } from '@/lib/platform/catalog'
import type { Ctx } from '@/lib/platform/context'
import { hold } from '@/lib/platform/db/sql.server'
import type { TenantDb } from '@/lib/platform/db/tenant.server'
import { Refusal } from '@/lib/platform/errors'
import { containing, countCap, paged, type ListQuery } from '@/lib/platform/list'
import type { Paged } from '@/lib/platform/list-view'
import { record } from '@/lib/platform/record.server'
import { fromDate, type PlainDate } from '@/lib/platform/time'
import { term, type termInput, type termList, type TermType } from './term'

type Row = Awaited<ReturnType<Ctx['db']['term']['findMany']>>[number]
type Written = z.output<typeof termInput>
const verbs = record<Written, Row>(term, (db) => db.term, [])

/** A term lies within its year: classes and what is due follow both. The year is held, so that it does not become shorter meanwhile. */
async function assertWithinYear(db: TenantDb, { academicYearId, startDate, endDate }: Pick<Written, 'academicYearId' | 'startDate' | 'endDate'>) {
  await hold(db, 'academic_years', [academicYearId])
  const year = await db.academicYear.findFirst({ where: { id: academicYearId }, select: { startDate: true, endDate: true } })
  if (!year) throw new Refusal('not-found', 'errors.refusals.notFound')
  const [first, last] = [fromDate(year.startDate), fromDate(year.endDate)]
  if (startDate < first || endDate > last) throw new Refusal('invalid', 'setup.terms.outsideYear', { params: { first, last } })
}

const create = (ctx: Ctx, input: Written) =>
  ctx.db.$transaction(async (tx) => {
    await assertWithinYear(tx, input)
    return verbs.create({ ...ctx, db: tx }, input)
  })
const update = (ctx: Ctx, input: Written & Seen) =>
  ctx.db.$transaction(async (tx) => {
    await assertWithinYear(tx, input)
    return verbs.update({ ...ctx, db: tx }, input)
  })

/** Its year may have become shorter meanwhile. */
const restore = (ctx: Ctx, { id }: { id: string }) =>
  ctx.db.$transaction(async (tx) => {
    const [row] = await tx.term.findRemoved({ where: { id }, take: 1 })
    const year = row && (await tx.academicYear.findFirst({ where: { id: row.academicYearId }, select: { id: true } }))
    if (row && !year) throw new Refusal('conflict', 'trash.refusals.parent')
    if (row) await assertWithinYear(tx, { ...row, startDate: fromDate(row.startDate), endDate: fromDate(row.endDate) })
    return verbs.restore({ ...ctx, db: tx }, { id })
  })

export const terms = { ...verbs, create, update, restore }

export type TermRow = { id: string; name: string; termType: TermType; year: string; startDate: PlainDate; endDate: PlainDate; seen: string }

/** Terms, the latest first. */
export async function listTerms({ db }: Ctx, query: ListQuery<typeof termList>): Promise<Paged<TermRow>> {
  const { search, filters } = query
  const matching = { ...(filters.year ? { academicYearId: filters.year } : {}), ...(filters.type ? { termType: filters.type } : {}), ...(search ? { name: containing(search) } : {}) }
  const page = await paged(query, {
    countCap,
    count: () => db.term.count({ where: matching, take: countCap }),
    rows: (keyset) => db.term.findMany({ where: { AND: [matching, keyset.where] }, orderBy: keyset.orderBy, take: keyset.take, select: { id: true, name: true, termType: true, startDate: true, endDate: true, updatedAt: true, academicYear: { select: { name: true } } } }),
  })
  return { ...page, rows: page.rows.map(({ academicYear, updatedAt, startDate, endDate, ...row }) => ({ ...row, year: academicYear.name, startDate: fromDate(startDate), endDate: fromDate(endDate), seen: updatedAt.toISOString() })) }
}
