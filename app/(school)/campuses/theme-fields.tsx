'use client'

import { useTranslations } from 'next-intl'
import { useController, useWatch } from 'react-hook-form'
import { Mascot } from '@/components/dashboard/mascots/mascot'
import { mascotKeys, mascotOf } from '@/components/dashboard/mascots'
import { TextField } from '@/components/form/text-field'
import { campusStyle } from '@/components/ui/campus-theme'
import type { CampusColors } from '@/lib/platform/theme'
import { ColorField } from './color-field'
import { ThemePreview } from './theme-preview'

const colorNames = ['color', 'bgGradient', 'borderColor', 'textColor', 'bgLight', 'mascot', 'name'] as const

/** A campus's mascot and colours, with a dashboard that wears them as they are typed. */
export function ThemeFields() {
  const t = useTranslations('campuses')
  const [color, bgGradient, borderColor, textColor, bgLight, mascot, name] = (useWatch({ name: [...colorNames] }) as (string | null | undefined)[]).map((value) => value || null)
  const colors: CampusColors = { color: color ?? null, bgGradient, borderColor, textColor, bgLight }
  return (
    <>
      <MascotPicker colors={colors} />
      <TextField name="mascot" label={t('fields.mascot')} hint={t('fields.mascotHint')} autoComplete="off" optional />
      <div className="grid gap-4 sm:grid-cols-2">
        <ColorField name="color" token="" colors={colors} />
        <ColorField name="textColor" token="text" colors={colors} optional />
        <ColorField name="borderColor" token="line" colors={colors} optional />
        <ColorField name="bgLight" token="tint" colors={colors} optional />
      </div>
      <TextField name="bgGradient" label={t('fields.bgGradient')} hint={t('fields.bgGradientHint')} autoComplete="off" optional />
      <ThemePreview colors={colors} name={name ?? null} mascot={mascot ?? null} />
    </>
  )
}

function MascotPicker({ colors }: { colors: CampusColors }) {
  const t = useTranslations('campuses')
  const { field } = useController({ name: 'mascot' })
  const chosen = mascotOf(String(field.value ?? ''))
  return (
    <fieldset>
      <legend className="mb-2 text-sm font-medium">{t('pickMascot')}</legend>
      <div className="flex flex-wrap gap-2" style={campusStyle(colors)}>
        {mascotKeys.map((key) => (
          <button
            key={key} type="button" aria-pressed={chosen === key} aria-label={t(`mascots.${key}`)} data-tip={t(`mascots.${key}`)} onClick={() => field.onChange(t(`mascots.${key}`))}
            className="tip banner size-12 overflow-hidden rounded-full outline-offset-2 aria-pressed:outline-3 aria-pressed:outline-campus-line"
          >
            <Mascot mascot={key} closeUp className="size-full" />
          </button>
        ))}
      </div>
    </fieldset>
  )
}
