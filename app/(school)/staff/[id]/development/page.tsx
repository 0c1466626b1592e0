import { getTranslations } from 'next-intl/server'
import { EmptyState } from '@/components/ui/empty-state'
import { requirePage } from '@/lib/platform/context.server'
import { openStaff } from '../open-staff.server'

export async function generateMetadata() {
  return { title: (await getTranslations('staff'))('tabs.development') }
}

export default async function StaffDevelopmentPage({ params }: PageProps<'/staff/[id]/development'>) {
  await requirePage('READ_WALKTHROUGHS')
  await openStaff((await params).id)
  const t = await getTranslations('staff.later')
  return <EmptyState title={t('development')}>{t('hint')}</EmptyState>
}
