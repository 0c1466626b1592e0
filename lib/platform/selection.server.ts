import 'server-only'
import { mostRecords } from './bulk'
import type { Ctx } from './context'
import { Refusal } from './errors'
import { parseList, type List, type ListQuery } from './list'
import type { Selection } from './selection'

/** The ids of the rows that somebody chose. `matchingIds` reads at most `most` ids of a list's query. */
export async function selectedIds<L extends List>(ctx: Ctx, selection: Selection, list: L, matchingIds: (ctx: Ctx, query: ListQuery<L>, most: number) => Promise<readonly string[]>): Promise<readonly string[]> {
  if ('ids' in selection) return [...new Set(selection.ids)]
  const ids = await matchingIds(ctx, parseList(list, Object.fromEntries(new URLSearchParams(selection.matching))), mostRecords + 1)
  if (ids.length > mostRecords) throw new Refusal('invalid', 'table.bulk.tooMany', { params: { most: mostRecords } })
  return ids
}

/** Refuses when a list holds more or fewer rows than the person was shown: another look first. */
export function assertAsSeen(ids: readonly string[], count: number): void {
  if (ids.length !== count) throw new Refusal('conflict', 'table.bulk.listChanged', { params: { now: ids.length, before: count } })
}
