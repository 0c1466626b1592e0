'use client'

import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { ActionForm } from '@/components/form/action-form'
import { TextField } from '@/components/form/text-field'
import { LinkButton } from '@/components/ui/link-button'
import { Notice } from '@/components/ui/notice'
import { forgotInput } from '@/lib/domain/access/credential'
import { forgotAction } from '../link-actions'

export function ForgotForm() {
  const t = useTranslations('access')
  const [isAsked, setAsked] = useState(false)
  const back = <LinkButton href="/sign-in" variant="quiet">{t('signIn')}</LinkButton>
  if (isAsked) return <><Notice tone="ok" title={t('forgot.asked')} urgent>{t('forgot.askedHint')}</Notice><div>{back}</div></>
  return (
    <ActionForm schema={forgotInput} action={forgotAction} defaults={{ email: '' }} onSaved={() => setAsked(true)} submit={t('forgot.submit')} aside={back}>
      <TextField name="email" label={t('email')} type="email" autoComplete="username" inputMode="email" autoCapitalize="none" spellCheck={false} />
    </ActionForm>
  )
}
