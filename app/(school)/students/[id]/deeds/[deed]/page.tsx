import { getTranslations } from 'next-intl/server'
import { notFound } from 'next/navigation'
import { deedsFor, isStudentDeed } from '@/lib/domain/academics/student-life'
import { consequencesOf } from '@/lib/domain/academics/student-life.server'
import { requirePage } from '@/lib/platform/context.server'
import { openStudent } from '../../open-student.server'
import { LifeForm } from './life-form'

export async function generateMetadata() {
  return { title: (await getTranslations('students'))('life.more') }
}

export default async function StudentDeedPage({ params }: PageProps<'/students/[id]/deeds/[deed]'>) {
  await requirePage('UPDATE_STUDENTS')
  const { id, deed } = await params
  const { ctx, row } = await openStudent(id)
  if (!isStudentDeed(deed) || !deedsFor(row.standing).includes(deed) || row.coming) notFound()
  const consequences = await consequencesOf(ctx, row.id, row.today)
  const campuses = ctx.campuses.filter((campus) => campus.id !== row.campus?.id).map((campus) => ({ value: campus.id, label: campus.name }))
  return <LifeForm key={row.seen} id={row.id} seen={row.seen} name={row.name} deed={deed} today={row.today} campusId={row.campus?.id ?? ''} campuses={campuses} consequences={consequences} mayEnrol={ctx.can('CREATE_ENROLLMENTS')} />
}
