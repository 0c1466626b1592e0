'use client'

import { useTranslations } from 'next-intl'
import { DateField } from '@/components/form/date-field'
import { SelectField } from '@/components/form/select-field'
import { TextAreaField } from '@/components/form/text-area-field'
import { TextField } from '@/components/form/text-field'
import { genders } from '@/lib/domain/people/student'

/** What is asked of a student in either form: name and birth. */
export function NameFields() {
  const t = useTranslations('students')
  return (
    <div className="grid gap-4 sm:grid-cols-2">
      <TextField name="firstName" label={t('fields.firstName')} autoComplete="off" />
      <TextField name="lastName" label={t('fields.lastName')} autoComplete="off" />
      <TextField name="preferredName" label={t('fields.preferredName')} hint={t('fields.preferredNameHint')} autoComplete="off" optional />
      <DateField name="dateOfBirth" label={t('fields.dateOfBirth')} optional />
      <SelectField name="gender" label={t('fields.gender')} placeholder={t('genders.none')} options={genders.map((value) => ({ value, label: t(`genders.${value}`) }))} optional />
    </div>
  )
}

export function ContactFields() {
  const t = useTranslations('students')
  return (
    <div className="grid gap-4 sm:grid-cols-2">
      <TextField name="phone" label={t('fields.phone')} type="tel" autoComplete="off" optional />
      <TextField name="email" label={t('fields.email')} type="email" autoComplete="off" optional />
      <div className="sm:col-span-2"><TextAreaField name="address" label={t('fields.address')} optional /></div>
    </div>
  )
}
