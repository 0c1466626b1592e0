import { getTranslations } from 'next-intl/server'
import { RecordHistory } from '../../../history/record-history'
import { openUser } from '../open-user.server'

export async function generateMetadata() {
  return { title: (await getTranslations('users'))('tabs.history') }
}

export default async function UserHistoryPage({ params }: PageProps<'/users/[id]/history'>) {
  const { ctx, row } = await openUser((await params).id)
  return <RecordHistory ctx={ctx} entity="users" id={row.id} />
}
