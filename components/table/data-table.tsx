import Link from 'next/link'
import { constructTable, type Column, type ColumnDef, type RowData } from '@tanstack/react-table'
import { clsx } from 'clsx'
import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { buttonClass } from '@/components/ui/button'
import { EmptyState } from '@/components/ui/empty-state'
import { listHref, isNarrowed, type List, type ListQuery, type Paged } from '@/lib/platform/list'
import { clearHref } from './clear-href'
import { tableShape } from './columns'
import { ListFrame } from './list-frame'
import { Pager } from './pager'
import { TableHead } from './table-head'
import { TableRows } from './table-rows'
import { Toolbar, type ColumnChoice, type Filter } from './toolbar'

type DataTableProps<Row extends RowData> = {
  /** What the rows are; read out as the table's name. */
  caption: string
  query: ListQuery<List>
  page: Paged<Row>
  columns: ReadonlyArray<ColumnDef<typeof tableShape, Row, unknown>>
  rowId: (row: Row) => string
  /** Where the row leads; its first cell becomes the link. */
  rowHref?: (row: Row) => string
  filters?: readonly Filter[]
  /** The search box's label; without one there is no box. */
  search?: string
  /** Shown when there is nothing at all, filters or not. */
  empty: ReactNode
}

function visibleOf(columns: readonly { id?: string; accessorKey?: unknown; meta?: { optional?: true } }[], chosen: readonly string[] | null) {
  const ids = columns.map((column) => ({ id: column.id ?? String(column.accessorKey), optional: column.meta?.optional }))
  return Object.fromEntries(ids.map(({ id, optional }, i) => [id, i === 0 || (chosen ? chosen.includes(id) : !optional)]))
}

function toolbarOf({ list, search, raw, sort, size, dense }: ListQuery<List>) {
  const order = (sort.descending ? '-' : '') + sort.by
  return { searched: search, raw, sort: order === list.defaultSort ? null : order, size, sizes: list.pageSizes, dense }
}

const choicesOf = <Row extends RowData>(columns: readonly Column<typeof tableShape, Row, unknown>[]): ColumnChoice[] =>
  columns.slice(1).map((column) => ({
    id: column.id, label: String(column.columnDef.header), isShown: column.getIsVisible(), isOptional: column.columnDef.meta?.optional ?? false,
  }))

/** A list drawn on the server. Its only state is the URL; the browser gets finished HTML and one small island. */
export function DataTable<Row extends RowData>(props: DataTableProps<Row>) {
  const { caption, query, page, columns, rowId, rowHref, filters = [], search, empty } = props
  const t = useTranslations('table')
  const narrowed = isNarrowed(query)
  if (page.total === 0 && !narrowed) return empty

  const columnVisibility = visibleOf(columns, query.columns)
  const table = constructTable({ features: tableShape, columns, data: page.rows, getRowId: rowId, initialState: { columnVisibility } })
  return (
    <ListFrame url={listHref(query)}>
      <Toolbar {...toolbarOf(query)} filters={filters} search={search} clearHref={narrowed ? clearHref(query) : null} columns={choicesOf(table.getAllLeafColumns())} />
      {page.rows.length === 0 ? (
        <EmptyState title={t('noMatch')} deed={<Link href={clearHref(query)} className={buttonClass()}>{t('clear')}</Link>}>
          {t('noMatchHint')}
        </EmptyState>
      ) : (
        <div className="table-scroll">
          <table className={clsx('table', query.dense && 'dense')}>
            <caption className="sr-only">{caption}</caption>
            <TableHead query={query} headers={table.getHeaderGroups()[0]?.headers ?? []} />
            <TableRows table={table} rowHref={rowHref} />
          </table>
        </div>
      )}
      <Pager query={query} page={page} />
    </ListFrame>
  )
}
