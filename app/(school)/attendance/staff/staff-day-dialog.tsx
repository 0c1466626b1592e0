'use client'

import { useRouter } from 'next/navigation'
import { Ellipsis } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useFormContext } from 'react-hook-form'
import { ActionForm } from '@/components/form/action-form'
import { DateField } from '@/components/form/date-field'
import { FormDialog } from '@/components/form/form-dialog'
import { SelectField } from '@/components/form/select-field'
import { TextAreaField } from '@/components/form/text-area-field'
import { TextField } from '@/components/form/text-field'
import { useUnsent } from '@/components/form/use-unsent'
import { Button } from '@/components/ui/button'
import { IconButton } from '@/components/ui/icon-button'
import { toast } from '@/components/ui/toast'
import { isAway, leaveTypes, mayBeOnLeave, staffDayInput, staffStatuses, type SheetRow, type StaffSheet, type StaffStatus } from '@/lib/domain/attendance/staff-day'
import { clearStaffDayAction, markStaffDayAction } from './actions'

function Fields() {
  const t = useTranslations('attendance.staff')
  const status = useFormContext<{ status: StaffStatus }>().watch('status')
  return (
    <>
      <SelectField name="status" label={t('status')} options={staffStatuses.map((value) => ({ value, label: t(`statuses.${value}`) }))} />
      {mayBeOnLeave(status) && <SelectField name="leaveType" label={t('leaveType')} options={leaveTypes.map((value) => ({ value, label: t(`leave.${value}`) }))} placeholder={t('noLeave')} optional />}
      {!isAway(status) && <TextField name="arrivedAt" type="time" className="max-w-32" label={t('arrivedAt')} optional />}
      {isAway(status) && <DateField name="until" label={t('until')} hint={t('untilHint')} optional />}
      <TextAreaField name="note" label={t('note')} optional />
    </>
  )
}

/** All that can be said of somebody's day, leave of several days among it. */
export function StaffDayDialog({ row: { staffId, name, mark }, sheet: { date, today } }: { row: SheetRow; sheet: Pick<StaffSheet, 'date' | 'today'> }) {
  const t = useTranslations('attendance.staff')
  const router = useRouter()
  const unsent = useUnsent()
  const defaults = { staffId, date, seen: mark?.seen ?? null, status: mark?.status ?? (date > today ? ('absent_excused' as const) : ('present' as const)), leaveType: mark?.leaveType ?? ('' as const), arrivedAt: mark?.arrivedAt ?? '', until: '', note: mark?.note ?? '' }
  const clear = async (done: () => void) => {
    if (!mark) return
    const result = await clearStaffDayAction({ staffId, date, seen: mark.seen }).catch(unsent)
    if (!result.ok) return toast({ tone: 'bad', title: result.message })
    done()
    router.refresh()
  }
  return (
    <FormDialog title={t('dayOf', { name })} trigger={<IconButton label={t('moreOf', { name })}><Ellipsis aria-hidden /></IconButton>}>
      {(done) => (
        <ActionForm schema={staffDayInput} action={markStaffDayAction} defaults={defaults} onSaved={({ days }) => done(t('saved', { days }))} submit={t('save')} aside={mark && <Button variant="quiet" onClick={() => void clear(() => done(t('cleared')))}>{t('clear')}</Button>}>
          <Fields />
        </ActionForm>
      )}
    </FormDialog>
  )
}
