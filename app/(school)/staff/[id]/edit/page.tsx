import { getTranslations } from 'next-intl/server'
import { staffEditInput } from '@/lib/domain/people/staff'
import { requirePage } from '@/lib/platform/context.server'
import { StaffForm } from '../../staff-form'
import { openStaff } from '../open-staff.server'

export async function generateMetadata() {
  return { title: (await getTranslations('staff'))('edit') }
}

export default async function EditStaffPage({ params }: PageProps<'/staff/[id]/edit'>) {
  await requirePage('UPDATE_STAFF')
  const { ctx, row: { id, seen, values } } = await openStaff((await params).id)
  return <StaffForm key={seen} row={{ id, seen, values: staffEditInput.parse(values) }} campuses={ctx.campuses.map((one) => ({ value: one.id, label: one.name }))} campusId={String(values.campusId)} />
}
