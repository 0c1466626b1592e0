'use client'

import { useTranslations } from 'next-intl'
import { CheckField } from '@/components/form/check-field'
import { DateField } from '@/components/form/date-field'
import { SelectField } from '@/components/form/select-field'
import { TextAreaField } from '@/components/form/text-area-field'
import { TextField } from '@/components/form/text-field'
import { relationships } from '@/lib/domain/people/guardian'

/** How a guardian stands to one child. */
export function LinkFields() {
  const t = useTranslations('guardians')
  return (
    <>
      <SelectField name="relationship" label={t('fields.relationship')} options={relationships.map((value) => ({ value, label: t(`relationships.${value}`) }))} />
      <div>
        {(['livesWith', 'mayPickUp', 'receivesMail', 'pays'] as const).map((flag) => <CheckField key={flag} name={flag} label={t(`link.${flag}`)} />)}
      </div>
      <TextField name="emergencyOrder" label={t('link.emergencyOrder')} hint={t('link.emergencyOrderHint')} inputMode="numeric" optional />
      <TextAreaField name="custodyNote" label={t('link.custodyNote')} hint={t('link.custodyNoteHint')} optional />
      <div className="grid gap-4 sm:grid-cols-2">
        <DateField name="custodyFrom" label={t('link.custodyFrom')} optional />
        <DateField name="custodyUntil" label={t('link.custodyUntil')} optional />
      </div>
    </>
  )
}
