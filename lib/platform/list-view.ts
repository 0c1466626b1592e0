/** What the address says of a list, in plain values: all that a table in the browser knows of its query. */
export type ListView = {
  search: string
  /** The accepted filters as they stand in the address. */
  raw: Readonly<Record<string, string>>
  /** Those of them that say what the list is of, like a day: they narrow nothing, and are not cleared. */
  of?: readonly string[]
  sort: { by: string; descending: boolean }
  size: number
  after: string | null
  before: string | null
  /** Which row of all the first one here is, counted from 1. */
  from: number
  /** Columns chosen by the reader; null means the usual ones. */
  columns: readonly string[] | null
  dense: boolean
  defaultSort: string
  /** The first is the usual one. */
  pageSizes: readonly number[]
}

export type Paged<Row> = {
  rows: Row[]
  /** How many rows match; with `capped` there are more than that. */
  total: number
  capped: boolean
  next: string | null
  previous: string | null
}

/** Names in the address that no filter may have. */
export const reserved = { search: 'q', sort: 'sort', size: 'size', after: 'after', before: 'before', from: 'from', columns: 'cols', dense: 'dense' } as const

export const orderOf = ({ by, descending }: ListView['sort']) => (descending ? '-' : '') + by

export type ListChanges = Partial<Pick<ListView, 'search' | 'size' | 'columns' | 'dense' | 'after' | 'before' | 'from'>> & {
  filters?: Record<string, string | null>
  sort?: string
}

/** The address of the same list with changes, as `?…`. A change of what is shown goes back to the first page. */
export function listHref(view: ListView, changes: ListChanges = {}): string {
  const url = new URLSearchParams()
  const set = (name: string, value: string | null | undefined) => {
    if (value) url.set(name, value)
  }
  const keepsPlace = Object.keys(changes).every((name) => name === 'columns' || name === 'dense')
  const { after, before, from } = keepsPlace ? view : { after: null, before: null, from: 1, ...changes }
  const order = changes.sort ?? orderOf(view.sort)
  const size = changes.size ?? view.size
  set(reserved.search, changes.search ?? view.search)
  for (const [name, value] of Object.entries({ ...view.raw, ...changes.filters })) set(name, value)
  set(reserved.sort, order === view.defaultSort ? null : order)
  set(reserved.size, size === view.pageSizes[0] ? null : String(size))
  set(reserved.columns, (changes.columns === undefined ? view.columns : changes.columns)?.join(','))
  set(reserved.dense, (changes.dense ?? view.dense) ? '1' : null)
  set(reserved.after, after)
  set(reserved.before, before)
  set(reserved.from, from > 1 ? String(from) : null)
  return `?${url.toString()}`
}

const narrowing = ({ raw, of = [] }: ListView) => Object.keys(raw).filter((name) => !of.includes(name))

export const isNarrowed = (view: ListView) => view.search !== '' || narrowing(view).length > 0

/** The list without search and filters. */
export const clearHref = (view: ListView) => listHref(view, { search: '', filters: Object.fromEntries(narrowing(view).map((name) => [name, null])) })
