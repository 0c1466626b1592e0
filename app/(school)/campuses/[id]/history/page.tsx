import { getTranslations } from 'next-intl/server'
import { Screen } from '@/components/ui/screen'
import { RecordHistory } from '../../../history/record-history'
import { openCampus } from '../open-campus.server'

export async function generateMetadata() {
  return { title: (await getTranslations('campuses'))('history') }
}

export default async function CampusHistoryPage({ params }: PageProps<'/campuses/[id]/history'>) {
  const { ctx, row: { id, values } } = await openCampus((await params).id)
  const t = await getTranslations('campuses')
  return <Screen title={String(values.name)} description={t('history')}><RecordHistory ctx={ctx} entity="campuses" id={id} /></Screen>
}
