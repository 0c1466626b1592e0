'use client'

import { useTranslations } from 'next-intl'
import { ActionForm } from '@/components/form/action-form'
import { FormDialog } from '@/components/form/form-dialog'
import { TextField } from '@/components/form/text-field'
import { Button } from '@/components/ui/button'
import { emailChangeInput } from '@/lib/domain/access/account'
import { askEmailChangeAction } from './actions'

/** A new address: asked for with the password, and confirmed at both addresses. */
export function EmailDialog() {
  const t = useTranslations('account')
  return (
    <FormDialog title={t('emailChange.title')} description={t('emailChange.hint')} trigger={<Button>{t('emailChange.title')}</Button>}>
      {(done) => (
        <ActionForm schema={emailChangeInput} action={askEmailChangeAction} defaults={{ email: '', password: '' }} onSaved={() => done(t('emailChange.asked'))} submit={t('emailChange.submit')}>
          <TextField name="email" label={t('emailChange.email')} type="email" autoComplete="email" />
          <TextField name="password" label={t('currentPassword')} type="password" autoComplete="current-password" />
        </ActionForm>
      )}
    </FormDialog>
  )
}
