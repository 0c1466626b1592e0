import { Screen } from '@/components/ui/screen'
import { requirePage } from '@/lib/platform/context.server'
import { CatalogForm } from '../catalog-form'
import { RemoveButton } from '../remove-button'
import { recordOf, roomOf } from '../room.server'

type RecordProps = { params: Promise<{ catalog: string; id: string }> }

export async function generateMetadata({ params }: RecordProps) {
  return { title: (await roomOf((await params).catalog)).say('edit') }
}

export default async function RecordPage({ params }: RecordProps) {
  const { catalog, id } = await params
  const { name, facts, verbs, say } = await roomOf(catalog)
  const ctx = await requirePage(facts.needs.update)
  const row = await recordOf(verbs, ctx, id)
  const mayRemove = ctx.can(facts.needs.remove) && ctx.role.reach === 'organization'
  return (
    <Screen title={String(row.values.name ?? say('edit'))} aside={mayRemove && <RemoveButton entry={name} id={row.id} seen={row.seen} name={String(row.values.name ?? '')} />}>
      <CatalogForm key={row.seen} entry={name} row={row} />
    </Screen>
  )
}
