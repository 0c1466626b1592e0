'use client'

import { useTranslations } from 'next-intl'
import { useRouter } from 'next/navigation'
import { z } from 'zod'
import { ActionForm } from '@/components/form/action-form'
import { CheckField } from '@/components/form/check-field'
import { FormSection } from '@/components/form/form-section'
import { SelectField } from '@/components/form/select-field'
import { TextField } from '@/components/form/text-field'
import { LinkButton } from '@/components/ui/link-button'
import type { Option } from '@/components/ui/select'
import { toast } from '@/components/ui/toast'
import { bellScheduleEditInput, bellScheduleInput, type BellScheduleInput } from '@/lib/domain/timetable/bell-schedule'
import { seenInput } from '@/lib/platform/catalog'
import { weekdays } from '@/lib/platform/plain-date'
import { createBellScheduleAction, updateBellScheduleAction } from './actions'
import { PeriodRows } from './period-rows'

const editInput = z.intersection(bellScheduleEditInput, seenInput)
type Edited = Omit<BellScheduleInput, 'campusId'>
const blank: Edited = { name: '', monday: true, tuesday: true, wednesday: true, thursday: true, friday: true, saturday: false, sunday: false, periods: [{ id: '', name: '', startsAt: '08:00', endsAt: '08:45', kind: 'lesson' }] }

type BellScheduleFormProps = { row?: Edited & { id: string; seen: string }; campuses: readonly Option[] }

/** One form for new bells and for those that are there. */
export function BellScheduleForm({ row, campuses }: BellScheduleFormProps) {
  const t = useTranslations('timetables')
  const router = useRouter()
  const saved = () => {
    toast({ title: t('bells.saved') })
    router.push('/setup/bell-schedules')
  }
  const common = { onSaved: saved, submit: t(row ? 'save' : 'bells.add'), aside: <LinkButton href="/setup/bell-schedules" variant="quiet">{t('cancel')}</LinkButton> }
  const fields = (
    <>
      <TextField name="name" label={t('bells.fields.name')} hint={t('bells.fields.nameHint')} autoComplete="off" />
      {!row && <SelectField name="campusId" label={t('campus')} options={campuses} placeholder={campuses.length > 1 ? t('choose') : undefined} />}
      <FormSection title={t('bells.fields.days')} hint={t('bells.fields.daysHint')}>
        <div className="grid grid-cols-2 gap-x-4 gap-y-2 sm:grid-cols-4">
          {weekdays.map((day) => <CheckField key={day} name={day} label={t(`days.${day}`)} />)}
        </div>
      </FormSection>
      <FormSection title={t('bells.fields.periods')} hint={t('bells.fields.periodsHint')}>
        <PeriodRows />
      </FormSection>
    </>
  )
  if (!row) return <ActionForm schema={bellScheduleInput} action={createBellScheduleAction} defaults={{ ...blank, campusId: campuses.length === 1 ? campuses[0]!.value : '' }} {...common}>{fields}</ActionForm>
  const { id, seen, name, monday, tuesday, wednesday, thursday, friday, saturday, sunday, periods } = row
  return <ActionForm schema={editInput} action={updateBellScheduleAction} defaults={{ id, seen, name, monday, tuesday, wednesday, thursday, friday, saturday, sunday, periods }} {...common}>{fields}</ActionForm>
}
