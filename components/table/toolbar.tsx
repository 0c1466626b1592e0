'use client'

import Link from 'next/link'
import { SlidersHorizontal } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { buttonClass } from '@/components/ui/button'
import { Checkbox } from '@/components/ui/checkbox'
import { Input } from '@/components/ui/input'
import { Select, type Option } from '@/components/ui/select'

export type Filter = { name: string; label: string; options: readonly Option[] }
export type ColumnChoice = { id: string; label: string; isShown: boolean; isOptional: boolean }

export type ToolbarProps = {
  /** The search box's label; without one there is no box. */
  search: string | undefined
  searched: string
  filters: readonly Filter[]
  /** The accepted filters as they stand in the address. */
  raw: Readonly<Record<string, string>>
  /** Leads to the list without search and filters; null when there are none. */
  clearHref: string | null
  /** The order, if it is not the usual one. */
  sort: string | null
  /** All but the first, which always stands. */
  columns: readonly ColumnChoice[]
  dense: boolean
  size: number
  /** The first is the usual one. */
  sizes: readonly number[]
}

/**
 * One plain GET form: with script it acts while you type and choose, without it on Enter. An island, because
 * its controls must keep the focus while the rows below change, and its data are a fifth of its elements.
 */
export function Toolbar({ search, searched, filters, raw, clearHref, sort, ...view }: ToolbarProps) {
  const t = useTranslations('table')
  return (
    <form method="get" role="search" className="flex flex-wrap items-center gap-2">
      {search && (
        <Input type="search" name="q" aria-label={search} placeholder={search} defaultValue={searched} data-value={searched} autoComplete="off" className="list-search max-md:basis-full md:max-w-64" />
      )}
      {filters.map(({ name, label, options }) => (
        <label key={name} className="chip" data-on={name in raw || undefined}>
          {label}
          <Select name={name} aria-label={label} options={options} placeholder={t('all')} defaultValue={raw[name] ?? ''} data-value={raw[name] ?? ''} />
        </label>
      ))}
      {clearHref && (
        <Link href={clearHref} className={buttonClass({ variant: 'quiet', size: 'sm' })}>
          {t('clear')}
        </Link>
      )}
      {Object.entries(raw).map(([name, value]) => !filters.some((filter) => filter.name === name) && <input key={name} type="hidden" name={name} value={value} />)}
      {sort && <input type="hidden" name="sort" value={sort} />}
      <button type="submit" className={buttonClass({ size: 'sm', className: 'not-focus:sr-only' })}>
        {t('apply')}
      </button>
      <View {...view} />
    </form>
  )
}

function View({ columns, dense, size, sizes }: Pick<ToolbarProps, 'columns' | 'dense' | 'size' | 'sizes'>) {
  const t = useTranslations('table')
  return (
    <details className="relative ms-auto max-md:hidden">
      <summary className={buttonClass({ size: 'sm', className: 'list-none [&::-webkit-details-marker]:hidden' })}>
        <SlidersHorizontal />
        {t('view')}
      </summary>
      <div className="popup absolute end-0 top-full z-20 mt-1.5 flex w-64 flex-col gap-3 p-3">
        <fieldset>
          <legend className="mb-1 text-xs font-medium text-soft">{t('columns')}</legend>
          {columns.map(({ id, label, isShown, isOptional }) => (
            <Checkbox key={id} name="cols" value={id} label={label} defaultChecked={isShown} data-usual={isOptional ? undefined : true} />
          ))}
        </fieldset>
        <Checkbox name="dense" value="1" label={t('dense')} defaultChecked={dense} className="border-t border-line pt-3" />
        <label className="flex items-center justify-between gap-3">
          {t('pageSize')}
          <Select name="size" className="w-24" defaultValue={size} data-value={size} data-usual={sizes[0]} options={[...sizes].sort((a, b) => a - b).map((n) => ({ value: String(n), label: String(n) }))} />
        </label>
      </div>
    </details>
  )
}
