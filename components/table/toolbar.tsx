import type { Column, RowData } from '@tanstack/table-core'
import { SlidersHorizontal } from 'lucide'
import { Icon } from '@/components/ui/icon'
import { useTranslations } from 'next-intl'
import { buttonClass } from '@/components/ui/button'
import { Checkbox } from '@/components/ui/checkbox'
import { Input } from '@/components/ui/input'
import { Select, type Option } from '@/components/ui/select'
import { isNarrowed, type ListQuery } from '@/lib/platform/list'
import type { tableShape } from './columns'
import { clearHref } from './clear-href'

export type Filter = { name: string; label: string; options: readonly Option[] }

type ToolbarProps<Row extends RowData> = {
  query: ListQuery
  filters: readonly Filter[]
  search: string | undefined
  columns: readonly Column<typeof tableShape, Row, unknown>[]
}

/** One plain GET form: with script it acts while you type and choose, without it on Enter. */
export function Toolbar<Row extends RowData>({ query, filters, search, columns }: ToolbarProps<Row>) {
  const t = useTranslations('table')
  const order = (query.sort.descending ? '-' : '') + query.sort.by
  return (
    <form method="get" role="search" className="flex flex-wrap items-center gap-2">
      {search && (
        <Input type="search" name="q" aria-label={search} placeholder={search} defaultValue={query.search} data-value={query.search} autoComplete="off" className="list-search max-md:basis-full md:max-w-64" />
      )}
      {filters.map(({ name, label, options }) => (
        <label key={name} className="chip" data-on={name in query.raw || undefined}>
          {label}
          <Select name={name} aria-label={label} options={options} placeholder={t('all')} defaultValue={query.raw[name] ?? ''} data-value={query.raw[name] ?? ''} />
        </label>
      ))}
      {isNarrowed(query) && (
        <a href={clearHref(query)} className={buttonClass({ variant: 'quiet', size: 'sm' })}>
          {t('clear')}
        </a>
      )}
      {Object.entries(query.raw).map(([name, value]) => !filters.some((filter) => filter.name === name) && <input key={name} type="hidden" name={name} value={value} />)}
      {order !== query.list.defaultSort && <input type="hidden" name="sort" value={order} />}
      <button type="submit" className={buttonClass({ size: 'sm', className: 'not-focus:sr-only' })}>
        {t('apply')}
      </button>
      <View query={query} columns={columns} />
    </form>
  )
}

function View<Row extends RowData>({ query, columns }: Pick<ToolbarProps<Row>, 'query' | 'columns'>) {
  const t = useTranslations('table')
  const { list, size, dense } = query
  return (
    <details className="relative ms-auto max-md:hidden">
      <summary className={buttonClass({ size: 'sm', className: 'list-none [&::-webkit-details-marker]:hidden' })}>
        <Icon of={SlidersHorizontal} />
        {t('view')}
      </summary>
      <div className="popup absolute end-0 top-full z-20 mt-1.5 flex w-64 flex-col gap-3 p-3">
        <fieldset>
          <legend className="mb-1 text-xs font-medium text-soft">{t('columns')}</legend>
          {columns.slice(1).map((column) => (
            <Checkbox
              key={column.id}
              name="cols"
              value={column.id}
              label={String(column.columnDef.header)}
              defaultChecked={column.getIsVisible()}
              data-usual={column.columnDef.meta?.optional ? undefined : true}
            />
          ))}
        </fieldset>
        <Checkbox name="dense" value="1" label={t('dense')} defaultChecked={dense} className="border-t border-line pt-3" />
        <label className="flex items-center justify-between gap-3">
          {t('pageSize')}
          <Select name="size" className="w-24" defaultValue={size} data-value={size} data-usual={list.pageSizes[0]} options={[...list.pageSizes].sort((a, b) => a - b).map((n) => ({ value: String(n), label: String(n) }))} />
        </label>
      </div>
    </details>
  )
}
