'use client'

import { useTranslations } from 'next-intl'
import { useRouter } from 'next/navigation'
import { ActionForm } from '@/components/form/action-form'
import { DateField } from '@/components/form/date-field'
import { SelectField } from '@/components/form/select-field'
import { TextField } from '@/components/form/text-field'
import { LinkButton } from '@/components/ui/link-button'
import type { Option } from '@/components/ui/select'
import { toast } from '@/components/ui/toast'
import { specialDayInput, specialDayKinds, type SpecialDayInput } from '@/lib/domain/academics/special-day'
import { seenInput } from '@/lib/platform/catalog'
import { createSpecialDayAction, updateSpecialDayAction } from './actions'

const editInput = specialDayInput.extend(seenInput.shape)

type SpecialDayFormProps = { row?: { id: string; seen: string; values: SpecialDayInput }; campuses: readonly Option[]; date?: string }

/** One form for a new special day and for the one that is there. */
export function SpecialDayForm({ row, campuses, date = '' }: SpecialDayFormProps) {
  const t = useTranslations('setup')
  const router = useRouter()
  const saved = () => {
    toast({ title: t('specialDays.saved') })
    router.push('/setup/special-days')
  }
  const places = [{ value: '', label: t('specialDays.everyCampus') }, ...campuses]
  const word = (name: string, value: unknown) => (name === 'kind' ? t(`specialDays.kinds.${String(value)}`) : name === 'campusId' ? places.find((place) => place.value === (value ?? ''))?.label : undefined)
  const common = { onSaved: saved, submit: t(row ? 'save' : 'specialDays.add'), aside: <LinkButton href="/setup/special-days" variant="quiet">{t('cancel')}</LinkButton>, word }
  const fields = (
    <>
      <TextField name="title" label={t('specialDays.name')} autoComplete="off" />
      <div className="flex flex-wrap gap-4">
        <DateField name="date" label={t('specialDays.date')} />
        <SelectField name="kind" label={t('specialDays.kind')} hint={t('specialDays.kindHint')} options={specialDayKinds.map((value) => ({ value, label: t(`specialDays.kinds.${value}`) }))} />
      </div>
      <SelectField name="campusId" label={t('specialDays.campus')} options={places} />
    </>
  )
  if (!row) return <ActionForm schema={specialDayInput} action={createSpecialDayAction} defaults={{ title: '', date, kind: 'holiday', campusId: '' }} {...common}>{fields}</ActionForm>
  return <ActionForm schema={editInput} action={updateSpecialDayAction} defaults={{ ...row.values, campusId: row.values.campusId ?? '', id: row.id, seen: row.seen }} {...common}>{fields}</ActionForm>
}
