'use client'

import { useTranslations } from 'next-intl'
import { useRouter } from 'next/navigation'
import { useWatch } from 'react-hook-form'
import { ActionForm } from '@/components/form/action-form'
import { DateField } from '@/components/form/date-field'
import { RemotePickField } from '@/components/form/remote-pick-field'
import { SelectField } from '@/components/form/select-field'
import { TextAreaField } from '@/components/form/text-area-field'
import { TextField } from '@/components/form/text-field'
import { LinkButton } from '@/components/ui/link-button'
import type { Option } from '@/components/ui/select'
import { toast } from '@/components/ui/toast'
import { documentCategories, documentEditInput, documentInput, documentOwners, type DocumentInput } from '@/lib/domain/people/document'
import { createDocumentAction, updateDocumentAction } from './actions'

type Edited = Pick<DocumentInput, 'name' | 'category' | 'expiresOn' | 'notes'>
type DocumentFormProps = { row?: { id: string; seen: string; values: Edited }; campuses: readonly Option[]; ofOrganization: boolean }

/** One form for a new document and for the one that is there; its owner stays. */
export function DocumentForm({ row, campuses, ofOrganization }: DocumentFormProps) {
  const t = useTranslations('documents')
  const router = useRouter()
  const saved = ({ id }: { id: string }) => {
    toast({ title: t(row ? 'saved' : 'added') })
    router.push(`/documents/${id}`)
  }
  const word = (name: string, value: unknown) => (name === 'category' ? t(`categories.${String(value)}`) : undefined)
  const common = { onSaved: saved, submit: t(row ? 'save' : 'add'), aside: <LinkButton href={row ? `/documents/${row.id}` : '/documents'} variant="quiet">{t('cancel')}</LinkButton>, word }
  const fields = (
    <>
      <TextField name="name" label={t('fields.name')} autoComplete="off" />
      <SelectField name="category" label={t('fields.category')} options={documentCategories.map((value) => ({ value, label: t(`categories.${value}`) }))} />
      {!row && <OwnerFields campuses={campuses} ofOrganization={ofOrganization} />}
      <DateField name="expiresOn" label={t('fields.expiresOn')} hint={t('fields.expiresOnHint')} optional />
      <TextAreaField name="notes" label={t('fields.notes')} optional />
    </>
  )
  if (row) return <ActionForm schema={documentEditInput} action={updateDocumentAction} defaults={{ ...row.values, id: row.id, seen: row.seen }} {...common}>{fields}</ActionForm>
  return <ActionForm schema={documentInput} action={createDocumentAction} defaults={{ name: '', category: 'identity', expiresOn: '', notes: '', entityType: 'student', studentId: '', staffId: '', campusId: '' }} {...common}>{fields}</ActionForm>
}

function OwnerFields({ campuses, ofOrganization }: Pick<DocumentFormProps, 'campuses' | 'ofOrganization'>) {
  const t = useTranslations('documents')
  const owner = useWatch({ name: 'entityType' }) as string
  return (
    <>
      <SelectField name="entityType" label={t('fields.owner')} options={documentOwners.filter((one) => one !== 'organization' || ofOrganization).map((value) => ({ value, label: t(`owners.${value}`) }))} />
      {owner === 'student' && <RemotePickField name="studentId" label={t('owners.student')} source="/api/choices/students" chosen={null} />}
      {owner === 'staff' && <RemotePickField name="staffId" label={t('owners.staff')} source="/api/choices/staff" chosen={null} />}
      {owner === 'campus' && <SelectField name="campusId" label={t('owners.campus')} options={campuses} placeholder={t('choose')} />}
    </>
  )
}
