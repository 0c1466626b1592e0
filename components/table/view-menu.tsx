'use client'

import { Popover } from '@base-ui/react/popover'
import { SlidersHorizontal } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { buttonClass } from '@/components/ui/button'
import { Checkbox } from '@/components/ui/checkbox'
import { Select } from '@/components/ui/select'
import type { ListView } from '@/lib/platform/list-view'
import type { Go } from './use-go'

export type ColumnChoice = { id: string; label: string; isShown: boolean; isOptional: boolean }

type ViewMenuProps = { view: ListView; go: Go; columns: readonly ColumnChoice[] }

/** Which columns, how close and how many rows. */
export function ViewMenu({ view, go, columns }: ViewMenuProps) {
  const t = useTranslations('table')
  const show = (id: string, isShown: boolean) => {
    const shown = columns.filter((column) => (column.id === id ? isShown : column.isShown)).map((column) => column.id)
    const usual = columns.filter(({ isOptional }) => !isOptional).map((column) => column.id)
    go({ columns: shown.join() === usual.join() ? null : shown })
  }
  const sizes = [...view.pageSizes].sort((a, b) => a - b).map((size) => ({ value: String(size), label: String(size) }))
  return (
    <Popover.Root>
      <Popover.Trigger className={buttonClass({ size: 'sm', className: 'max-md:hidden' })}>
        <SlidersHorizontal aria-hidden />
        {t('view')}
      </Popover.Trigger>
      <Popover.Portal>
        <Popover.Positioner align="end" sideOffset={6} className="z-50">
          <Popover.Popup aria-label={t('view')} className="popup flex w-64 flex-col gap-3 p-3 outline-none">
            <fieldset>
              <legend className="mb-1 text-xs font-medium text-soft">{t('columns')}</legend>
              {columns.map(({ id, label, isShown }) => <Checkbox key={id} label={label} checked={isShown} onChange={({ target }) => show(id, target.checked)} />)}
            </fieldset>
            <Checkbox label={t('dense')} checked={view.dense} onChange={({ target }) => go({ dense: target.checked })} className="border-t border-line pt-3" />
            <label className="flex items-center justify-between gap-3">
              {t('pageSize')}
              <Select className="w-24" value={String(view.size)} options={sizes} onChange={({ target }) => go({ size: Number(target.value) })} />
            </label>
          </Popover.Popup>
        </Popover.Positioner>
      </Popover.Portal>
    </Popover.Root>
  )
}
