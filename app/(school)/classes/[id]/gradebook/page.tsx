import { getTranslations } from 'next-intl/server'
import { EmptyState } from '@/components/ui/empty-state'
import { requirePage } from '@/lib/platform/context.server'
import { openClass } from '../open-class.server'

export async function generateMetadata() {
  return { title: (await getTranslations('classes'))('tabs.gradebook') }
}

export default async function ClassGradebookPage({ params }: PageProps<'/classes/[id]/gradebook'>) {
  await requirePage('READ_ASSESSMENTS')
  await openClass((await params).id)
  const t = await getTranslations('classes.later')
  return <EmptyState title={t('gradebook')}>{t('hint')}</EmptyState>
}
