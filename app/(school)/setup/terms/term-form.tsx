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
import { termInput, termTypes, type TermInput } from '@/lib/domain/academics/term'
import { seenInput } from '@/lib/platform/catalog'
import { createTermAction, updateTermAction } from './actions'

const editInput = z.intersection(termInput, seenInput)

type TermFormProps = { row?: { id: string; seen: string; values: TermInput }; years: readonly Option[] }

/** One form for a new term and for the one that is there. */
export function TermForm({ row, years }: TermFormProps) {
  const t = useTranslations('setup')
  const router = useRouter()
  const saved = () => {
    toast({ title: t('terms.saved') })
    router.push('/setup/terms')
  }
  const word = (name: string, value: unknown) => (name === 'termType' ? t(`terms.types.${String(value)}`) : name === 'academicYearId' ? years.find((year) => year.value === value)?.label : undefined)
  const common = { onSaved: saved, submit: t(row ? 'save' : 'terms.add'), aside: <LinkButton href="/setup/terms" variant="quiet">{t('cancel')}</LinkButton>, word }
  const fields = (
    <>
      <TextField name="name" label={t('fields.name')} autoComplete="off" />
      <div className="flex flex-wrap gap-4">
        <SelectField name="academicYearId" label={t('terms.year')} options={years} />
        <SelectField name="termType" label={t('terms.type')} options={termTypes.map((value) => ({ value, label: t(`terms.types.${value}`) }))} />
      </div>
      <div className="flex flex-wrap gap-4">
        <DateField name="startDate" label={t('fields.startDate')} />
        <DateField name="endDate" label={t('fields.endDate')} />
      </div>
    </>
  )
  if (!row) return <ActionForm schema={termInput} action={createTermAction} defaults={{ name: '', termType: 'term', academicYearId: years[0]?.value ?? '', startDate: '', endDate: '' }} {...common}>{fields}</ActionForm>
  return <ActionForm schema={editInput} action={updateTermAction} defaults={{ ...row.values, id: row.id, seen: row.seen }} {...common}>{fields}</ActionForm>
}
