'use client'

import { useTable, type RowData } from '@tanstack/react-table'
import { clsx } from 'clsx'
import { useTranslations } from 'next-intl'
import Link from 'next/link'
import type { ReactNode } from 'react'
import { buttonClass } from '@/components/ui/button'
import { EmptyState } from '@/components/ui/empty-state'
import { clearHref, isNarrowed, listHref, type ListView, type Paged } from '@/lib/platform/list-view'
import { BulkBar, type BulkDeed } from './bulk-bar'
import { features, visibilityOf, type Columns } from './columns'
import { Pager } from './pager'
import type { RowDeed } from './row-menu'
import { TableHead } from './table-head'
import { TableRows } from './table-rows'
import { Toolbar, type Filter } from './toolbar'
import { useGo } from './use-go'
import { useOverflow } from './use-overflow'
import { useSelection } from './use-selection'

export type DataTableProps<Row extends RowData & { id: string }> = {
  /** What the rows are; read out as the table's name. */
  caption: string
  view: ListView
  page: Paged<Row>
  columns: Columns<Row>
  /** Where the row leads; its first cell becomes the link. */
  rowHref?: (row: Row) => string
  /** What a row is called where its menu or tick box is read out; without one, its first cell. */
  rowName?: (row: Row) => string
  /** The menu at the row's end. */
  rowDeeds?: (row: Row) => readonly RowDeed[]
  /** Deeds on several rows; with any, rows can be ticked. */
  bulkDeeds?: readonly BulkDeed[]
  filters?: readonly Filter[]
  /** The search box's label; without one there is no box. */
  search?: string
  /** The route that streams the list as CSV. */
  exportHref?: string
  /** Shown when there is nothing at all, filters or not. */
  empty: ReactNode
}

/**
 * A list. Its rows come from the server page, and the address keeps its search, filters, order, page, columns and
 * density (`ListView`); only which rows are ticked is the browser's own.
 */
export function DataTable<Row extends RowData & { id: string }>(props: DataTableProps<Row>) {
  const { caption, view, page, columns, rowHref, rowDeeds, bulkDeeds = [], filters = [], search, exportHref, empty } = props
  const t = useTranslations('table')
  const [isGoing, go] = useGo(view)
  const { rowSelection, setRowSelection, isAll, setAll, clear } = useSelection(view)
  const [box, overflows] = useOverflow<HTMLDivElement>()
  const table = useTable({
    features, columns, data: page.rows, getRowId: ({ id }) => id,
    state: { columnVisibility: visibilityOf(columns, view.columns), rowSelection },
    onRowSelectionChange: setRowSelection,
  })
  if (page.total === 0 && !isNarrowed(view)) return empty

  const selects = bulkDeeds.length > 0
  const selected = page.rows.map(({ id }) => id).filter((id) => rowSelection[id])
  const rowName = props.rowName ?? ((row: Row) => String(table.getRow(row.id).getAllCells()[0]?.getValue() ?? ''))
  const choices = table.getAllLeafColumns().slice(1).map((column) => ({ id: column.id, label: String(column.columnDef.header), isShown: column.getIsVisible(), isOptional: column.columnDef.meta?.optional ?? false }))
  return (
    <div className="list" aria-busy={isGoing}>
      <Toolbar view={view} go={go} filters={filters} search={search} columns={choices} exportHref={exportHref} />
      {page.rows.length === 0 ? (
        <EmptyState title={t('noMatch')} deed={<Link prefetch={false} href={clearHref(view)} className={buttonClass()}>{t('clear')}</Link>}>
          {t('noMatchHint')}
        </EmptyState>
      ) : (
        <div ref={box} className="table-scroll" data-overflows={overflows || undefined}>
          <table className={clsx('table', view.dense && 'dense')}>
            <caption className="sr-only">{caption}</caption>
            <TableHead view={view} table={table} selects={selects} hasMenu={Boolean(rowDeeds)} />
            <TableRows table={table} selects={selects} rowHref={rowHref} rowName={rowName} rowDeeds={rowDeeds} />
          </table>
        </div>
      )}
      <Pager view={view} page={page} />
      {selected.length > 0 && (
        <BulkBar selected={selected} total={page.total} isAll={isAll} onAll={!isAll && !page.capped && page.total > selected.length && table.getIsAllRowsSelected() ? setAll : null} onClear={clear} matching={listHref(view)} deeds={bulkDeeds} />
      )}
    </div>
  )
}
