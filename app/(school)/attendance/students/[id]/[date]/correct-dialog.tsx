'use client'

import { Pencil } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useFormContext } from 'react-hook-form'
import { ActionForm } from '@/components/form/action-form'
import { FormDialog } from '@/components/form/form-dialog'
import { SelectField } from '@/components/form/select-field'
import { TextAreaField } from '@/components/form/text-area-field'
import { TextField } from '@/components/form/text-field'
import { Button } from '@/components/ui/button'
import { correctionInput } from '@/lib/domain/attendance/notice'
import type { ReasonChoice } from '@/lib/domain/attendance/reason.server'
import { hasMinutes, isMarkable, markable, type MarkableStatus } from '@/lib/domain/attendance/register'
import type { DayMark } from '@/lib/domain/attendance/student-day.server'
import { correctMarkAction } from '../../../desk/actions'

function Fields({ reasons }: { reasons: readonly ReasonChoice[] }) {
  const t = useTranslations('attendance')
  const status = useFormContext<{ status: MarkableStatus }>().watch('status')
  return (
    <>
      <SelectField name="status" label={t('status')} options={markable.map((value) => ({ value, label: t(`statuses.${value}`) }))} />
      {hasMinutes(status) && <TextField name="minutesLate" inputMode="numeric" label={t('minutes')} optional />}
      <SelectField name="reasonId" label={t('office.reason')} options={reasons.map(({ id, name }) => ({ value: id, label: name }))} placeholder={t('office.noReason')} optional />
      <TextAreaField name="why" label={t('office.why')} hint={t('office.whyHint')} />
    </>
  )
}

/** Corrects one mark, for a reason. */
export function CorrectDialog({ mark: { id, seen, className, status, minutesLate, reasonId }, reasons }: { mark: DayMark; reasons: readonly ReasonChoice[] }) {
  const t = useTranslations('attendance.office')
  const defaults = { id, seen, status: isMarkable(status) ? status : ('present' as const), minutesLate: minutesLate ?? '', reasonId: reasonId ?? '', why: '' }
  return (
    <FormDialog title={t('correctOf', { name: className })} description={t('correctText')} trigger={<Button size="sm" aria-label={t('correctOf', { name: className })}><Pencil aria-hidden />{t('correct')}</Button>}>
      {(done) => <ActionForm schema={correctionInput} action={correctMarkAction} defaults={defaults} onSaved={() => done(t('corrected'))} submit={t('saveCorrection')}><Fields reasons={reasons} /></ActionForm>}
    </FormDialog>
  )
}
