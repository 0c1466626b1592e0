'use client'

import { useTranslations } from 'next-intl'
import Link from 'next/link'
import { ActionForm } from '@/components/form/action-form'
import { TextField } from '@/components/form/text-field'
import { codeInput } from '@/lib/domain/access/second-factor'
import { enterCodeAction } from '../actions'

/** The provider vouched for somebody who has a second factor: now the code. */
export function ProviderCodeForm({ to }: { to: string }) {
  const t = useTranslations('access')
  return (
    <ActionForm schema={codeInput} action={enterCodeAction} defaults={{ code: '' }} onSaved={() => window.location.replace(to)} submit={t('signIn')} aside={<Link href="/sign-in?other" className="text-campus-text hover:underline">{t('codeOther')}</Link>}>
      <TextField name="code" label={t('code')} hint={t('codeHint')} autoComplete="one-time-code" autoCapitalize="none" spellCheck={false} autoFocus />
    </ActionForm>
  )
}
