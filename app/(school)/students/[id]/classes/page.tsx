import { getTranslations } from 'next-intl/server'
import { EmptyState } from '@/components/ui/empty-state'
import { listStudentClasses } from '@/lib/domain/academics/enrollment.server'
import { requirePage } from '@/lib/platform/context.server'
import { EnrolDialog } from '../../../classes/enrol-dialog'
import { openStudent } from '../open-student.server'
import { StudentClasses } from './student-classes'

export async function generateMetadata() {
  return { title: (await getTranslations('students'))('tabs.classes') }
}

export default async function StudentClassesPage({ params }: PageProps<'/students/[id]/classes'>) {
  await requirePage('READ_ENROLLMENTS')
  const { ctx, row: { id, name, campus, today, standing } } = await openStudent((await params).id)
  const [t, rows] = await Promise.all([getTranslations('students.classes'), listStudentClasses(ctx, id)])
  const isHere = ['active', 'expected', 'on_leave', 'suspended'].includes(standing)
  const deed = ctx.can('CREATE_ENROLLMENTS') && campus && isHere && <EnrolDialog student={{ id, name }} campusId={campus.id} today={today} />
  if (rows.length === 0) return <EmptyState title={t('empty')} deed={deed}>{t('emptyHint')}</EmptyState>
  return (
    <>
      {deed && <div>{deed}</div>}
      <StudentClasses rows={rows} campusId={campus?.id ?? ''} name={name} today={today} mayMove={ctx.can('UPDATE_ENROLLMENTS') && ctx.can('CREATE_ENROLLMENTS')} mayEnd={ctx.can('DELETE_ENROLLMENTS')} />
    </>
  )
}
