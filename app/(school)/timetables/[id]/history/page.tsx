import { getTranslations } from 'next-intl/server'
import { RecordHistory } from '../../../history/record-history'
import { openTimetable } from '../open-timetable.server'

export async function generateMetadata() {
  return { title: (await getTranslations('timetables'))('tabs.history') }
}

export default async function TimetableHistoryPage({ params }: PageProps<'/timetables/[id]/history'>) {
  const { ctx, row } = await openTimetable((await params).id)
  return <RecordHistory ctx={ctx} entity="timetables" id={row.id} />
}
