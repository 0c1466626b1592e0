'use client'

import { useTranslations } from 'next-intl'
import { ActionForm } from '@/components/form/action-form'
import { DateField } from '@/components/form/date-field'
import { FormDialog } from '@/components/form/form-dialog'
import { Button } from '@/components/ui/button'
import { endInput } from '@/lib/domain/academics/enrollment'
import { endEnrollmentAction } from './actions'
import { useResume } from './resume-button'

type EndDialogProps = { enrollmentId: string; name: string; className: string; today: string; waits: boolean }

/** Out of a class, or out of its waiting list, with Undo. */
export function EndDialog({ enrollmentId, name, className, today, waits }: EndDialogProps) {
  const [t, words] = [useTranslations('classes.enrollments'), useTranslations('record')]
  const resume = useResume()
  return (
    <FormDialog title={t(waits ? 'unwaitTitle' : 'endTitle', { name, class: className })} trigger={<Button size="sm" aria-label={t('endOf', { name })}>{t('end')}</Button>}>
      {(done) => (
        <ActionForm schema={endInput} action={endEnrollmentAction} defaults={{ id: enrollmentId, on: today }} onSaved={() => done(t('ended', { name }), { label: words('undo'), run: () => void resume(enrollmentId) })} submit={t('endDo')}>
          {!waits && <DateField name="on" label={t('lastDay')} hint={t('lastDayHint')} />}
        </ActionForm>
      )}
    </FormDialog>
  )
}
