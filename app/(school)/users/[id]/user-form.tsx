'use client'

import { useTranslations } from 'next-intl'
import { useRouter } from 'next/navigation'
import { z } from 'zod'
import { ActionForm } from '@/components/form/action-form'
import { CheckListField } from '@/components/form/check-list-field'
import { PickField } from '@/components/form/pick-field'
import { SelectField } from '@/components/form/select-field'
import type { Option } from '@/components/ui/select'
import { toast } from '@/components/ui/toast'
import { userInput } from '@/lib/domain/access/user'
import type { UserRecord } from '@/lib/domain/access/user.server'
import { seenInput } from '@/lib/platform/catalog'
import { updateUserAction } from '../actions'

const editInput = z.intersection(userInput, seenInput)
type UserFormProps = { row: Pick<UserRecord, 'id' | 'seen' | 'roleId' | 'campuses' | 'permissions' | 'staff'>; roles: readonly Option[]; campuses: readonly Option[]; staff: readonly Option[]; permissions: readonly (Option & { disabled?: boolean })[] }

/** What an administrator says of an account; it acts on the person's next click. */
export function UserForm({ row: { id, seen, ...row }, roles, campuses, staff, permissions }: UserFormProps) {
  const t = useTranslations('users')
  const router = useRouter()
  const saved = () => {
    toast({ title: t('saved') })
    router.refresh()
  }
  const defaults = { id, seen, roleId: row.roleId ?? '', campusIds: row.campuses.map((campus) => campus.id), permissions: row.permissions, staffId: row.staff?.id ?? '' }
  return (
    <ActionForm schema={editInput} action={updateUserAction} defaults={defaults} onSaved={saved} submit={t('save')}>
      <SelectField name="roleId" label={t('fields.role')} options={roles} hint={t('roleHint')} />
      {campuses.length > 1 && <CheckListField name="campusIds" label={t('fields.campuses')} options={campuses} hint={t('campusesHint')} />}
      <PickField name="staffId" label={t('fields.staff')} options={staff} optional />
      <details>
        <summary className="cursor-pointer py-2 font-medium">{t('direct', { count: row.permissions.length })}</summary>
        <CheckListField name="permissions" label={t('fields.permissions')} options={permissions} hint={t('permissionsHint')} />
      </details>
    </ActionForm>
  )
}
