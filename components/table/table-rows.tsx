import type { ReactTable, Row as TableRow, RowData } from '@tanstack/react-table'
import { clsx } from 'clsx'
import { useTranslations } from 'next-intl'
import Link from 'next/link'
import { useRouter } from 'next/navigation'
import { useMemo, type KeyboardEvent, type MouseEvent } from 'react'
import { useShortcuts } from '@/components/shell/shortcut'
import type { ColumnLook, features } from './columns'
import { RowMenu, type RowDeed } from './row-menu'

const lookOf = (meta: ColumnLook | undefined) => (meta && clsx(meta.align, meta.card && meta.card !== 'line' && `card-${meta.card}`)) || undefined

type Table<Data extends RowData> = ReactTable<typeof features, Data>
type TableRowsProps<Data extends RowData> = {
  table: Table<Data>
  selects: boolean
  rowHref?: (row: Data) => string
  rowName: (row: Data) => string
  rowDeeds?: (row: Data) => readonly RowDeed[]
}

const own = 'a, button, input, select, label, .pick, [role=menu]'

/** Arrows move between rows, Space selects, Enter follows the link that has the focus. */
function onKeyDown(event: KeyboardEvent<HTMLElement>) {
  const row = (event.target as HTMLElement).closest('tr')
  if (!row || event.defaultPrevented || (event.target as HTMLElement).closest('[role=menu], select')) return
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key]
  if (step) {
    const rows = [...event.currentTarget.querySelectorAll('tr')]
    const next = rows[rows.indexOf(row) + step]
    const target = next?.querySelector<HTMLElement>('th a[href]') ?? next?.querySelector<HTMLElement>('.pick input')
    target?.focus()
    event.preventDefault()
  } else if (event.key === ' ' && event.target instanceof HTMLAnchorElement) {
    row.querySelector<HTMLInputElement>('.pick input')?.click()
    event.preventDefault()
  }
}

export function TableRows<Data extends RowData>({ table, ...rest }: TableRowsProps<Data>) {
  const t = useTranslations('table.keys')
  const [opens, ticks] = [Boolean(rest.rowHref), rest.selects]
  useShortcuts(useMemo(() => ({
    title: t('list'),
    shortcuts: [...(opens || ticks ? [{ key: '↑ ↓', label: t('rows') }] : []), ...(opens ? [{ key: t('enter'), label: t('open') }] : []), ...(ticks ? [{ key: t('space'), label: t('tick') }] : [])],
  }), [t, opens, ticks]))
  return <tbody onKeyDown={onKeyDown}>{table.getRowModel().rows.map((row) => <ListRow key={row.id} row={row} table={table} {...rest} />)}</tbody>
}

type ListRowProps<Data extends RowData> = TableRowsProps<Data> & { row: TableRow<typeof features, Data> }

function ListRow<Data extends RowData>({ table, row, selects, rowHref, rowName, rowDeeds }: ListRowProps<Data>) {
  const t = useTranslations('table')
  const router = useRouter()
  const href = rowHref?.(row.original)
  const deeds = rowDeeds?.(row.original) ?? []
  const open = (event: MouseEvent<HTMLElement>) => {
    const isElsewhere = (event.target as Element).closest(own) ?? window.getSelection()?.toString()
    if (href && !isElsewhere && !event.metaKey && !event.ctrlKey) router.push(href)
  }
  return (
    <tr onClick={open} data-selected={row.getIsSelected() || undefined}>
      {selects && (
        <td className="pick">
          <input type="checkbox" className="tick" aria-label={t('select', { name: rowName(row.original) })} checked={row.getIsSelected()} onChange={row.getToggleSelectedHandler()} />
        </td>
      )}
      {row.getVisibleCells().map((cell, i) => {
        const content = <table.FlexRender cell={cell} />
        if (i > 0) return <td key={cell.id} className={lookOf(cell.column.columnDef.meta)}>{content}</td>
        return <th key={cell.id} scope="row">{href ? <Link prefetch={false} href={href}>{content}</Link> : content}</th>
      })}
      {rowDeeds && <td className="row-menu">{deeds.length > 0 && <RowMenu label={t('deeds', { name: rowName(row.original) })} deeds={deeds} />}</td>}
    </tr>
  )
}
