'use client'

import { Plus } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { ActionForm } from '@/components/form/action-form'
import { CheckField } from '@/components/form/check-field'
import { DateField } from '@/components/form/date-field'
import { FormDialog } from '@/components/form/form-dialog'
import { RemotePickField } from '@/components/form/remote-pick-field'
import { Button } from '@/components/ui/button'
import { enrolInput } from '@/lib/domain/academics/enrollment'
import { enrolStudentAction } from './actions'

type Named = { id: string; name: string }
type EnrolDialogProps = { student?: Named; toClass?: Named; campusId: string; today: string }

/** One student into one class, from either side, or into its waiting list. */
export function EnrolDialog({ student, toClass, campusId, today }: EnrolDialogProps) {
  const t = useTranslations('classes.enrollments')
  return (
    <FormDialog title={t(student ? 'enrolStudent' : 'enrolInto', { name: student?.name ?? toClass?.name ?? '' })} trigger={<Button variant={student ? 'primary' : 'secondary'}><Plus aria-hidden />{t('enrol')}</Button>}>
      {(done) => (
        <ActionForm schema={enrolInput} action={enrolStudentAction} defaults={{ studentId: student?.id ?? '', classId: toClass?.id ?? '', on: today, waits: false }} onSaved={() => done(t('enrolled'))} submit={t('enrol')}>
          {!student && <RemotePickField name="studentId" label={t('student')} source={`/api/choices/students?campus=${campusId}`} chosen={null} />}
          {!toClass && <RemotePickField name="classId" label={t('class')} hint={t('classHint')} source={`/api/choices/classes?campus=${campusId}`} chosen={null} />}
          <DateField name="on" label={t('from')} />
          <CheckField name="waits" label={t('waits')} hint={t('waitsHint')} />
        </ActionForm>
      )}
    </FormDialog>
  )
}
