'use client'

import { useTranslations } from 'next-intl'
import { useFormContext } from 'react-hook-form'
import { ActionForm } from '@/components/form/action-form'
import { DateField } from '@/components/form/date-field'
import { RemotePickField } from '@/components/form/remote-pick-field'
import { SelectField } from '@/components/form/select-field'
import { TextAreaField } from '@/components/form/text-area-field'
import { TextField } from '@/components/form/text-field'
import type { Option } from '@/components/ui/select'
import { noticeInput, noticeKinds, type NoticeKind } from '@/lib/domain/attendance/notice'
import type { ReasonChoice } from '@/lib/domain/attendance/reason.server'
import type { PlainDate } from '@/lib/platform/time'
import { noteAbsenceAction } from './actions'

const channels = ['phone', 'email', 'in_person', 'letter'] as const

function Fields({ reasons, chosen }: { reasons: readonly ReasonChoice[]; chosen: Option | null }) {
  const t = useTranslations('attendance.office')
  const kind = useFormContext<{ kind: NoticeKind }>().watch('kind')
  return (
    <>
      <RemotePickField name="studentId" label={t('student')} source="/api/choices/students" chosen={chosen} />
      <SelectField name="kind" label={t('kind')} options={noticeKinds.map((value) => ({ value, label: t(`kinds.${value}`) }))} />
      <div className="grid grid-cols-2 gap-4">
        <DateField name="fromDate" label={t('from')} />
        {kind === 'absent' ? <DateField name="toDate" label={t('to')} optional /> : <TextField name="atTime" type="time" label={t('at')} />}
      </div>
      <div className="grid grid-cols-2 gap-4">
        <SelectField name="reasonId" label={t('reason')} options={reasons.map(({ id, name }) => ({ value: id, label: name }))} placeholder={t('noReason')} optional />
        <SelectField name="channel" label={t('channel')} options={channels.map((value) => ({ value, label: t(`channels.${value}`) }))} />
      </div>
      <TextField name="reportedBy" label={t('reportedBy')} autoComplete="off" optional />
      <TextAreaField name="note" label={t('note')} optional />
    </>
  )
}

export type NoticeFormProps = { reasons: readonly ReasonChoice[]; today: PlainDate; chosen: Option | null; done: (happened: string) => void }

export default function NoticeForm({ reasons, today, chosen, done }: NoticeFormProps) {
  const t = useTranslations('attendance.office')
  const defaults = { studentId: chosen?.value ?? '', kind: 'absent' as const, channel: 'phone' as const, fromDate: today, toDate: '', atTime: '', reasonId: '', reportedBy: '', note: '' }
  return <ActionForm schema={noticeInput} action={noteAbsenceAction} defaults={defaults} onSaved={() => done(t('reported'))} submit={t('save')}><Fields reasons={reasons} chosen={chosen} /></ActionForm>
}
