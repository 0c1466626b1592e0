import { getTranslations } from 'next-intl/server'
import { listClassSubjects } from '@/lib/domain/academics/class-subject.server'
import { listClassStudents } from '@/lib/domain/academics/enrollment.server'
import { RecordHistory } from '../../../history/record-history'
import { openClass } from '../open-class.server'

export async function generateMetadata() {
  return { title: (await getTranslations('classes'))('tabs.history') }
}

export default async function ClassHistoryPage({ params }: PageProps<'/classes/[id]/history'>) {
  const { ctx, row: { id } } = await openClass((await params).id)
  const [subjects, places] = await Promise.all([listClassSubjects(ctx, id), ctx.can('READ_ENROLLMENTS') ? listClassStudents(ctx, id) : { here: [], waiting: [], gone: [] }])
  return <RecordHistory ctx={ctx} entity="classes" id={id} more={[['class_subjects', subjects.map((one) => one.id)], ['class_enrollments', Object.values(places).flat().map((one) => one.id)]]} />
}
