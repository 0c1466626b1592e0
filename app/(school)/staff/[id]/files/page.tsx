import { getTranslations } from 'next-intl/server'
import { staffFiles } from '@/lib/domain/people/people-files.server'
import { RecordFiles } from '../../../files/record-files'
import { openStaff } from '../open-staff.server'

export async function generateMetadata() {
  return { title: (await getTranslations('staff'))('tabs.files') }
}

export default async function StaffFilesPage({ params }: PageProps<'/staff/[id]/files'>) {
  const { ctx, row: { id, name } } = await openStaff((await params).id)
  return <RecordFiles ctx={ctx} owner={staffFiles} id={id} name={name} />
}
