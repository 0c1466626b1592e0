import { z } from 'zod'
import { visibilityOf, type Columns } from '@/components/table/columns'
import type { Ctx, Needs } from '@/lib/platform/context.server'
import { byteOrderMark, csvLine } from '@/lib/platform/csv'
import { defineList, parseList, type List, type ListQuery } from '@/lib/platform/list'
import type { Paged } from '@/lib/platform/list-view'
import { log } from '@/lib/platform/log.server'
import { defineRoute } from '@/lib/platform/route.server'

type Export<L extends List, Row extends { id: string }> = {
  /** The permission of the list. */
  needs: Needs
  /** What the rows are; names the file and the entry in the history. */
  name: string
  list: L
  /** The list's own verb: its filters, order and reach. */
  read: (ctx: Ctx, query: ListQuery<L>) => Promise<Paged<Row>>
  /** The list's own columns, in the language of the person who asks. */
  columns: (ctx: Ctx) => Promise<Columns<Row>>
}

/** A list that is read already, and short. */
export const wholeList = <Row extends { id: string }>(rows: Row[]) => ({
  list: defineList({ filters: {}, sorts: { name: ['id'] }, defaultSort: 'name' }), read: async (): Promise<Paged<Row>> => ({ rows, total: rows.length, capped: false, next: null, previous: null }),
})

const pageSize = 500
type Cell = string | number | null

const cellOf = (value: unknown): Cell => (typeof value === 'string' || typeof value === 'number' ? value : value === null || value === undefined ? null : String(value))

async function* linesOf<L extends List, Row extends { id: string }>(ctx: Ctx, query: ListQuery<L>, { read, columns }: Export<L, Row>): AsyncGenerator<string> {
  const all = await columns(ctx)
  const shown = visibilityOf(all, query.columns)
  const written = all.flatMap((column) => {
    const key = 'accessorKey' in column ? String(column.accessorKey) : null
    const value = 'accessorFn' in column ? column.accessorFn : key ? (row: Row) => Reflect.get(row, key) as unknown : null
    return value && shown[column.id ?? key ?? ''] ? [{ header: String(column.header), value }] : []
  })
  yield byteOrderMark + csvLine(written.map(({ header }) => header))
  let after: string | null = null
  do {
    const page: Paged<Row> = await read(ctx, { ...query, size: pageSize, after, before: null })
    yield page.rows.map((row, i) => csvLine(written.map(({ value }) => cellOf(value(row, i))))).join('')
    after = page.next
  } while (after)
}

/** A list as CSV: the columns, filters, order and reach of the address it was asked from, all pages, streamed. */
export const exportRoute = <L extends List, Row extends { id: string }>(facts: Export<L, Row>) =>
  defineRoute({ needs: facts.needs, input: z.record(z.string(), z.string()), run: (ctx, { input }) => exportResponse(ctx, input, facts) })

export async function exportResponse<L extends List, Row extends { id: string }>(ctx: Ctx, asked: Record<string, string>, facts: Export<L, Row>): Promise<Response> {
  const lines = linesOf(ctx, parseList(facts.list, asked), facts)
  const first = await lines.next()
  await ctx.db.auditEvent.create({ data: { actorId: ctx.user.id, deed: 'export', entity: facts.name, after: asked }, select: { id: true } })
  const encoder = new TextEncoder()
  const body = new ReadableStream<Uint8Array>({
    start: (stream) => stream.enqueue(encoder.encode(first.value ?? '')),
    pull: async (stream) => {
      try {
        const { value, done } = await lines.next()
        if (done) stream.close()
        else stream.enqueue(encoder.encode(value))
      } catch (error) {
        // Half a file must not look like a whole one: the connection breaks.
        log.error({ err: error, export: facts.name }, 'An export broke off.')
        stream.error(error)
      }
    },
  })
  return new Response(body, { headers: { 'Content-Type': 'text/csv; charset=utf-8', 'Content-Disposition': `attachment; filename="${facts.name}.csv"`, 'Cache-Control': 'private, no-store' } })
}
