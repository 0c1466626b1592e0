import { Download } from 'lucide-react'
import { getTranslations } from 'next-intl/server'
import { buttonClass } from '@/components/ui/button'
import { EmptyState } from '@/components/ui/empty-state'
import { listClassSubjects, listSubjectChoices } from '@/lib/domain/academics/class-subject.server'
import { openClass } from '../open-class.server'
import { SubjectDialog } from './subject-dialog'
import { SubjectList } from './subject-list'

export async function generateMetadata() {
  return { title: (await getTranslations('classes'))('tabs.subjects') }
}

export default async function ClassSubjectsPage({ params }: PageProps<'/classes/[id]/subjects'>) {
  const { ctx, row: { id } } = await openClass((await params).id)
  const mayChange = ctx.can('UPDATE_CLASSES')
  const [t, rows, subjects] = await Promise.all([getTranslations('classes.subjects'), listClassSubjects(ctx, id), mayChange ? listSubjectChoices(ctx) : []])
  const deed = mayChange && <SubjectDialog classId={id} subjects={subjects} />
  if (rows.length === 0) return <EmptyState title={t('empty')} deed={deed}>{t('emptyHint')}</EmptyState>
  return (
    <>
      <div className="flex flex-wrap gap-2">
        {deed}
        <a href={`/api/exports/class-subjects?class=${id}`} download className={buttonClass({ variant: 'quiet' })}><Download aria-hidden />{t('export')}</a>
      </div>
      <SubjectList rows={rows} classId={id} mayChange={mayChange} mayReadStaff={ctx.can('READ_STAFF')} />
    </>
  )
}
