'use client'

import { Pencil, Plus } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { z } from 'zod'
import { ActionForm } from '@/components/form/action-form'
import { FormDialog } from '@/components/form/form-dialog'
import { RemotePickField } from '@/components/form/remote-pick-field'
import { SelectField } from '@/components/form/select-field'
import { TextField } from '@/components/form/text-field'
import { useRemove } from '@/components/record/remove-button'
import { Button } from '@/components/ui/button'
import { IconButton } from '@/components/ui/icon-button'
import type { Option } from '@/components/ui/select'
import { classSubjectEditInput, classSubjectInput, classSubjectStatuses } from '@/lib/domain/academics/class-subject'
import type { TaughtSubject } from '@/lib/domain/academics/class-subject.server'
import { seenInput } from '@/lib/platform/catalog'
import { addSubjectAction, removeSubjectAction, restoreSubjectAction, updateSubjectAction } from '../../actions'

const editInput = z.intersection(classSubjectEditInput, seenInput)
type SubjectDialogProps = { classId: string; subjects?: readonly Option[]; row?: TaughtSubject }

/** A subject of the class: new, or the one that is there. */
export function SubjectDialog({ classId, subjects = [], row }: SubjectDialogProps) {
  const [t, words] = [useTranslations('classes.subjects'), useTranslations('classes')]
  const { run, isPending } = useRemove(removeSubjectAction, restoreSubjectAction)
  const teacher = row?.teacher ? { value: row.teacher.id, label: row.teacher.name } : null
  const fields = (
    <>
      {!row && <SelectField name="subjectId" label={t('subject')} options={subjects} placeholder={words('choose')} />}
      <RemotePickField name="teacherId" label={t('teacher')} source="/api/choices/staff" chosen={teacher} optional />
      <TextField name="lessonsPerWeek" label={t('lessons')} inputMode="numeric" optional />
      <SelectField name="status" label={words('status')} options={classSubjectStatuses.map((value) => ({ value, label: t(`statuses.${value}`) }))} />
    </>
  )
  const trigger = row ? <IconButton label={t('edit', { subject: row.subjectName })}><Pencil aria-hidden /></IconButton> : <Button variant="primary"><Plus aria-hidden />{t('add')}</Button>
  return (
    <FormDialog title={row?.subjectName ?? t('add')} trigger={trigger}>
      {(done) => row ? (
        <ActionForm
          key={row.seen} schema={editInput} action={updateSubjectAction} defaults={{ id: row.id, seen: row.seen, teacherId: row.teacher?.id ?? '', lessonsPerWeek: row.lessonsPerWeek ?? '', status: row.status }} onSaved={() => done(t('saved'))} submit={words('save')}
          aside={<Button variant="quiet" pending={isPending} disabled={isPending} onClick={() => run({ id: row.id, seen: row.seen }, row.subjectName)}>{words('remove')}</Button>}
        >
          {fields}
        </ActionForm>
      ) : (
        <ActionForm schema={classSubjectInput} action={addSubjectAction} defaults={{ classId, subjectId: '', teacherId: '', lessonsPerWeek: '', status: 'active' }} onSaved={() => done(t('saved'))} submit={t('add')}>{fields}</ActionForm>
      )}
    </FormDialog>
  )
}
