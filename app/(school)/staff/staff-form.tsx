'use client'

import { useTranslations } from 'next-intl'
import { useRouter } from 'next/navigation'
import { z } from 'zod'
import { ActionForm } from '@/components/form/action-form'
import { DateField } from '@/components/form/date-field'
import { SelectField } from '@/components/form/select-field'
import { TextField } from '@/components/form/text-field'
import { LinkButton } from '@/components/ui/link-button'
import type { Option } from '@/components/ui/select'
import { toast } from '@/components/ui/toast'
import { staffEditInput, staffInput, staffTypes, type StaffInput } from '@/lib/domain/people/staff'
import { seenInput } from '@/lib/platform/catalog'
import { createStaffAction, updateStaffAction } from './actions'

const editInput = z.intersection(staffEditInput, seenInput)
type Edited = Omit<StaffInput, 'status'> & { status: 'expected' | 'active' | 'on_leave' | 'ended' }
type StaffFormProps = { row?: { id: string; seen: string; values: Edited }; campuses: readonly Option[]; campusId: string }

/** One form for somebody new and for who works here. */
export function StaffForm({ row, campuses, campusId }: StaffFormProps) {
  const [t, words] = [useTranslations('staff'), useTranslations('students')]
  const router = useRouter()
  const saved = ({ id }: { id: string }) => {
    toast({ title: t('saved') })
    router.push(`/staff/${id}`)
  }
  const word = (name: string, value: unknown) => (name === 'staffType' ? t(`types.${String(value)}`) : name === 'status' ? t(`statuses.${String(value)}`) : name === 'campusId' ? campuses.find((one) => one.value === value)?.label : undefined)
  const common = { onSaved: saved, submit: t(row ? 'save' : 'add'), aside: <LinkButton href={row ? `/staff/${row.id}` : '/staff'} variant="quiet">{t('cancel')}</LinkButton>, word }
  // Who has left comes back by a deed of its own.
  const statuses = row?.values.status === 'ended' ? (['ended'] as const) : (['expected', 'active', 'on_leave'] as const)
  const fields = (
    <div className="grid gap-4 sm:grid-cols-2">
      <TextField name="firstName" label={words('fields.firstName')} autoComplete="off" />
      <TextField name="lastName" label={words('fields.lastName')} autoComplete="off" />
      <TextField name="employeeNumber" label={t('columns.number')} autoComplete="off" />
      <SelectField name="campusId" label={t('campus')} options={campuses} placeholder={campuses.length > 1 ? words('choose') : undefined} />
      <SelectField name="staffType" label={t('type')} options={staffTypes.map((value) => ({ value, label: t(`types.${value}`) }))} />
      <TextField name="jobTitle" label={t('columns.title')} autoComplete="off" optional />
      <DateField name="hireDate" label={t('fields.hireDate')} optional />
      <SelectField name="status" label={t('status')} options={statuses.map((value) => ({ value, label: t(`statuses.${value}`) }))} />
      <TextField name="email" label={t('columns.email')} type="email" autoComplete="off" optional />
      <TextField name="phone" label={t('fields.phone')} type="tel" autoComplete="off" optional />
      <TextField name="weeklyLessons" label={t('fields.weeklyLessons')} hint={t('fields.weeklyLessonsHint')} inputMode="numeric" optional />
    </div>
  )
  if (!row) return <ActionForm schema={staffInput} action={createStaffAction} defaults={{ firstName: '', lastName: '', employeeNumber: '', campusId, staffType: 'teacher', jobTitle: '', hireDate: '', email: '', phone: '', weeklyLessons: '', status: 'active' }} {...common}>{fields}</ActionForm>
  return <ActionForm schema={editInput} action={updateStaffAction} defaults={{ ...row.values, id: row.id, seen: row.seen }} {...common}>{fields}</ActionForm>
}
