import Link from 'next/link'
import type { CellContext, Column, Row, RowData, Table } from '@tanstack/react-table'
import { clsx } from 'clsx'
import type { ReactNode } from 'react'
import type { ColumnLook, tableShape } from './columns'

type Shape = typeof tableShape

/**
 * What a column's `cell` gets. The table's own cells are made to be asked many times; here each is asked once,
 * and building them would cost more than all the rest of the page.
 */
function contextOf<Data extends RowData>(table: Table<Shape, Data>, row: Row<Shape, Data>, column: Column<Shape, Data>): CellContext<Shape, Data, unknown> {
  const getValue = <Value,>() => row.getValue<Value>(column.id)
  return {
    table,
    row,
    column,
    getValue,
    renderValue: getValue,
    get cell() {
      const cell = row.getAllCellsByColumnId()[column.id]
      if (!cell) throw new Error(`The column ${column.id} has no cell`)
      return cell
    },
  }
}

const lookOf = (meta: ColumnLook | undefined) =>
  (meta && clsx(meta.align, meta.card && meta.card !== 'line' && `card-${meta.card}`)) || undefined

type TableRowsProps<Data extends RowData> = { table: Table<Shape, Data>; rowHref?: (row: Data) => string }

/** The body of the table, as finished HTML where its cells allow it. */
export function TableRows<Data extends RowData>({ table, rowHref }: TableRowsProps<Data>) {
  const columns = table.getVisibleLeafColumns().map((column) => ({ column, draw: column.columnDef.cell, look: lookOf(column.columnDef.meta) }))
  const body = table.getRowModel().rows.map((row) => (
    <tr key={row.id}>
      {columns.map(({ column, draw, look }, i) => {
        const content: ReactNode = typeof draw === 'function' ? draw(contextOf(table, row, column)) : String(row.getValue(column.id) ?? '')
        if (i > 0) return <td key={column.id} className={look}>{content}</td>
        return <th key={column.id} scope="row">{rowHref ? <Link href={rowHref(row.original)}>{content}</Link> : content}</th>
      })}
    </tr>
  ))
  return <tbody>{body}</tbody>
}
