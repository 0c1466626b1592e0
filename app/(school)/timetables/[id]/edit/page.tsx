import { getTranslations } from 'next-intl/server'
import { redirect } from 'next/navigation'
import { requirePage } from '@/lib/platform/context.server'
import { EditTimetableForm } from '../../timetable-form'
import { openTimetable } from '../open-timetable.server'

export async function generateMetadata() {
  return { title: (await getTranslations('timetables'))('edit') }
}

export default async function EditTimetablePage({ params }: PageProps<'/timetables/[id]/edit'>) {
  await requirePage('UPDATE_TIMETABLES')
  const { row: { id, seen, name, from, status } } = await openTimetable((await params).id)
  if (status !== 'draft') redirect(`/timetables/${id}`)
  return <EditTimetableForm key={seen} row={{ id, seen, name, effectiveFrom: from }} />
}
