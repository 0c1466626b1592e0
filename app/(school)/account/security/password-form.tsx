'use client'

import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { ActionForm } from '@/components/form/action-form'
import { TextField } from '@/components/form/text-field'
import { toast } from '@/components/ui/toast'
import { passwordChangeInput } from '@/lib/domain/access/account'
import { changePasswordAction } from '../actions'

const blank = { current: '', password: '', again: '' }

export function PasswordForm() {
  const t = useTranslations('account')
  const [times, setTimes] = useState(0)
  const saved = () => {
    toast({ title: t('passwordSaved') })
    setTimes(times + 1) // what was typed goes
  }
  return (
    <ActionForm key={times} schema={passwordChangeInput} action={changePasswordAction} defaults={blank} onSaved={saved} submit={t('changePassword')}>
      <TextField name="current" label={t('currentPassword')} type="password" autoComplete="current-password" />
      <TextField name="password" label={t('newPassword')} type="password" autoComplete="new-password" hint={t('newPasswordHint')} />
      <TextField name="again" label={t('againPassword')} type="password" autoComplete="new-password" />
    </ActionForm>
  )
}
