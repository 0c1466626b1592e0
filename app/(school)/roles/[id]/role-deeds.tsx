'use client'

import { useTranslations } from 'next-intl'
import { useRouter } from 'next/navigation'
import { ActionForm } from '@/components/form/action-form'
import { FormDialog } from '@/components/form/form-dialog'
import { SelectField } from '@/components/form/select-field'
import { TextField } from '@/components/form/text-field'
import { Button } from '@/components/ui/button'
import type { Option } from '@/components/ui/select'
import { copyRoleInput, retireRoleInput } from '@/lib/domain/access/role-change'
import { copyRoleAction, retireRoleAction } from '../actions'

export function CopyDialog({ id, name }: { id: string; name: string }) {
  const t = useTranslations('roles')
  const router = useRouter()
  return (
    <FormDialog title={t('copy.title', { name })} description={t('copy.hint')} trigger={<Button>{t('copy.label')}</Button>}>
      {(done) => (
        <ActionForm schema={copyRoleInput} action={copyRoleAction} defaults={{ id, name: t('copy.of', { name }) }} onSaved={(made) => { done(t('copy.done')); router.push(`/roles/${made.id}`) }} submit={t('copy.label')}>
          <TextField name="name" label={t('fields.name')} autoComplete="off" />
        </ActionForm>
      )}
    </FormDialog>
  )
}

export function RetireDialog({ id, seen, name, people, roles }: { id: string; seen: string; name: string; people: number; roles: readonly Option[] }) {
  const t = useTranslations('roles')
  const router = useRouter()
  return (
    <FormDialog title={t('retire.title', { name })} description={t('retire.hint', { people })} trigger={<Button variant="danger">{t('retire.label')}</Button>}>
      {(done) => (
        <ActionForm schema={retireRoleInput} action={retireRoleAction} defaults={{ id, seen, to: '' }} onSaved={({ moved }) => { done(t('retire.done', { moved })); router.push('/roles') }} submit={t('retire.label')}>
          {people > 0 && <SelectField name="to" label={t('retire.to')} options={roles} placeholder={t('choose')} />}
        </ActionForm>
      )}
    </FormDialog>
  )
}
