'use client'

import { useTranslations } from 'next-intl'
import { useController } from 'react-hook-form'
import { TextField } from '@/components/form/text-field'
import { campusTheme, type CampusColors } from '@/lib/platform/theme'

type ColorFieldProps = { name: 'color' | 'textColor' | 'borderColor' | 'bgLight'; token: '' | 'text' | 'line' | 'tint'; colors: CampusColors; optional?: boolean }

const isHex = (text: string) => /^#[0-9a-f]{6}$/i.test(text)

/** A colour as it is asked for, and as it is used where it must be readable, by day and by night. */
export function ColorField({ name, token, colors, optional }: ColorFieldProps) {
  const t = useTranslations('campuses')
  const { field } = useController({ name })
  const asked = String(field.value ?? '')
  const used = campusTheme(colors)[token]
  const isKept = asked !== '' && asked.toLowerCase() === used.light.toLowerCase()
  const chip = (color: string, label: string) => (
    <span className="inline-flex items-center gap-1.5">
      <span aria-hidden="true" className="size-4 rounded-sm border border-line-strong" style={{ background: color }} />
      <span className="tabular-nums">{`${label} ${color}`}</span>
    </span>
  )
  return (
    <div className="flex flex-col gap-1.5">
      <div className="flex items-end gap-2">
        <div className="min-w-0 flex-1"><TextField name={name} label={t(`fields.${name}`)} autoComplete="off" optional={optional} /></div>
        <input type="color" aria-label={t('pick', { color: t(`fields.${name}`) })} value={isHex(asked) ? asked : used.light} onChange={(event) => field.onChange(event.target.value)} className="h-9 w-12 shrink-0 cursor-pointer rounded border border-line-strong bg-raised p-0.5 pointer-coarse:h-11" />
      </div>
      <p className="flex flex-wrap gap-x-4 gap-y-1 text-sm text-soft">
        {asked && chip(asked, t('asked'))}
        {chip(used.light, t('usedLight'))}
        {chip(used.dark, t('usedDark'))}
        {asked && !isKept && <span>{t('adjusted')}</span>}
      </p>
    </div>
  )
}
