'use client'

import { Download } from 'lucide-react'
import { useTranslations } from 'next-intl'
import Link from 'next/link'
import { startTransition, useOptimistic, type FormEvent } from 'react'
import { buttonClass } from '@/components/ui/button'
import { Select, type Option } from '@/components/ui/select'
import { clearHref, isNarrowed, listHref, orderOf, type ListView } from '@/lib/platform/list-view'
import { SearchBox } from './search-box'
import type { Go } from './use-go'
import { ViewMenu, type ColumnChoice } from './view-menu'

/** `none` says what the list shows where nothing is chosen, if that is not all. */
export type Filter = { name: string; label: string; options: readonly Option[]; none?: string }

type ToolbarProps = {
  view: ListView
  go: Go
  /** The search box's label; without one there is no box. */
  search: string | undefined
  filters: readonly Filter[]
  /** All columns but the first, which always stands. */
  columns: readonly ColumnChoice[]
  /** Where the list as it is shown can be had as a file. */
  exportHref: string | undefined
}

/** Search, filters and view of a list. A plain GET form as well: before any script has come, Enter asks. */
export function Toolbar({ view, go, search, filters, columns, exportHref }: ToolbarProps) {
  const t = useTranslations('table')
  // What was chosen shows at once, the rows follow.
  const [raw, choose] = useOptimistic(view.raw, (now, [name, value]: [string, string]) => ({ ...now, [name]: value }))
  const filterBy = (name: string, value: string) =>
    startTransition(() => {
      choose([name, value])
      go({ filters: { [name]: value || null } })
    })
  const ask = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    go({ search: String(new FormData(event.currentTarget).get('q') ?? '').trim() })
  }
  const order = orderOf(view.sort)
  return (
    <form method="get" role="search" className="flex flex-wrap items-center gap-2 print:hidden" onSubmit={ask}>
      {search && <SearchBox label={search} view={view} go={go} />}
      {filters.map(({ name, label, options, none }) => (
        <label key={name} className="chip" data-on={raw[name] ? true : undefined}>
          {label}
          <Select name={name} aria-label={label} options={options} placeholder={none ?? t('all')} value={raw[name] ?? ''} onChange={({ target }) => filterBy(name, target.value)} />
        </label>
      ))}
      {isNarrowed(view) && <Link prefetch={false} scroll={false} href={clearHref(view)} className={buttonClass({ variant: 'quiet', size: 'sm' })}>{t('clear')}</Link>}
      {Object.entries(view.raw).map(([name, value]) => !filters.some((filter) => filter.name === name) && <input key={name} type="hidden" name={name} value={value} />)}
      {order !== view.defaultSort && <input type="hidden" name="sort" value={order} />}
      <button type="submit" className={buttonClass({ size: 'sm', className: 'not-focus:sr-only' })}>{t('apply')}</button>
      <div className="ms-auto flex gap-2">
        {exportHref && (
          <a href={exportHref + listHref(view, { columns: view.columns })} download className={buttonClass({ size: 'sm', variant: 'quiet' })}>
            <Download aria-hidden />
            <span className="max-md:sr-only">{t('export')}</span>
          </a>
        )}
        <ViewMenu view={view} go={go} columns={columns} />
      </div>
    </form>
  )
}
