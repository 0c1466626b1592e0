import { getTranslations } from 'next-intl/server'
import { RecordHistory } from '../../../history/record-history'
import { openRole } from '../open-role.server'

export async function generateMetadata() {
  return { title: (await getTranslations('roles'))('tabs.history') }
}

export default async function RoleHistoryPage({ params }: PageProps<'/roles/[id]/history'>) {
  const { ctx, row } = await openRole((await params).id)
  return <RecordHistory ctx={ctx} entity="roles" id={row.id} />
}
