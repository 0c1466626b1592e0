import { CatalogForm } from '../catalog-form'
import { roomOf } from '../room.server'
import { openEntry } from './open-entry.server'

type RecordProps = { params: Promise<{ catalog: string; id: string }> }

export async function generateMetadata({ params }: RecordProps) {
  return { title: (await roomOf((await params).catalog)).say('edit') }
}

export default async function EntryPage({ params }: RecordProps) {
  const { catalog, id } = await params
  const { name, row } = await openEntry(catalog, id)
  return <CatalogForm key={row.seen} entry={name} row={row} />
}
