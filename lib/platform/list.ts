import type { z } from 'zod'
import { cursorOf, keyset, readCursor, type Keyset, type SortField } from './keyset'
import { writable } from './input'
import { reserved, type ListView, type Paged } from './list-view'

type Filters = Record<string, z.ZodType>
type Sorts = Record<string, readonly (string | SortField)[]>

/** What a list page offers: its filters, its orders and its sizes. The URL chooses among them and nothing else. */
export type List<F extends Filters = Filters, S extends Sorts = Sorts> = {
  filters: F
  /** Filters that say what the list is of, like a day: they narrow nothing, and are not cleared. */
  of?: readonly string[]
  /** Name in the URL → fields of the row, most significant first. The id is added as the last. */
  sorts: S
  /** A name of `sorts`, with `-` in front for descending. */
  defaultSort: string
  pageSizes: readonly [number, ...number[]]
}

export type ListQuery<L extends List = List> = Omit<ListView, 'sort'> & {
  list: L
  filters: { [K in keyof L['filters']]?: z.output<L['filters'][K]> }
  sort: { by: keyof L['sorts'] & string; descending: boolean }
}

export type SearchParams = Record<string, string | string[] | undefined>

type ListFacts<F extends Filters, S extends Sorts> = Omit<List<F, S>, 'of' | 'pageSizes' | 'defaultSort'> & {
  of?: readonly (keyof F & string)[]
  defaultSort: (keyof S & string) | `-${keyof S & string}`
  pageSizes?: List['pageSizes']
}

export function defineList<F extends Filters, const S extends Sorts>(facts: ListFacts<F, S>): List<F, S> {
  return { pageSizes: [50, 25, 100], ...facts }
}

/** Has the text in it as it was typed: the database takes `%` and `_` for any letters otherwise. */
export const containing = (text: string) => ({ contains: text.replace(/[\\%_]/g, '\\$&'), mode: 'insensitive' as const })

const first = (value: string | string[] | undefined) => writable((Array.isArray(value) ? value[0] : value) ?? '').trim()

function readSort<L extends List>(list: L, text: string): ListQuery<L>['sort'] {
  const name = text.replace(/^-/, '')
  const usable = Object.hasOwn(list.sorts, name) ? text : list.defaultSort
  return { by: usable.replace(/^-/, ''), descending: usable.startsWith('-') }
}

/** URL → query. Whatever is not understood is left out: a stale or mistyped link shows the list, never an error. */
export function parseList<L extends List>(list: L, params: SearchParams): ListQuery<L> {
  const raw: Record<string, string> = {}
  const filters: Record<string, unknown> = {}
  for (const [name, schema] of Object.entries(list.filters)) {
    const text = first(params[name])
    const parsed = text ? schema.safeParse(text) : null
    if (!parsed?.success) continue
    raw[name] = text
    filters[name] = parsed.data
  }
  const size = Number(first(params[reserved.size]))
  const after = first(params[reserved.after]) || null
  const before = after ? null : first(params[reserved.before]) || null
  const from = Number(first(params[reserved.from]))
  const columns = [params[reserved.columns] ?? []].flat().flatMap((text) => text.split(',')).filter(Boolean)
  return {
    list,
    search: first(params[reserved.search]).slice(0, 100),
    filters: filters as ListQuery<L>['filters'],
    raw,
    of: list.of,
    sort: readSort(list, first(params[reserved.sort])),
    size: list.pageSizes.includes(size) ? size : list.pageSizes[0],
    after,
    before,
    from: (after ?? before) && Number.isSafeInteger(from) && from > 1 ? from : 1,
    columns: columns.length ? columns : null,
    dense: first(params[reserved.dense]) === '1',
    defaultSort: list.defaultSort,
    pageSizes: list.pageSizes,
  }
}

/** The plain half of a query, which may travel to the browser. */
export const viewOf = ({ list: _list, filters: _filters, ...view }: ListQuery): ListView => view

/** Rows and their number: each by its own query, or both by one. */
type Source<Row> = ({ rows: (page: Keyset) => Promise<Row[]>; count: () => Promise<number> } | { counted: (page: Keyset) => Promise<{ rows: Row[]; total: number }> }) & {
  /** Set it to the `take` of a count that stops early. */
  countCap?: number
}

async function read<Row>(source: Source<Row>, page: Keyset): Promise<{ found: Row[]; count: () => Promise<number> }> {
  if (!('counted' in source)) return { found: await source.rows(page), count: () => source.count() }
  const { rows, total } = await source.counted(page)
  return { found: rows, count: async () => total }
}

/** Where a count stops: nobody reads "34,512", and everybody waits for it. */
export const countCap = 1_000

/**
 * One page by keyset: `rows` gets where, orderBy and take for Prisma and must select the fields of the sort.
 * Walking is stable while rows come and go, and the thousandth page costs what the first does.
 */
export async function paged<Row extends { id: string }>(query: ListQuery, source: Source<Row>): Promise<Paged<Row>> {
  const fields = (query.list.sorts[query.sort.by] ?? []).map((field) => (typeof field === 'string' ? { field } : field))
  const backward = query.before !== null
  const cursor = readCursor(query.after ?? query.before, fields)
  const page = keyset(fields, { cursor, backward: backward && cursor !== null, descending: query.sort.descending, size: query.size })
  const { found, count } = await read(source, page)
  if (found.length === 0 && cursor) return paged({ ...query, after: null, before: null }, source)
  // A first page that holds everything is its own count.
  const total = cursor || found.length > query.size ? await count() : found.length

  const hasMore = found.length > query.size
  const rows = found.slice(0, query.size)
  const goesBack = backward && cursor !== null
  if (goesBack) rows.reverse()
  const at = (row: Row | undefined) => (row ? cursorOf(row, fields) : null)
  const capped = source.countCap !== undefined && total >= source.countCap
  return {
    rows,
    total,
    capped,
    next: goesBack || hasMore ? at(rows.at(-1)) : null,
    previous: goesBack ? (hasMore ? at(rows[0]) : null) : cursor ? at(rows[0]) : null,
  }
}
