import { getTranslations } from 'next-intl/server'
import { RecordHistory } from '../../../../history/record-history'
import { openEntry } from '../open-entry.server'

type RecordProps = { params: Promise<{ catalog: string; id: string }> }

export async function generateMetadata() {
  return { title: (await getTranslations('setup'))('tabs.history') }
}

export default async function EntryHistoryPage({ params }: RecordProps) {
  const { catalog, id } = await params
  const { ctx, facts, row } = await openEntry(catalog, id)
  return <RecordHistory ctx={ctx} entity={facts.noun.toLowerCase()} id={row.id} />
}
