'use client'

import { useTranslations } from 'next-intl'
import { useRouter } from 'next/navigation'
import { useWatch } from 'react-hook-form'
import { z } from 'zod'
import { ActionForm } from '@/components/form/action-form'
import { DateField } from '@/components/form/date-field'
import { SelectField } from '@/components/form/select-field'
import { TextField } from '@/components/form/text-field'
import { LinkButton } from '@/components/ui/link-button'
import type { Option } from '@/components/ui/select'
import { toast } from '@/components/ui/toast'
import { timetableEditInput, timetableInput, type TimetableInput } from '@/lib/domain/timetable/timetable'
import { seenInput } from '@/lib/platform/catalog'
import { createTimetableAction, updateTimetableAction } from './actions'

const editInput = z.intersection(timetableEditInput, seenInput)
type CopyChoice = { value: string; label: string; campusId: string; yearId: string }
type NewProps = { defaults: TimetableInput; campuses: readonly Option[]; years: readonly Option[]; copies: readonly CopyChoice[] }

/** Of which timetable the draft is a copy: those of the campus and year that are chosen. */
function CopyField({ copies }: { copies: readonly CopyChoice[] }) {
  const t = useTranslations('timetables')
  const [campusId, yearId] = useWatch<TimetableInput, ['campusId', 'academicYearId']>({ name: ['campusId', 'academicYearId'] })
  const options = copies.filter((one) => one.campusId === campusId && one.yearId === yearId)
  return <SelectField name="copyOf" label={t('fields.copyOf')} hint={t('fields.copyOfHint')} options={options} placeholder={t('fields.emptyDraft')} />
}

export function NewTimetableForm({ defaults, campuses, years, copies }: NewProps) {
  const t = useTranslations('timetables')
  const router = useRouter()
  const saved = ({ id }: { id: string }) => {
    toast({ title: t('saved') })
    router.push(`/timetables/${id}`)
  }
  return (
    <ActionForm schema={timetableInput} action={createTimetableAction} defaults={defaults} onSaved={saved} submit={t('add')} aside={<LinkButton href="/timetables" variant="quiet">{t('cancel')}</LinkButton>}>
      <TextField name="name" label={t('fields.name')} hint={t('fields.nameHint')} autoComplete="off" />
      <SelectField name="campusId" label={t('campus')} options={campuses} placeholder={campuses.length > 1 ? t('choose') : undefined} />
      <SelectField name="academicYearId" label={t('fields.year')} options={years} />
      <CopyField copies={copies} />
      <DateField name="effectiveFrom" label={t('fields.planned')} hint={t('fields.plannedHint')} />
    </ActionForm>
  )
}

export function EditTimetableForm({ row }: { row: { id: string; seen: string; name: string; effectiveFrom: string } }) {
  const t = useTranslations('timetables')
  const router = useRouter()
  const saved = ({ id }: { id: string }) => {
    toast({ title: t('saved') })
    router.push(`/timetables/${id}`)
  }
  return (
    <ActionForm schema={editInput} action={updateTimetableAction} defaults={row} onSaved={saved} submit={t('save')} aside={<LinkButton href={`/timetables/${row.id}`} variant="quiet">{t('cancel')}</LinkButton>}>
      <TextField name="name" label={t('fields.name')} autoComplete="off" />
      <DateField name="effectiveFrom" label={t('fields.planned')} hint={t('fields.plannedHint')} />
    </ActionForm>
  )
}
