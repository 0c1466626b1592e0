'use client'

import { useTranslations } from 'next-intl'
import { useRef, useState, type FormEvent } from 'react'
import { Button } from '@/components/ui/button'
import { Dialog } from '@/components/ui/dialog'
import { described, Field } from '@/components/ui/field'
import { Input } from '@/components/ui/input'
import { Segmented } from '@/components/ui/segmented'
import { Textarea } from '@/components/ui/textarea'
import { hasMinutes, isMarkable, markable, minutesMost, remarkLength, type AttendanceStatus, type Marking } from '@/lib/domain/attendance/register'

const usualMinutes = [5, 10, 15]

type DetailsDialogProps = { name: string; marking: Marking; onClose: () => void; onSave: (marking: Marking) => void }

/** What a tap cannot say: the rarer statuses, minutes, a remark. */
export default function DetailsDialog({ name, marking, onClose, onSave }: DetailsDialogProps) {
  const t = useTranslations('attendance')
  const [status, setStatus] = useState(marking.status)
  const [remark, setRemark] = useState(marking.remark ?? '')
  const [problem, setProblem] = useState<string>()
  const minutes = useRef<HTMLInputElement>(null)
  const choices: readonly AttendanceStatus[] = isMarkable(marking.status) ? markable : [marking.status, ...markable]

  function setMinutes(each: number) {
    if (minutes.current) minutes.current.value = String(each)
    setProblem(undefined)
  }

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
      <form id="details" method="post" noValidate onSubmit={keep} className="flex flex-col gap-4">
        <Segmented wrap label={t('status')} name="status" defaultValue={status} onChange={(event) => setStatus(event.target.value as AttendanceStatus)} options={choices.map((value) => ({ value, label: t(`statuses.${value}`) }))} />
        {hasMinutes(status) && (
          <Field id="minutes" label={t('minutes')} optional problem={problem}>
            <Input {...described('minutes', { problem })} ref={minutes} type="number" inputMode="numeric" min={0} max={minutesMost} step={1} defaultValue={marking.minutesLate ?? ''} onChange={() => setProblem(undefined)} />
            <div className="mt-2 flex gap-2">
              {usualMinutes.map((each) => (
                <Button key={each} onClick={() => setMinutes(each)}>
                  {t('justMinutes', { minutes: each })}
                </Button>
              ))}
            </div>
          </Field>
        )}
        <Field id="remark" label={t('remark')} optional>
          <Textarea id="remark" rows={3} maxLength={remarkLength} value={remark} onChange={(event) => setRemark(event.target.value)} />
        </Field>
      </form>
    </Dialog>
  )
}
