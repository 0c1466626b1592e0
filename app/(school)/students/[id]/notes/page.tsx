import { getTranslations } from 'next-intl/server'
import { EmptyState } from '@/components/ui/empty-state'
import { Notice } from '@/components/ui/notice'
import { listNotes } from '@/lib/domain/people/student-note.server'
import { requirePage } from '@/lib/platform/context.server'
import { openStudent } from '../open-student.server'
import { NoteDialog } from './note-dialog'

export async function generateMetadata() {
  return { title: (await getTranslations('students'))('tabs.notes') }
}

export default async function StudentNotesPage({ params }: PageProps<'/students/[id]/notes'>) {
  await requirePage('READ_STUDENT_NOTES')
  const { ctx, row: { id } } = await openStudent((await params).id)
  const [t, notes] = await Promise.all([getTranslations('students.notes'), listNotes(ctx, id)])
  const mayWrite = ctx.can('UPDATE_STUDENT_NOTES')
  const rest = notes.filter(({ urgent }) => !urgent || mayWrite)
  return (
    <>
      <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
        <p className="min-w-0 flex-1 basis-64 text-soft">{t('who')}</p>
        {mayWrite && <NoteDialog studentId={id} />}
      </div>
      {rest.length === 0 && <EmptyState title={t('empty')} />}
      <ul className="flex flex-col gap-3">
        {rest.map((note) => <li key={note.id}><Notice tone={note.urgent ? 'bad' : 'quiet'} title={t(`kinds.${note.kind}`)} deed={mayWrite && <NoteDialog studentId={id} note={note} />}><p className="whitespace-pre-line">{note.body}</p></Notice></li>)}
      </ul>
    </>
  )
}
