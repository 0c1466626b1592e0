import { Screen } from '@/components/ui/screen'
import { requirePage } from '@/lib/platform/context.server'
import { CatalogForm } from '../catalog-form'
import { roomOf } from '../room.server'

type NewProps = { params: Promise<{ catalog: string }> }

export async function generateMetadata({ params }: NewProps) {
  return { title: (await roomOf((await params).catalog)).say('new') }
}

export default async function NewRecordPage({ params }: NewProps) {
  const { name, facts, say } = await roomOf((await params).catalog)
  await requirePage(facts.needs.create)
  return (
    <Screen title={say('new')}>
      <CatalogForm entry={name} />
    </Screen>
  )
}
