'use client'

import { useTranslations } from 'next-intl'
import { useRouter } from 'next/navigation'
import { ActionForm } from '@/components/form/action-form'
import { TextField } from '@/components/form/text-field'
import { acceptInput } from '@/lib/domain/access/credential'
import { acceptAction } from '../../link-actions'
import { PasswordPair } from '../../password-pair'

type AcceptFormProps = { token: string; email: string; names: { firstName: string | null; lastName: string | null } }

export function AcceptForm({ token, email, names }: AcceptFormProps) {
  const t = useTranslations('access')
  const account = useTranslations('account')
  const router = useRouter()
  return (
    <ActionForm schema={acceptInput} action={acceptAction} defaults={{ token, ...names, password: '', again: '' }} onSaved={() => router.replace('/sign-in?done=accept')} submit={t('accept.submit')}>
      <TextField name="firstName" label={account('firstName')} autoComplete="given-name" optional />
      <TextField name="lastName" label={account('lastName')} autoComplete="family-name" optional />
      <PasswordPair email={email} />
    </ActionForm>
  )
}
