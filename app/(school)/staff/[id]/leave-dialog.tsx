'use client'

import { useTranslations } from 'next-intl'
import { ActionForm } from '@/components/form/action-form'
import { DateField } from '@/components/form/date-field'
import { FormDialog } from '@/components/form/form-dialog'
import { TextAreaField } from '@/components/form/text-area-field'
import { Button } from '@/components/ui/button'
import { Notice } from '@/components/ui/notice'
import { leavingInput } from '@/lib/domain/people/staff'
import { leaveWorkAction } from '../actions'

type LeaveDialogProps = { id: string; seen: string; name: string; today: string; classNames: readonly string[] }

/** Somebody stops working here: the last day, and which classes will miss them. */
export function LeaveDialog({ id, seen, name, today, classNames }: LeaveDialogProps) {
  const t = useTranslations('staff.leaving')
  return (
    <FormDialog title={t('title', { name })} trigger={<Button>{t('leave')}</Button>}>
      {(done) => (
        <ActionForm key={seen} schema={leavingInput} action={leaveWorkAction} defaults={{ id, seen, on: today, reason: '' }} onSaved={() => done(t('done', { name }))} submit={t('submit')}>
          <DateField name="on" label={t('lastDay')} />
          <TextAreaField name="reason" label={t('reason')} optional />
          <Notice tone="quiet" title={t('follows')}>{classNames.length > 0 ? t('missing', { classes: classNames.join(', ') }) : t('nobodyMisses')}</Notice>
        </ActionForm>
      )}
    </FormDialog>
  )
}
