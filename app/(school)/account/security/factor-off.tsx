'use client'

import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { ActionForm } from '@/components/form/action-form'
import { FormDialog } from '@/components/form/form-dialog'
import { TextField } from '@/components/form/text-field'
import { Button } from '@/components/ui/button'
import { codeInput, turnOffInput } from '@/lib/domain/access/second-factor'
import { renewCodesAction, turnOffFactorAction } from '../actions'
import { CodeField } from './code-field'
import { RecoveryCodes } from './recovery-codes'

/** What can be done while it is on: new recovery codes, or turning it off with password and code. */
export function FactorOff() {
  const t = useTranslations('account')
  const [codes, setCodes] = useState<readonly string[] | null>(null)
  if (codes) return <RecoveryCodes codes={codes} onDone={() => setCodes(null)} />
  return (
    <div className="flex flex-wrap gap-2">
      <FormDialog title={t('factor.renew')} description={t('factor.renewHint')} trigger={<Button>{t('factor.renew')}</Button>}>
        {(done) => (
          <ActionForm schema={codeInput} action={renewCodesAction} defaults={{ code: '' }} onSaved={(made) => { done(t('factor.renewed')); setCodes(made.codes) }} submit={t('factor.renew')}>
            <CodeField />
          </ActionForm>
        )}
      </FormDialog>
      <FormDialog title={t('factor.turnOff')} description={t('factor.turnOffHint')} trigger={<Button variant="danger">{t('factor.turnOff')}</Button>}>
        {(done) => (
          <ActionForm schema={turnOffInput} action={turnOffFactorAction} defaults={{ password: '', code: '' }} onSaved={() => done(t('factor.turnedOff'))} submit={t('factor.turnOff')}>
            <TextField name="password" label={t('currentPassword')} type="password" autoComplete="current-password" />
            <CodeField />
          </ActionForm>
        )}
      </FormDialog>
    </div>
  )
}
