'use client'

import { useTranslations } from 'next-intl'
import { Button } from '@/components/ui/button'
import { Checkbox } from '@/components/ui/checkbox'
import { Input } from '@/components/ui/input'
import { Textarea } from '@/components/ui/textarea'

export type Json = string | number | boolean | null | Json[] | { [key: string]: Json }
type FieldsProps = { label: string; value: Json; disabled: boolean; onChange: (value: Json) => void }

const isText = (value: Json): value is { en: string; es: string } => typeof value === 'object' && value !== null && !Array.isArray(value) && 'en' in value && 'es' in value
/** What an entry is called in the list: its title, word or text, else its number. */
const nameOf = (value: Json): string | null => {
  if (isText(value)) return value.en
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return null
  return ['title', 'word', 'name', 'text'].flatMap((key) => (value[key] !== undefined && isText(value[key]) ? [value[key].en] : []))[0] ?? null
}

/** Any payload as fields: a text in both languages side by side, a list as entries that open, the rest as it is. */
export function PayloadFields({ label, value, disabled, onChange }: FieldsProps) {
  const t = useTranslations('content')
  if (isText(value)) {
    return (
      <div role="group" aria-label={label} className="grid gap-2 md:grid-cols-2">
        {(['en', 'es'] as const).map((language) => (
          <label key={language} className="flex flex-col gap-1 text-sm text-soft">
            {label} · {t(`languages.${language}`)}
            <Textarea rows={value[language].length > 90 ? 3 : 1} className="min-h-10 text-ink" value={value[language]} disabled={disabled} onChange={(event) => onChange({ ...value, [language]: event.target.value })} />
          </label>
        ))}
      </div>
    )
  }
  if (Array.isArray(value)) {
    return (
      <div role="group" aria-label={label} className="flex flex-col gap-1">
        <p className="text-sm font-medium">{label}</p>
        {value.map((entry, n) => (
          <details key={n} className="rounded border border-line bg-raised">
            <summary className="min-h-11 cursor-pointer px-3 py-2.5">{n + 1} · {nameOf(entry) ?? t('entry', { number: n + 1 })}</summary>
            <div className="flex flex-col gap-3 border-t border-line p-3">
              <PayloadFields label={`${label} ${n + 1}`} value={entry} disabled={disabled} onChange={(changed) => onChange(value.with(n, changed))} />
              {!disabled && (
                <div className="flex gap-2">
                  <Button size="sm" onClick={() => onChange(value.toSpliced(n + 1, 0, structuredClone(entry)))}>{t('add')}</Button>
                  <Button size="sm" variant="quiet" onClick={() => onChange(value.toSpliced(n, 1))}>{t('remove')}</Button>
                </div>
              )}
            </div>
          </details>
        ))}
      </div>
    )
  }
  if (typeof value === 'object' && value !== null) {
    return <div className="flex flex-col gap-3">{Object.entries(value).map(([key, inner]) => <PayloadFields key={key} label={t.has(`fields.${key}`) ? t(`fields.${key}`) : key} value={inner} disabled={disabled} onChange={(changed) => onChange({ ...value, [key]: changed })} />)}</div>
  }
  if (typeof value === 'boolean') return <Checkbox label={label} checked={value} disabled={disabled} onChange={(event) => onChange(event.target.checked)} />
  return (
    <label className="flex max-w-xs flex-col gap-1 text-sm text-soft">
      {label}
      <Input type={typeof value === 'number' ? 'number' : 'text'} className="text-ink" value={String(value ?? '')} disabled={disabled} onChange={(event) => onChange(typeof value === 'number' ? Number(event.target.value) : event.target.value)} />
    </label>
  )
}
