import 'server-only'
import { z } from 'zod'
import type { Bulk } from '@/lib/platform/bulk.server'
import type { Ctx } from '@/lib/platform/context'
import type { TenantDb } from '@/lib/platform/db/tenant.server'
import { Refusal } from '@/lib/platform/errors'
import type { ListQuery } from '@/lib/platform/list'
import { minorOf, type Minor } from '@/lib/platform/money'
import { reasonInput, type invoiceList } from './invoice'
import { fitting, type InvoiceBulkDeed } from './invoice-bulk'
import { invoicesWhere } from './invoice-reading.server'
import { issueIn, voidIn, writeOffIn } from './invoice.server'

type Why = { reason: string }

const seenOf = async (tx: TenantDb, id: string, deed: InvoiceBulkDeed) => {
  const row = await tx.invoice.findFirst({ where: { id }, select: { status: true, updatedAt: true } })
  if (!row) throw new Refusal('not-found', 'errors.refusals.notFound')
  return fitting[deed].includes(row.status) ? { id, seen: row.updatedAt.toISOString() } : null
}

const ending = (deed: 'void' | 'write-off', end: (tx: TenantDb, ctx: Ctx, input: { id: string; seen: string } & Why) => Promise<unknown>): Bulk<Why> => ({
  deed: `${deed}-invoices`,
  needs: 'VOID_INVOICES',
  input: z.object({ reason: reasonInput }),
  async apply(tx, ctx, id, { reason }) {
    const seen = await seenOf(tx, id, deed)
    if (!seen) return null
    await end(tx, ctx, { ...seen, reason })
    return {}
  },
})

/**
 * What can be done to many invoices at once; each in its own transaction, with its number or its reason in the history.
 * None is taken back by a button: what was issued or closed is corrected by a deed of its own.
 */
export const invoiceBulks = {
  issue: {
    deed: 'issue-invoices',
    needs: 'UPDATE_INVOICES',
    input: z.object({}).strict(),
    async apply(tx, ctx, id) {
      const seen = await seenOf(tx, id, 'issue')
      return seen && { number: (await issueIn(tx, ctx, seen)).number }
    },
    } satisfies Bulk<Record<string, never>>,
  void: ending('void', voidIn),
  'write-off': ending('write-off', writeOffIn),
}

/** The ids of those that a list's query finds, at most `most`. */
export const invoiceIds = async (ctx: Ctx, query: ListQuery<typeof invoiceList>, most: number): Promise<string[]> =>
  (await ctx.db.invoice.findMany({ where: await invoicesWhere(ctx, query), orderBy: { id: 'asc' }, take: most, select: { id: true } })).map(({ id }) => id)

export type InvoiceBulkPreview = { total: number; fitting: number; amount: Minor }

/** How many of the chosen invoices a deed is for, and what they come to: in all when they are issued, what is open when they are closed. */
export async function previewInvoiceBulk({ db }: Ctx, deed: InvoiceBulkDeed, ids: readonly string[]): Promise<InvoiceBulkPreview> {
  const where = { id: { in: [...ids] } }
  const [total, sums] = await Promise.all([db.invoice.count({ where }), db.invoice.aggregate({ where: { ...where, status: { in: [...fitting[deed]] } }, _count: { _all: true }, _sum: { balanceDue: true } })])
  return { total, fitting: sums._count._all, amount: sums._sum.balanceDue ? minorOf(sums._sum.balanceDue) : 0 }
}
