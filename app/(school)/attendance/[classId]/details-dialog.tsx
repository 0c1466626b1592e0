'use client'

import { useTranslations } from '#words'
import { useState } from 'react'
import { Button } from '@/components/ui/button'
import { Dialog } from '@/components/ui/dialog'
import { Field } from '@/components/ui/field'
import { Input } from '@/components/ui/input'
import { Select } from '@/components/ui/select'
import { Textarea } from '@/components/ui/textarea'
import { markable, remarkLength, type MarkableStatus } from '@/lib/domain/attendance/register'
import type { Marking } from './register-state'

type DetailsDialogProps = { name: string; marking: Marking; onClose: () => void; onSave: (marking: Marking) => void }

const hasMinutes = (status: MarkableStatus) => status === 'late' || status === 'left_early'

/** What a tap cannot say: the rarer statuses, minutes, a remark. */
export default function DetailsDialog({ name, marking, onClose, onSave }: DetailsDialogProps) {
  const t = useTranslations('attendance')
  const [status, setStatus] = useState(marking.status)
  const [minutes, setMinutes] = useState(marking.minutesLate === null ? '' : String(marking.minutesLate))
  const [remark, setRemark] = useState(marking.remark ?? '')
  const minutesLate = hasMinutes(status) && minutes !== '' ? Math.min(600, Math.max(0, Math.trunc(Number(minutes) || 0))) : null
  const save = () => onSave({ status, minutesLate, remark: remark.trim() || null })

  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={name}
      foot={
        <Button variant="primary" onClick={save}>
          {t('keepDetails')}
        </Button>
      }
    >
      <div className="flex flex-col gap-4">
        <Field id="status" label={t('status')}>
          <Select id="status" value={status} onChange={(event) => setStatus(event.target.value as MarkableStatus)} options={markable.map((value) => ({ value, label: t(`statuses.${value}`) }))} />
        </Field>
        {hasMinutes(status) && (
          <Field id="minutes" label={t('minutes')} optional>
            <Input id="minutes" type="number" inputMode="numeric" min={0} max={600} value={minutes} onChange={(event) => setMinutes(event.target.value)} />
          </Field>
        )}
        <Field id="remark" label={t('remark')} optional>
          <Textarea id="remark" rows={3} maxLength={remarkLength} value={remark} onChange={(event) => setRemark(event.target.value)} />
        </Field>
      </div>
    </Dialog>
  )
}
