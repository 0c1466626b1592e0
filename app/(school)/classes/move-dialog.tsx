'use client'

import { useTranslations } from 'next-intl'
import { ActionForm } from '@/components/form/action-form'
import { DateField } from '@/components/form/date-field'
import { FormDialog } from '@/components/form/form-dialog'
import { RemotePickField } from '@/components/form/remote-pick-field'
import { Button } from '@/components/ui/button'
import { moveInput } from '@/lib/domain/academics/enrollment'
import { moveStudentAction } from './actions'

type MoveDialogProps = { enrollmentId: string; name: string; className: string; campusId: string; today: string }

export function MoveDialog({ enrollmentId, name, className, campusId, today }: MoveDialogProps) {
  const t = useTranslations('classes.enrollments')
  return (
    <FormDialog title={t('moveTitle', { name, class: className })} description={t('moveText')} trigger={<Button size="sm" aria-label={t('moveOf', { name })}>{t('move')}</Button>}>
      {(done) => (
        <ActionForm schema={moveInput} action={moveStudentAction} defaults={{ id: enrollmentId, classId: '', on: today }} onSaved={() => done(t('moved', { name }))} submit={t('move')}>
          <RemotePickField name="classId" label={t('toClass')} hint={t('classHint')} source={`/api/choices/classes?campus=${campusId}`} chosen={null} />
          <DateField name="on" label={t('from')} />
        </ActionForm>
      )}
    </FormDialog>
  )
}
