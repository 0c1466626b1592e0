'use client'

import { useTranslations } from 'next-intl'
import { useRouter } from 'next/navigation'
import { useTransition } from 'react'
import { ActionForm } from '@/components/form/action-form'
import { FormDialog } from '@/components/form/form-dialog'
import { SelectField } from '@/components/form/select-field'
import { TextAreaField } from '@/components/form/text-area-field'
import { TextField } from '@/components/form/text-field'
import { useUnsent } from '@/components/form/use-unsent'
import { Button } from '@/components/ui/button'
import { ConfirmButton } from '@/components/ui/confirm-button'
import { toast } from '@/components/ui/toast'
import { founderInput, suspensionInput, visitHours, visitRequestInput } from '@/lib/domain/access/support'
import { askForVisitAction, inviteFirstAdministratorAction, reopenOrganizationAction, suspendOrganizationAction } from './actions'

type Which = { organizationId: string; name: string }

export function AskDialog({ organizationId, name }: Which) {
  const t = useTranslations('organizations')
  const hours = visitHours.map((value) => ({ value: String(value), label: t('hours', { hours: value }) }))
  return (
    <FormDialog title={t('ask.title', { name })} description={t('ask.hint')} trigger={<Button variant="primary" aria-label={`${t('ask.label')}: ${name}`}>{t('ask.label')}</Button>}>
      {(done) => (
        <ActionForm schema={visitRequestInput} action={askForVisitAction} defaults={{ organizationId, reason: '', hours: '4' }} onSaved={() => done(t('ask.done'))} submit={t('ask.label')}>
          <TextAreaField name="reason" label={t('reason')} hint={t('ask.reasonHint')} />
          <SelectField name="hours" label={t('ask.hours')} options={hours} />
        </ActionForm>
      )}
    </FormDialog>
  )
}

export function InviteAgainDialog({ organizationId, name, email }: Which & { email: string }) {
  const t = useTranslations('organizations')
  return (
    <FormDialog title={t('founder.title', { name })} description={t('founder.hint')} trigger={<Button aria-label={`${t('founder.label')}: ${name}`}>{t('founder.label')}</Button>}>
      {(done) => (
        <ActionForm schema={founderInput} action={inviteFirstAdministratorAction} defaults={{ organizationId, email }} onSaved={() => done(t('founder.done'))} submit={t('founder.label')}>
          <TextField name="email" label={t('new.email')} type="email" autoComplete="off" />
        </ActionForm>
      )}
    </FormDialog>
  )
}

export function SuspendDialog({ organizationId, name }: Which) {
  const t = useTranslations('organizations')
  return (
    <FormDialog title={t('suspend.title', { name })} description={t('suspend.hint')} trigger={<Button variant="quiet" aria-label={`${t('suspend.label')}: ${name}`}>{t('suspend.label')}</Button>}>
      {(done) => (
        <ActionForm schema={suspensionInput} action={suspendOrganizationAction} defaults={{ organizationId, reason: '' }} onSaved={() => done(t('suspend.done', { name }))} submit={t('suspend.label')}>
          <TextAreaField name="reason" label={t('reason')} />
        </ActionForm>
      )}
    </FormDialog>
  )
}

export function ReopenButton({ organizationId, name }: Which) {
  const t = useTranslations('organizations')
  const router = useRouter()
  const unsent = useUnsent()
  const [isPending, startTransition] = useTransition()
  const reopen = () =>
    startTransition(async () => {
      const result = await reopenOrganizationAction({ organizationId }).catch(unsent)
      toast(result.ok ? { title: t('reopen.done', { name }) } : { title: result.message, tone: 'bad' })
      router.refresh()
    })
  return <ConfirmButton label={t('reopen.label')} variant="secondary" pending={isPending} question={t('reopen.title', { name })} keep={t('cancel')} onConfirm={reopen}>{t('reopen.hint')}</ConfirmButton>
}
