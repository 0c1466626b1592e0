'use client'

import { useTranslations } from 'next-intl'
import { ActionForm } from '@/components/form/action-form'
import { FormDialog } from '@/components/form/form-dialog'
import { PickField } from '@/components/form/pick-field'
import { SelectField } from '@/components/form/select-field'
import { TextField } from '@/components/form/text-field'
import { Button } from '@/components/ui/button'
import { newOrganizationInput } from '@/lib/domain/access/support'
import { locales } from '@/lib/platform/i18n/locales'
import { createOrganizationAction } from './actions'

const same = (values: readonly string[]) => values.map((value) => ({ value, label: value }))

export function NewOrganization() {
  const t = useTranslations('organizations')
  const account = useTranslations('account')
  const languages = locales.map((value) => ({ value, label: account(`languages.${value}`) }))
  const blank = { name: '', timeZone: 'UTC', currency: 'USD', locale: 'en' as const, email: '' }
  return (
    <FormDialog title={t('new.label')} description={t('new.hint')} trigger={<Button variant="primary">{t('new.label')}</Button>}>
      {(done) => (
        <ActionForm schema={newOrganizationInput} action={createOrganizationAction} defaults={blank} onSaved={() => done(t('new.done'))} submit={t('new.submit')}>
          <TextField name="name" label={t('new.name')} autoComplete="off" />
          <TextField name="email" label={t('new.email')} type="email" autoComplete="off" hint={t('new.emailHint')} />
          <PickField name="timeZone" label={t('new.timeZone')} options={same(['UTC', ...Intl.supportedValuesOf('timeZone')])} />
          <PickField name="currency" label={t('new.currency')} options={same(Intl.supportedValuesOf('currency'))} />
          <SelectField name="locale" label={account('language')} options={languages} />
        </ActionForm>
      )}
    </FormDialog>
  )
}
