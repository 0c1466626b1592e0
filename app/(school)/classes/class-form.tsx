'use client'

import { useTranslations } from 'next-intl'
import { useRouter } from 'next/navigation'
import { z } from 'zod'
import { ActionForm } from '@/components/form/action-form'
import { RemotePickField } from '@/components/form/remote-pick-field'
import { SelectField } from '@/components/form/select-field'
import { TextField } from '@/components/form/text-field'
import { LinkButton } from '@/components/ui/link-button'
import type { Option } from '@/components/ui/select'
import { toast } from '@/components/ui/toast'
import { classEditInput, classInput, classStatuses, classTypes, type ClassInput } from '@/lib/domain/academics/class'
import { seenInput } from '@/lib/platform/catalog'
import { createClassAction, updateClassAction } from './actions'

const editInput = z.intersection(classEditInput, seenInput)
type Edited = Omit<ClassInput, 'campusId' | 'academicYearId'>
const blank: Edited = { name: '', section: '', gradeId: '', homeroomTeacherId: '', room: '', capacity: '', classType: 'homeroom', status: 'active' }

type ClassFormProps = {
  row?: { id: string; seen: string; values: Edited }
  teacher: Option | null
  grades: readonly Option[]
  /** For a new one: where and when it can be. */
  place?: { campuses: readonly Option[]; years: readonly Option[]; campusId: string; yearId: string }
}

/** One form for a new class and for the one that is there. */
export function ClassForm({ row, teacher, grades, place }: ClassFormProps) {
  const t = useTranslations('classes')
  const router = useRouter()
  const saved = ({ id }: { id: string }) => {
    toast({ title: t('saved') })
    router.push(`/classes/${id}`)
  }
  const words: Record<string, readonly Option[]> = { gradeId: grades, homeroomTeacherId: teacher ? [teacher] : [] }
  const word = (name: string, value: unknown) =>
    name === 'classType' ? t(`types.${String(value)}`) : name === 'status' ? t(`statuses.${String(value)}`) : words[name]?.find((one) => one.value === value)?.label
  const common = { onSaved: saved, submit: t(row ? 'save' : 'add'), aside: <LinkButton href={row ? `/classes/${row.id}` : '/classes'} variant="quiet">{t('cancel')}</LinkButton>, word }
  const fields = (
    <div className="grid gap-4 sm:grid-cols-2">
      <TextField name="name" label={t('fields.name')} autoComplete="off" />
      <TextField name="section" label={t('fields.section')} autoComplete="off" optional />
      {place && <SelectField name="academicYearId" label={t('year')} options={place.years} />}
      {place && <SelectField name="campusId" label={t('campus')} options={place.campuses} placeholder={place.campuses.length > 1 ? t('choose') : undefined} />}
      <SelectField name="gradeId" label={t('grade')} options={grades} placeholder={t('choose')} />
      <RemotePickField name="homeroomTeacherId" label={t('columns.teacher')} source="/api/choices/staff" chosen={teacher} optional />
      <TextField name="room" label={t('columns.room')} autoComplete="off" optional />
      <TextField name="capacity" label={t('fields.capacity')} hint={t('fields.capacityHint')} inputMode="numeric" optional />
      <SelectField name="classType" label={t('fields.classType')} options={classTypes.map((value) => ({ value, label: t(`types.${value}`) }))} />
      <SelectField name="status" label={t('status')} options={classStatuses.map((value) => ({ value, label: t(`statuses.${value}`) }))} />
    </div>
  )
  if (place) return <ActionForm schema={classInput} action={createClassAction} defaults={{ ...blank, campusId: place.campusId, academicYearId: place.yearId }} {...common}>{fields}</ActionForm>
  return row && <ActionForm schema={editInput} action={updateClassAction} defaults={{ ...row.values, id: row.id, seen: row.seen }} {...common}>{fields}</ActionForm>
}
