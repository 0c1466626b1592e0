'use client'

import { useTranslations } from 'next-intl'
import { useRouter } from 'next/navigation'
import { z } from 'zod'
import { ActionForm } from '@/components/form/action-form'
import { CheckField } from '@/components/form/check-field'
import { RemotePickField } from '@/components/form/remote-pick-field'
import { SelectField } from '@/components/form/select-field'
import { TextAreaField } from '@/components/form/text-area-field'
import { TextField } from '@/components/form/text-field'
import { LinkButton } from '@/components/ui/link-button'
import type { Option } from '@/components/ui/select'
import { toast } from '@/components/ui/toast'
import { guardianInput, relationships, type GuardianInput } from '@/lib/domain/people/guardian'
import { seenInput } from '@/lib/platform/catalog'
import { createGuardianAction, updateGuardianAction } from './actions'

const editInput = z.intersection(guardianInput, seenInput)
const blank: GuardianInput = { fullName: '', relationship: 'mother', studentId: '', phone: '', email: '', address: '', primaryContact: false }

type GuardianFormProps = { row?: { id: string; seen: string; values: GuardianInput }; child: Option | null }

/** One form for a new guardian and for the one that is there. */
export function GuardianForm({ row, child }: GuardianFormProps) {
  const t = useTranslations('guardians')
  const router = useRouter()
  const kinds = relationships.map((value) => ({ value, label: t(`relationships.${value}`) }))
  const saved = ({ id }: { id: string }) => {
    toast({ title: t('saved') })
    router.push(`/guardians/${id}`)
  }
  const word = (name: string, value: unknown) => (name === 'relationship' ? t(`relationships.${String(value)}`) : name === 'studentId' && value === child?.value ? child?.label : undefined)
  const common = { onSaved: saved, submit: t(row ? 'save' : 'add'), aside: <LinkButton href={row ? `/guardians/${row.id}` : '/guardians'} variant="quiet">{t('cancel')}</LinkButton>, word }
  const fields = (
    <>
      <TextField name="fullName" label={t('fields.fullName')} autoComplete="off" />
      <RemotePickField name="studentId" label={t('fields.student')} source="/api/choices/students" chosen={child} />
      <SelectField name="relationship" label={t('fields.relationship')} options={kinds} />
      <TextField name="phone" label={t('fields.phone')} type="tel" autoComplete="off" optional />
      <TextField name="email" label={t('fields.email')} type="email" autoComplete="off" optional />
      <TextAreaField name="address" label={t('fields.address')} optional />
      <CheckField name="primaryContact" label={t('fields.primaryContact')} hint={t('fields.primaryContactHint')} />
    </>
  )
  if (!row) return <ActionForm schema={guardianInput} action={createGuardianAction} defaults={{ ...blank, studentId: child?.value ?? '' }} {...common}>{fields}</ActionForm>
  return <ActionForm schema={editInput} action={updateGuardianAction} defaults={{ ...row.values, id: row.id, seen: row.seen }} {...common}>{fields}</ActionForm>
}
