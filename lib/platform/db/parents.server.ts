import 'server-only'
import { Refusal } from '@/lib/platform/errors'
import { shapeOf, type ModelName } from './relations.server'

type Row = Record<string, unknown>
type Counting = Record<string, { count: (args: { where: object }) => Promise<number> }>

/** The rows that a write hangs its own on, by model: `studentId` in the data names a student. */
function parentsIn(model: ModelName, data: unknown): Map<ModelName, Set<string>> {
  const named = new Map<ModelName, Set<string>>()
  for (const row of [data].flat() as Row[]) {
    for (const [relation, { target, many }] of shapeOf(model).relations) {
      // An organization is never named by a caller: the fence refuses its key.
      const id = many || target === 'Organization' ? undefined : row?.[`${relation}Id`]
      if (typeof id === 'string') named.set(target, (named.get(target) ?? new Set()).add(id))
    }
  }
  return named
}

/**
 * A foreign key knows the organization, but neither a reach nor that a row was deleted: what a write hangs on
 * must be there for the one who writes. Null when it names nothing.
 */
export function parentsThere(model: ModelName, data: unknown, client: Counting): Promise<void> | null {
  const named = parentsIn(model, data)
  if (named.size === 0) return null
  const asked = [...named].map(async ([target, ids]) => {
    const there = await client[target.charAt(0).toLowerCase() + target.slice(1)]!.count({ where: { id: { in: [...ids] } } })
    if (there < ids.size) throw new Refusal('not-found', 'errors.refusals.notFound')
  })
  return Promise.all(asked).then(() => undefined)
}
