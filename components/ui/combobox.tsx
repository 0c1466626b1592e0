'use client'

import { Combobox as Base } from '@base-ui/react/combobox'
import { Check, ChevronDown, X } from 'lucide-react'
import { useTranslations } from 'next-intl'
import type { Ref } from 'react'
import type { Option } from './select'

type ComboboxProps = {
  id: string
  options: readonly Option[]
  value: string | null
  onChange: (value: string | null) => void
  onBlur?: () => void
  placeholder?: string
  name?: string
  inputRef?: Ref<HTMLInputElement>
  'aria-invalid'?: boolean
  'aria-describedby'?: string
}

/** Picks one of many by typing a part of it. */
export function Combobox({ options, value, onChange, placeholder, name, inputRef, ...input }: ComboboxProps) {
  const t = useTranslations('common')
  const chosen = options.find((option) => option.value === value) ?? null
  return (
    <Base.Root
      items={options}
      value={chosen}
      onValueChange={(option) => onChange(option?.value ?? null)}
      isItemEqualToValue={(a, b) => a.value === b.value}
      autoHighlight
    >
      <div className="relative">
        <Base.Input ref={inputRef} placeholder={placeholder} className="control pe-18 pointer-coarse:pe-24" {...input} />
        <div className="absolute inset-y-0 end-0 flex items-center pe-1 text-soft pointer-coarse:pe-0">
          <Base.Clear aria-label={t('clear')} className="flex size-8 items-center justify-center rounded hover:text-ink pointer-coarse:size-11">
            <X className="size-4" />
          </Base.Clear>
          <Base.Trigger aria-label={t('open')} className="flex size-8 items-center justify-center rounded hover:text-ink pointer-coarse:size-11">
            <ChevronDown className="size-4" />
          </Base.Trigger>
        </div>
      </div>
      {name && <input type="hidden" name={name} value={value ?? ''} />}
      <Base.Portal>
        <Base.Positioner sideOffset={4} collisionPadding={8} className="z-60 outline-none">
          <Base.Popup className="popup max-h-[min(24rem,var(--available-height))] w-(--anchor-width) max-w-(--available-width) overflow-y-auto p-1">
            <Base.Empty>
              <p className="px-2.5 py-3 text-soft">{t('nothingFound')}</p>
            </Base.Empty>
            <Base.List>
              {(option: Option) => (
                <Base.Item key={option.value} value={option} disabled={option.disabled} className="popup-item">
                  <span className="min-w-0 flex-1">
                    {option.label}
                    {option.hint && <span className="block text-xs text-soft">{option.hint}</span>}
                  </span>
                  <Base.ItemIndicator className="text-campus-text">
                    <Check className="size-4" />
                  </Base.ItemIndicator>
                </Base.Item>
              )}
            </Base.List>
          </Base.Popup>
        </Base.Positioner>
      </Base.Portal>
    </Base.Root>
  )
}
