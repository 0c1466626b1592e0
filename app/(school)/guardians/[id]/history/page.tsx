import { getTranslations } from 'next-intl/server'
import { HistoryList } from '@/components/record/history-list'
import { historyOf } from '../../../history/history-lines.server'
import { openGuardian } from '../open-guardian.server'

export async function generateMetadata() {
  return { title: (await getTranslations('guardians'))('tabs.history') }
}

export default async function GuardianHistoryPage({ params }: PageProps<'/guardians/[id]/history'>) {
  const { ctx, row } = await openGuardian((await params).id)
  return <HistoryList {...await historyOf(ctx, 'guardians', row.id)} />
}
