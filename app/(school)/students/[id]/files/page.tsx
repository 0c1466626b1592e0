import { getTranslations } from 'next-intl/server'
import { studentFiles } from '@/lib/domain/people/people-files.server'
import { RecordFiles } from '../../../files/record-files'
import { openStudent } from '../open-student.server'

export async function generateMetadata() {
  return { title: (await getTranslations('students'))('tabs.files') }
}

export default async function StudentFilesPage({ params }: PageProps<'/students/[id]/files'>) {
  const { ctx, row: { id, name } } = await openStudent((await params).id)
  return <RecordFiles ctx={ctx} owner={studentFiles} id={id} name={name} />
}
