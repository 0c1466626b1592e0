'use client'

import { RemoveButton as RecordRemoveButton } from '@/components/record/remove-button'
import { restoreAction } from '../../trash/actions'
import { entries } from './entries'

/** Removes with an Undo: what is in use stays, and is said. */
export function RemoveButton({ entry, ...record }: { entry: string; id: string; seen: string; name: string }) {
  const found = entries.get(entry)
  if (!found) return null
  const { facts, remove } = found
  return <RecordRemoveButton {...record} remove={remove} restore={({ id }) => restoreAction({ entity: facts.noun.toLowerCase(), id })} listHref={facts.path} />
}
