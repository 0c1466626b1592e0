import { getTranslations } from 'next-intl/server'
import { RecordHistory } from '../../../history/record-history'
import { openStaff } from '../open-staff.server'

export async function generateMetadata() {
  return { title: (await getTranslations('staff'))('tabs.history') }
}

export default async function StaffHistoryPage({ params }: PageProps<'/staff/[id]/history'>) {
  const { ctx, row: { id } } = await openStaff((await params).id)
  return <RecordHistory ctx={ctx} entity="staff" id={id} />
}
