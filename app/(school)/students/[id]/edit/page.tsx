import { getTranslations } from 'next-intl/server'
import { studentInput } from '@/lib/domain/people/student'
import { requirePage } from '@/lib/platform/context.server'
import { StudentForm } from '../../student-form'
import { openStudent } from '../open-student.server'

export async function generateMetadata() {
  return { title: (await getTranslations('students'))('edit') }
}

export default async function EditStudentPage({ params }: PageProps<'/students/[id]/edit'>) {
  await requirePage('UPDATE_STUDENTS')
  const { row: { id, seen, values } } = await openStudent((await params).id)
  return <StudentForm key={seen} id={id} seen={seen} values={studentInput.parse(values)} />
}
