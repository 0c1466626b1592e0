'use client'

import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { ActionForm } from '@/components/form/action-form'
import { LinkButton } from '@/components/ui/link-button'
import { Notice } from '@/components/ui/notice'
import { verifyInput } from '@/lib/domain/access/credential'
import { verifyAction } from '../../link-actions'

/** Opening a link changes nothing, as mail programs open them too: a button does. */
export function VerifyForm({ token }: { token: string }) {
  const t = useTranslations('access')
  const [outcome, setOutcome] = useState<'half' | 'changed' | null>(null)
  if (outcome) return <><Notice tone={outcome === 'changed' ? 'ok' : 'quiet'} title={t(`verify.${outcome}`)} urgent /><div><LinkButton href="/sign-in">{t('signIn')}</LinkButton></div></>
  return <ActionForm schema={verifyInput} action={verifyAction} defaults={{ token }} onSaved={setOutcome} submit={t('verify.submit')}>{null}</ActionForm>
}
