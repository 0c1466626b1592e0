import { getTranslations } from 'next-intl/server'
import { EmptyState } from '@/components/ui/empty-state'
import { requirePage } from '@/lib/platform/context.server'
import { openStudent } from '../open-student.server'

export async function generateMetadata() {
  return { title: (await getTranslations('students'))('tabs.invoices') }
}

export default async function StudentInvoicesPage({ params }: PageProps<'/students/[id]/invoices'>) {
  await requirePage('READ_INVOICES')
  await openStudent((await params).id)
  const t = await getTranslations('students')
  return <EmptyState title={t('later.invoices')}>{t('later.hint')}</EmptyState>
}
