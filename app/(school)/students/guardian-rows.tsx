'use client'

import { Plus, Trash2 } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useFieldArray, useWatch } from 'react-hook-form'
import { CheckField } from '@/components/form/check-field'
import { RemotePickField } from '@/components/form/remote-pick-field'
import { SelectField } from '@/components/form/select-field'
import { TextField } from '@/components/form/text-field'
import { Button } from '@/components/ui/button'
import { IconButton } from '@/components/ui/icon-button'
import { relationships } from '@/lib/domain/people/guardian'

export const blankGuardian = { guardianId: '', fullName: '', relationship: 'mother', phone: '', email: '', livesWith: true, mayPickUp: true } as const
const most = 4

/** Who answers for the new student, in the order in which they are called: new people, or ones who are known by a brother or sister. */
export function GuardianRows() {
  const t = useTranslations('students.admit')
  const { fields, append, remove } = useFieldArray({ name: 'guardians' })
  return (
    <div className="flex flex-col gap-4">
      {fields.map(({ id }, i) => <GuardianRow key={id} at={i} onRemove={() => remove(i)} />)}
      {fields.length < most && <Button className="self-start" onClick={() => append(blankGuardian)}><Plus aria-hidden />{t(fields.length === 0 ? 'addGuardian' : 'addAnother')}</Button>}
    </div>
  )
}

function GuardianRow({ at, onRemove }: { at: number; onRemove: () => void }) {
  const [t, words] = [useTranslations('students.admit'), useTranslations('guardians')]
  const name = (field: string) => `guardians.${at}.${field}`
  const isKnown = Boolean(useWatch({ name: name('guardianId') }))
  return (
    <fieldset className="rounded-lg border border-line p-4">
      <legend className="px-1 text-sm font-medium">{t('guardianNumber', { number: at + 1 })}</legend>
      <div className="grid gap-4 sm:grid-cols-2">
        {!isKnown && <TextField name={name('fullName')} label={words('fields.fullName')} autoComplete="off" />}
        <RemotePickField name={name('guardianId')} label={t('known')} hint={t('knownHint')} source="/api/choices/guardians" chosen={null} optional />
        <SelectField name={name('relationship')} label={words('fields.relationship')} options={relationships.map((value) => ({ value, label: words(`relationships.${value}`) }))} />
        {!isKnown && <TextField name={name('phone')} label={words('fields.phone')} type="tel" autoComplete="off" optional />}
        {!isKnown && <TextField name={name('email')} label={words('fields.email')} type="email" autoComplete="off" optional />}
      </div>
      <div className="mt-3 flex flex-wrap items-center gap-x-6">
        <CheckField name={name('livesWith')} label={words('link.livesWith')} />
        <CheckField name={name('mayPickUp')} label={words('link.mayPickUp')} />
        <IconButton className="ms-auto" label={t('removeGuardian', { number: at + 1 })} onClick={onRemove}><Trash2 aria-hidden /></IconButton>
      </div>
    </fieldset>
  )
}
