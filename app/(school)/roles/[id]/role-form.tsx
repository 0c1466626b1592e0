'use client'

import { useTranslations } from 'next-intl'
import { useRouter } from 'next/navigation'
import { z } from 'zod'
import { ActionForm } from '@/components/form/action-form'
import { CheckField } from '@/components/form/check-field'
import { TextAreaField } from '@/components/form/text-area-field'
import { TextField } from '@/components/form/text-field'
import { toast } from '@/components/ui/toast'
import { roleInput } from '@/lib/domain/access/role-change'
import type { RoleRow } from '@/lib/domain/access/role-edit.server'
import { seenInput } from '@/lib/platform/catalog'
import { updateRoleAction } from '../actions'

const editInput = z.intersection(roleInput, seenInput)

export function RoleForm({ row: { id, seen, name, description, requiresSecondFactor } }: { row: RoleRow }) {
  const t = useTranslations('roles')
  const router = useRouter()
  const saved = () => {
    toast({ title: t('saved') })
    router.refresh()
  }
  return (
    <ActionForm schema={editInput} action={updateRoleAction} defaults={{ id, seen, name, description, requiresSecondFactor }} onSaved={saved} submit={t('save')}>
      <TextField name="name" label={t('fields.name')} autoComplete="off" />
      <TextAreaField name="description" label={t('fields.description')} optional />
      <CheckField name="requiresSecondFactor" label={t('fields.requiresSecondFactor')} hint={t('factorHint')} />
    </ActionForm>
  )
}
