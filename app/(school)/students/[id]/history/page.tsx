import { getTranslations } from 'next-intl/server'
import { listStudentClasses } from '@/lib/domain/academics/enrollment.server'
import { listGuardiansOf } from '@/lib/domain/people/guardian-link.server'
import { RecordHistory } from '../../../history/record-history'
import { openStudent } from '../open-student.server'

export async function generateMetadata() {
  return { title: (await getTranslations('students'))('tabs.history') }
}

export default async function StudentHistoryPage({ params }: PageProps<'/students/[id]/history'>) {
  const { ctx, row: { id } } = await openStudent((await params).id)
  const [classes, guardians] = await Promise.all([ctx.can('READ_ENROLLMENTS') ? listStudentClasses(ctx, id) : [], listGuardiansOf(ctx, id)])
  return <RecordHistory ctx={ctx} entity="students" id={id} more={[['class_enrollments', classes.map((one) => one.id)], ['guardian_links', guardians.map((one) => one.id)]]} />
}
