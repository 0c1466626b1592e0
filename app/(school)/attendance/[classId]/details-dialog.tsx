'use client'

import { useTranslations } from 'next-intl'
import { useRef, useState, type FormEvent } from 'react'
import { Button } from '@/components/ui/button'
import { Dialog } from '@/components/ui/dialog'
import { described, Field } from '@/components/ui/field'
import { Input } from '@/components/ui/input'
import { Select } from '@/components/ui/select'
import { Textarea } from '@/components/ui/textarea'
import { hasMinutes, isMarkable, markable, minutesMost, remarkLength, type AttendanceStatus, type Marking } from '@/lib/domain/attendance/register'

type DetailsDialogProps = { name: string; marking: Marking; onClose: () => void; onSave: (marking: Marking) => void }

/** What a tap cannot say: the rarer statuses, minutes, a remark. */
export default function DetailsDialog({ name, marking, onClose, onSave }: DetailsDialogProps) {
  const t = useTranslations('attendance')
  const [status, setStatus] = useState(marking.status)
  const [remark, setRemark] = useState(marking.remark ?? '')
  const [problem, setProblem] = useState<string>()
  const minutes = useRef<HTMLInputElement>(null)
  const choices: readonly AttendanceStatus[] = isMarkable(marking.status) ? markable : [marking.status, ...markable]

  function keep(event: FormEvent) {
    event.preventDefault()
    // The browser knows what is no number: what was typed is not told to us.
    if (minutes.current && !minutes.current.validity.valid) {
      setProblem(t('problems.minutes', { most: minutesMost }))
      return minutes.current.focus()
    }
    onSave({ status, minutesLate: minutes.current?.value ? minutes.current.valueAsNumber : null, remark: remark.trim() || null })
  }

  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={name}
      foot={
        <Button variant="primary" type="submit" form="details">
          {t('keepDetails')}
        </Button>
      }
    >
      <form id="details" noValidate onSubmit={keep} className="flex flex-col gap-4">
        <Field id="status" label={t('status')}>
          <Select id="status" value={status} onChange={(event) => setStatus(event.target.value as AttendanceStatus)} options={choices.map((value) => ({ value, label: t(`statuses.${value}`) }))} />
        </Field>
        {hasMinutes(status) && (
          <Field id="minutes" label={t('minutes')} optional problem={problem}>
            <Input {...described('minutes', { problem })} ref={minutes} type="number" inputMode="numeric" min={0} max={minutesMost} step={1} defaultValue={marking.minutesLate ?? ''} onChange={() => setProblem(undefined)} />
          </Field>
        )}
        <Field id="remark" label={t('remark')} optional>
          <Textarea id="remark" rows={3} maxLength={remarkLength} value={remark} onChange={(event) => setRemark(event.target.value)} />
        </Field>
      </form>
    </Dialog>
  )
}
