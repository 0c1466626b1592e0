'use client'

import { Pencil, Plus } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { z } from 'zod'
import { ActionForm } from '@/components/form/action-form'
import { CheckField } from '@/components/form/check-field'
import { FormDialog } from '@/components/form/form-dialog'
import { SelectField } from '@/components/form/select-field'
import { TextAreaField } from '@/components/form/text-area-field'
import { useRemove } from '@/components/record/remove-button'
import { Button } from '@/components/ui/button'
import { IconButton } from '@/components/ui/icon-button'
import { noteKinds, studentNoteInput } from '@/lib/domain/people/student-note'
import type { Note } from '@/lib/domain/people/student-note.server'
import { seenInput } from '@/lib/platform/catalog'
import { createNoteAction, removeNoteAction, restoreNoteAction, updateNoteAction } from '../../actions'

const editInput = z.intersection(studentNoteInput, seenInput)

export function NoteDialog({ studentId, note }: { studentId: string; note?: Note }) {
  const [t, words] = [useTranslations('students.notes'), useTranslations('students')]
  const { run, isPending } = useRemove(removeNoteAction, restoreNoteAction)
  const trigger = note ? <IconButton label={t('edit', { kind: t(`kinds.${note.kind}`) })}><Pencil aria-hidden /></IconButton> : <Button><Plus aria-hidden />{t('new')}</Button>
  const fields = (
    <>
      <SelectField name="kind" label={t('kind')} options={noteKinds.map((value) => ({ value, label: t(`kinds.${value}`) }))} />
      <TextAreaField name="body" label={t('body')} />
      <CheckField name="urgent" label={t('urgent')} hint={t('urgentHint')} />
    </>
  )
  return (
    <FormDialog title={t(note ? 'editTitle' : 'new')} trigger={trigger}>
      {(done) => note ? (
        <ActionForm
          key={note.seen} schema={editInput} action={updateNoteAction} defaults={{ studentId, kind: note.kind, body: note.body, urgent: note.urgent, id: note.id, seen: note.seen }} onSaved={() => done(t('saved'))} submit={words('save')}
          aside={<Button variant="quiet" pending={isPending} disabled={isPending} onClick={() => run({ id: note.id, seen: note.seen }, t(`kinds.${note.kind}`))}>{words('remove')}</Button>}
        >
          {fields}
        </ActionForm>
      ) : (
        <ActionForm schema={studentNoteInput} action={createNoteAction} defaults={{ studentId, kind: 'medical', body: '', urgent: false }} onSaved={() => done(t('saved'))} submit={t('add')}>{fields}</ActionForm>
      )}
    </FormDialog>
  )
}
