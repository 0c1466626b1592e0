'use client'

import { useTranslations } from 'next-intl'
import { TextField } from '@/components/form/text-field'

export function CodeField() {
  const t = useTranslations('access')
  return <TextField name="code" label={t('code')} hint={t('codeHint')} autoComplete="one-time-code" autoCapitalize="none" spellCheck={false} />
}
