import 'server-only'
import { z } from 'zod'
import type { Bulk } from './bulk.server'
import type { Field } from './catalog'
import type { Change } from './change'
import type { Ctx } from './context'
import { Refusal } from './errors'
import type { Permission } from './permissions'
import type { Clause, PlainRow, record, RecordBase } from './record.server'

type Verbs<Input extends object, Row extends RecordBase> = Pick<ReturnType<typeof record<Input, Row>>, 'name' | 'entity' | 'fields' | 'delegateOf' | 'get' | 'rowOf' | 'updateIn' | 'removeIn' | 'restoreIn'>

/** Sets one field of many records. Its undo brings back only what still is as the deed left it. */
export const bulkChange = <Input extends object, Row extends RecordBase>(verbs: Verbs<Input, Row>, needs: Permission, input: z.ZodType<Change>): Bulk<Change> => ({
  deed: `change-${verbs.name}`,
  needs,
  input,
  async apply(tx, ctx, id, { field, value }) {
    const { values } = await verbs.get({ ...ctx, db: tx }, id)
    if (values[field] === value) return null
    const { before, after } = await verbs.updateIn(tx, ctx, id, { [field]: value })
    return { field, value: before.values[field] ?? null, seen: after.seen }
  },
  async undo(tx, ctx, id, { field, value, seen }) {
    await verbs.updateIn(tx, ctx, id, { [String(field)]: value }, String(seen))
  },
})

/** Removes many records; each that is still in use stays. */
export const bulkRemove = <Input extends object, Row extends RecordBase>(verbs: Verbs<Input, Row>, needs: Permission): Bulk<Record<string, never>> => ({
  deed: `remove-${verbs.name}`,
  needs,
  input: z.object({}).strict(),
  async apply(tx, ctx, id) {
    await verbs.removeIn(tx, ctx, id)
    return {}
  },
  async undo(tx, ctx, id) {
    await verbs.restoreIn(tx, ctx, id)
  },
})

export type ChangePreview = { total: number; changing: number; first: readonly PlainRow[] }

const isOther = ({ optional }: Field, { field, value }: Change): Clause =>
  value === null ? { [field]: { not: null } } : { OR: [{ [field]: { not: value } }, ...(optional ? [{ [field]: null }] : [])] }

/** How many of `ids` a change would touch, and the first few as they are now. */
export async function previewChange<Input extends object, Row extends RecordBase>({ db }: Ctx, { delegateOf, fields, rowOf }: Verbs<Input, Row>, ids: readonly string[], change: Change): Promise<ChangePreview> {
  const field = fields[change.field]
  if (!field) throw new Refusal('invalid', 'errors.refusals.invalid')
  const among: Clause = { id: { in: [...ids] } }
  const other: Clause = { AND: [among, isOther(field, change)] }
  const [total, changing, first] = await Promise.all([
    delegateOf(db).count({ where: among }),
    delegateOf(db).count({ where: other }),
    delegateOf(db).findMany({ where: other, orderBy: [{ id: 'asc' }], take: 5 }),
  ])
  return { total, changing, first: first.map(rowOf) }
}
