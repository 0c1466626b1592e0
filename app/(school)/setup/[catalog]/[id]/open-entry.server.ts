import 'server-only'
import { cache } from 'react'
import { requirePage } from '@/lib/platform/context.server'
import { recordOf, roomOf } from '../room.server'

/** The record of an address with the room it stands in, read once a request. */
export const openEntry = cache(async (catalog: string, id: string) => {
  const room = await roomOf(catalog)
  const ctx = await requirePage(room.facts.needs.update)
  return { ...room, ctx, row: await recordOf(room.verbs, ctx, id) }
})
