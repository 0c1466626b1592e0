'use client'

import { useTranslations } from 'next-intl'
import { TextField } from '@/components/form/text-field'

/** A new password, twice. The address stands before it, unseen, so that a password manager knows whose it is. */
export function PasswordPair({ email }: { email: string }) {
  const t = useTranslations('account')
  return (
    <>
      <input type="email" name="username" autoComplete="username" value={email} readOnly hidden />
      <TextField name="password" label={t('newPassword')} type="password" autoComplete="new-password" hint={t('newPasswordHint')} />
      <TextField name="again" label={t('againPassword')} type="password" autoComplete="new-password" />
    </>
  )
}
