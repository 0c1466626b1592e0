import { getTranslations } from 'next-intl/server'
import { EmptyState } from '@/components/ui/empty-state'
import { requirePage } from '@/lib/platform/context.server'
import { openStudent } from '../open-student.server'

export async function generateMetadata() {
  return { title: (await getTranslations('students'))('tabs.results') }
}

export default async function StudentResultsPage({ params }: PageProps<'/students/[id]/results'>) {
  await requirePage('READ_ASSESSMENTS')
  await openStudent((await params).id)
  const t = await getTranslations('students')
  return <EmptyState title={t('later.results')}>{t('later.hint')}</EmptyState>
}
