import type { Row, RowData } from '@tanstack/table-core'
import { clsx } from 'clsx'
import type { ColumnLook, tableShape } from './columns'
import { plainMarkup } from './markup'

type TableRowsProps<Data extends RowData> = { rows: readonly Row<typeof tableShape, Data>[]; rowHref?: (row: Data) => string }

const lookOf = (meta: ColumnLook | undefined) =>
  (meta && clsx(meta.align, meta.card && meta.card !== 'line' && `card-${meta.card}`)) || undefined

/** The body of the table, as finished HTML where its cells allow it. */
export function TableRows<Data extends RowData>({ rows, rowHref }: TableRowsProps<Data>) {
  const body = rows.map((row) => (
    <tr key={row.id}>
      {row.getVisibleCells().map((cell, i) => {
        const { cell: draw, meta } = cell.column.columnDef
        const content = typeof draw === 'function' ? draw(cell.getContext()) : String(cell.getValue() ?? '')
        if (i > 0) return <td key={cell.column.id} className={lookOf(meta)}>{content}</td>
        return <th key={cell.column.id} scope="row">{rowHref ? <a href={rowHref(row.original)}>{content}</a> : content}</th>
      })}
    </tr>
  ))
  const html = plainMarkup(body)
  return html === null ? <tbody>{body}</tbody> : <tbody dangerouslySetInnerHTML={{ __html: html }} />
}
