import type { ReactTable, RowData } from '@tanstack/react-table'
import { useTranslations } from 'next-intl'
import Link from 'next/link'
import { listHref, type ListView } from '@/lib/platform/list-view'
import type { features } from './columns'

type TableHeadProps<Row extends RowData> = { view: ListView; table: ReactTable<typeof features, Row>; selects: boolean; hasMenu: boolean }

/** Headings; those that name an order are links to it. */
export function TableHead<Row extends RowData>({ view, table, selects, hasMenu }: TableHeadProps<Row>) {
  const t = useTranslations('table')
  const { by, descending } = view.sort
  return (
    <thead>
      <tr>
        {selects && (
          <td className="pick">
            <input type="checkbox" className="tick" aria-label={t('selectPage')} checked={table.getIsAllRowsSelected()} ref={(box) => void (box && (box.indeterminate = table.getIsSomeRowsSelected()))} onChange={table.getToggleAllRowsSelectedHandler()} />
          </td>
        )}
        {table.getHeaderGroups()[0]?.headers.map((header) => {
          const { meta } = header.column.columnDef
          const sorted = meta?.sort === by
          const text = <table.FlexRender header={header} />
          return (
            <th key={header.id} scope="col" className={meta?.align} aria-sort={sorted ? (descending ? 'descending' : 'ascending') : undefined}>
              {meta?.sort ? <Link prefetch={false} scroll={false} href={listHref(view, { sort: sorted && !descending ? `-${meta.sort}` : meta.sort })}>{text}</Link> : text}
            </th>
          )
        })}
        {hasMenu && <td className="row-menu" />}
      </tr>
    </thead>
  )
}
