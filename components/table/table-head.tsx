import Link from 'next/link'
import type { Header, RowData } from '@tanstack/react-table'
import { listHref, type ListQuery } from '@/lib/platform/list'
import type { tableShape } from './columns'

type TableHeadProps<Row extends RowData> = { query: ListQuery; headers: readonly Header<typeof tableShape, Row, unknown>[] }

export function TableHead<Row extends RowData>({ query, headers }: TableHeadProps<Row>) {
  const { by, descending } = query.sort
  return (
    <thead>
      <tr>
        {headers.map(({ id, column }) => {
          const { header, meta } = column.columnDef
          const text = typeof header === 'string' ? header : null
          const sorted = meta?.sort === by
          return (
            <th key={id} scope="col" className={meta?.align} aria-sort={sorted ? (descending ? 'descending' : 'ascending') : undefined}>
              {meta?.sort ? <Link href={listHref(query, { sort: sorted && !descending ? `-${meta.sort}` : meta.sort })}>{text}</Link> : text}
            </th>
          )
        })}
      </tr>
    </thead>
  )
}
