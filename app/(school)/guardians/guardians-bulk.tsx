'use client'

import { useTranslations } from 'next-intl'
import { BulkChange, type ChangeField } from '@/components/bulk/bulk-change'
import { BulkRemove, type Chosen } from '@/components/bulk/bulk-remove'
import { relationships } from '@/lib/domain/people/guardian'
import { bulkDoors } from '../bulk/doors'
import { changeGuardiansAction, previewGuardianChangeAction, removeGuardiansAction } from './actions'

export type Asked = Chosen & { deed: 'change' | 'remove' }

/** What can be done to the guardians that were chosen. */
export function GuardiansBulk({ asked: { deed, ...chosen }, onClose }: { asked: Asked; onClose: () => void }) {
  const t = useTranslations('guardians')
  if (deed === 'remove') return <BulkRemove chosen={chosen} title={t('bulk.removeTitle')} doors={bulkDoors} remove={removeGuardiansAction} onClose={onClose} />
  const fields: [ChangeField, ...ChangeField[]] = [
    { name: 'relationship', label: t('fields.relationship'), kind: 'choice', options: relationships.map((value) => ({ value, label: t(`relationships.${value}`) })) },
    { name: 'primaryContact', label: t('fields.primaryContact'), kind: 'flag', options: [{ value: 'true', label: t('yes') }, { value: 'false', label: t('no') }] },
    { name: 'address', label: t('fields.address'), kind: 'text' },
  ]
  return <BulkChange chosen={chosen} title={t('bulk.changeTitle')} fields={fields} nameField="fullName" doors={bulkDoors} preview={previewGuardianChangeAction} change={changeGuardiansAction} onClose={onClose} />
}
