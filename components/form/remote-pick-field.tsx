'use client'

import { Combobox as Base } from '@base-ui/react/combobox'
import { Check } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useEffect, useState } from 'react'
import { useController } from 'react-hook-form'
import { Field } from '@/components/ui/field'
import type { Option } from '@/components/ui/select'
import { useFormField, type FormFieldProps } from './form-field'

type RemotePickFieldProps = FormFieldProps & {
  /** A route that answers `?q=` with options. */
  source: string
  chosen: Option | null
}

type Found = { of: string; options: readonly Option[]; failed?: true }

/** Asks while one types; the last question's answer counts. */
function useOptions(source: string, text: string): Found {
  const [found, setFound] = useState<Found>({ of: '', options: [] })
  useEffect(() => {
    if (text.trim().length < 2) return
    const asking = new AbortController()
    const timer = setTimeout(async () => {
      try {
        const response = await fetch(`${source}${source.includes('?') ? '&' : '?'}q=${encodeURIComponent(text)}`, { signal: asking.signal })
        const answer = (await response.json()) as { ok: boolean; data: Option[] }
        setFound(answer.ok ? { of: text, options: answer.data } : { of: text, options: [], failed: true })
      } catch {
        if (!asking.signal.aborted) setFound({ of: text, options: [], failed: true })
      }
    }, 150)
    return () => {
      clearTimeout(timer)
      asking.abort()
    }
  }, [source, text])
  return found
}

/** One of very many, found on the server by typing; the value is the option's, or empty. */
export function RemotePickField({ name, label, hint, optional, source, chosen }: RemotePickFieldProps) {
  const t = useTranslations('common')
  const { id, problem, control, input } = useFormField({ name, hint })
  const { field } = useController({ name, control })
  const [picked, setPicked] = useState(chosen)
  const [text, setText] = useState(chosen?.label ?? '')
  const { of, options, failed } = useOptions(source, text)
  const pick = (option: Option | null) => {
    setPicked(option)
    field.onChange(option?.value ?? '')
  }
  const note = failed ? t('askFailed') : text.trim().length < 2 ? t('typeMore') : of === text ? t('nothingFound') : t('asking')
  return (
    <Field {...{ id, label, hint, optional, problem }}>
      <Base.Root items={options} filter={null} value={picked} onValueChange={pick} inputValue={text} onInputValueChange={setText} isItemEqualToValue={(a: Option, b: Option) => a.value === b.value} autoHighlight>
        <Base.Input ref={field.ref} onBlur={field.onBlur} autoComplete="off" className="control" {...input} />
        <Base.Portal>
          <Base.Positioner sideOffset={4} collisionPadding={8} className="z-60 outline-none">
            <Base.Popup className="popup max-h-[min(24rem,var(--available-height))] w-(--anchor-width) overflow-y-auto p-1">
              <Base.Empty><p className="px-2.5 py-3 text-soft empty:hidden">{note}</p></Base.Empty>
              <Base.List>
                {(option: Option) => (
                  <Base.Item key={option.value} value={option} className="popup-item">
                    <span className="min-w-0 flex-1">
                      {option.label}
                      {option.hint && <span className="block text-xs text-soft">{option.hint}</span>}
                    </span>
                    <Base.ItemIndicator className="text-campus-text"><Check className="size-4" /></Base.ItemIndicator>
                  </Base.Item>
                )}
              </Base.List>
            </Base.Popup>
          </Base.Positioner>
        </Base.Portal>
      </Base.Root>
    </Field>
  )
}
