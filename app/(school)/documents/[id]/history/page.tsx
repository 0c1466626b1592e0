import { getTranslations } from 'next-intl/server'
import { RecordHistory } from '../../../history/record-history'
import { openDocument } from '../open-document.server'

export async function generateMetadata() {
  return { title: (await getTranslations('documents'))('tabs.history') }
}

export default async function DocumentHistoryPage({ params }: PageProps<'/documents/[id]/history'>) {
  const { ctx, row: { id } } = await openDocument((await params).id)
  return <RecordHistory ctx={ctx} entity="documents" id={id} />
}
