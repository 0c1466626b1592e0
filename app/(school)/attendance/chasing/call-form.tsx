'use client'

import { useTranslations } from 'next-intl'
import { useFormContext } from 'react-hook-form'
import { ActionForm } from '@/components/form/action-form'
import { SelectField } from '@/components/form/select-field'
import { TextAreaField } from '@/components/form/text-area-field'
import { callInput, callOutcomes, type CallOutcome } from '@/lib/domain/attendance/notice'
import type { ReasonChoice } from '@/lib/domain/attendance/reason.server'
import type { PlainDate } from '@/lib/platform/time'
import { recordCallAction } from '../desk/actions'

function Fields({ reasons }: { reasons: readonly ReasonChoice[] }) {
  const t = useTranslations('attendance.office')
  const outcome = useFormContext<{ outcome: CallOutcome }>().watch('outcome')
  return (
    <>
      <SelectField name="outcome" label={t('outcome')} options={callOutcomes.map((value) => ({ value, label: t(`outcomes.${value}`) }))} />
      {outcome === 'explained' && <SelectField name="reasonId" label={t('reason')} options={reasons.map(({ id, name, excused }) => ({ value: id, label: excused ? name : t('notExcusing', { name }) }))} placeholder={t('chooseReason')} />}
      <TextAreaField name="note" label={t('note')} optional />
    </>
  )
}

type CallFormProps = { studentId: string; date: PlainDate; reasons: readonly ReasonChoice[]; onSaved: () => void }

/** What came of a call. */
export default function CallForm({ studentId, date, reasons, onSaved }: CallFormProps) {
  const t = useTranslations('attendance.office')
  return <ActionForm schema={callInput} action={recordCallAction} defaults={{ studentId, date, outcome: 'explained', reasonId: '', note: '' }} onSaved={onSaved} submit={t('save')}><Fields reasons={reasons} /></ActionForm>
}
