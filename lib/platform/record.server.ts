import 'server-only'
import { z } from 'zod'
import type { Field, Seen } from './catalog'
import { machineTime } from './clock.server'
import type { Ctx } from './context'
import { hold } from './db/sql.server'
import type { TenantDb } from './db/tenant.server'
import { Refusal } from './errors'
import { databaseCode } from './failure.server'
import { writeHistory } from './history.server'
import { fromDate, toDate } from './time'

export type Clause = { [key: string]: unknown }
type Stored = { [key: string]: string | number | boolean | Date | null }
export type RecordBase = { id: string; updatedAt: Date }

/** The calls that a plain record makes of a model; every delegate of the tenant's client has them. */
export interface Delegate<Row extends RecordBase> {
  findMany(args: { where: Clause; orderBy: Clause[]; take: number }): Promise<Row[]>
  findFirst(args: { where: Clause }): Promise<Row | null>
  count(args: { where: Clause; take?: number }): Promise<number>
  create(args: { data: Clause }): Promise<Row>
  updateMany(args: { where: Clause; data: Stored }): Promise<{ count: number }>
  deleteMany(args: { where: Clause }): Promise<{ count: number }>
  findRemoved(args: { where: Clause; orderBy: Clause[]; take: number }): Promise<(Row & { deletedAt: Date | null; updatedById?: string | null })[]>
  restore(args: { where: Clause }): Promise<{ count: number }>
}

export type PlainValue = string | number | boolean | null
export type PlainValues = Record<string, PlainValue>
/** A record as a screen shows it: its fields, with dates as `YYYY-MM-DD`, and the state that was seen. */
export type PlainRow = { id: string; seen: string; values: PlainValues }
/** A removed record; `by` is the id of who removed it. */
export type RemovedRow = { id: string; values: PlainValues; removedAt: Date; by: string | null }

/** How long the trash keeps what was removed. */
export const trashDays = 30

const valuesOf = (record: object) => new Map<string, unknown>(Object.entries(record))

function shownValue(value: unknown): PlainValue {
  if (value instanceof Date) return fromDate(value)
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? value : null
}

function storedValue({ kind }: Field, value: unknown) {
  const shown = shownValue(value)
  return kind === 'date' && typeof shown === 'string' ? toDate(shown) : shown
}

type Facts = {
  /** What one of them is called in deeds (`create-grade`). */
  name: string
  /** What they are called in the history. */
  entity: string
  fields: Readonly<Record<string, Field>>
}

/**
 * The verbs of one kind of record: created, edited, removed and restored, each with its line in the history. An edit
 * names the state it saw; if that is gone, it is refused with what stands now. `heldBy` names the relations that keep
 * a record: a soft delete moves no row, so the database's foreign keys do not stop it. `near` says that all of these
 * stand where the record itself does.
 */
export function record<Input extends object, Row extends RecordBase>({ name, entity, fields }: Facts, delegateOf: (db: TenantDb) => Delegate<Row>, heldBy: readonly string[], { near = false } = {}) {
  const named = Object.entries(fields)
  const shown = (row: object): PlainValues => {
    const values = valuesOf(row)
    return Object.fromEntries(named.map(([field]) => [field, shownValue(values.get(field))]))
  }
  const stored = (input: object): Stored => {
    const values = valuesOf(input)
    return Object.fromEntries(named.filter(([field]) => values.has(field)).map(([field, kind]) => [field, storedValue(kind, values.get(field))]))
  }
  const rowOf = (row: Row): PlainRow => ({ id: row.id, seen: row.updatedAt.toISOString(), values: shown(row) })
  const changed = (current: Row) => new Refusal('conflict', 'form.conflict.refusal', { detail: { current: rowOf(current) } })

  async function found(db: TenantDb, id: string): Promise<Row> {
    const row = z.uuid().safeParse(id).success ? await delegateOf(db).findFirst({ where: { id } }) : null
    if (!row) throw new Refusal('not-found', 'errors.refusals.notFound')
    return row
  }

  const get = async ({ db }: Ctx, id: string): Promise<PlainRow> => rowOf(await found(db, id))

  const create = (ctx: Ctx, input: Input): Promise<{ id: string }> =>
    ctx.db.$transaction(async (tx) => {
      const row = await delegateOf(tx).create({ data: stored(input) })
      await writeHistory(tx, ctx, { deed: `create-${name}`, entity, id: row.id, after: shown(row) })
      return { id: row.id }
    })

  /** Within a deed on many, the state that was seen is the one found. */
  async function updateIn(tx: TenantDb, ctx: Ctx, id: string, input: object, seen?: string): Promise<{ before: PlainRow; after: PlainRow }> {
    const before = await found(tx, id)
    const { count } = await delegateOf(tx).updateMany({ where: { id, updatedAt: seen ? new Date(seen) : before.updatedAt }, data: stored(input) })
    const after = await found(tx, id)
    if (count === 0) throw changed(after)
    await writeHistory(tx, ctx, { deed: `update-${name}`, entity, id, before: shown(before), after: shown(after) })
    return { before: rowOf(before), after: rowOf(after) }
  }
  const update = (ctx: Ctx, input: Input & Seen): Promise<{ id: string }> =>
    ctx.db.$transaction(async (tx) => {
      await updateIn(tx, ctx, input.id, input, input.seen)
      return { id: input.id }
    })

  async function removeIn(tx: TenantDb, ctx: Ctx, id: string, seen?: string): Promise<{ id: string }> {
    // Who sees a part of the organization cannot know that nothing elsewhere uses the record.
    if (heldBy.length > 0 && !near && ctx.role.reach !== 'organization') throw new Refusal('forbidden', 'errors.refusals.forbidden')
    // Whole, so that whoever is hanging something on it is waited for, and seen by what follows.
    if (heldBy.length > 0 && z.uuid().safeParse(id).success) await hold(tx, entity, [id], { whole: true })
    const before = await found(tx, id)
    const free = Object.fromEntries(heldBy.map((relation) => [relation, { none: {} }]))
    const { count } = await delegateOf(tx).deleteMany({ where: { id, updatedAt: seen ? new Date(seen) : before.updatedAt, ...free } })
    if (count === 0) {
      for (const relation of heldBy) {
        if (await delegateOf(tx).count({ where: { id, [relation]: { some: {} } } })) throw new Refusal('conflict', `setup.refusals.heldBy.${relation}`)
      }
      throw changed(before)
    }
    await writeHistory(tx, ctx, { deed: `remove-${name}`, entity, id, before: shown(before) })
    return { id }
  }
  const remove = (ctx: Ctx, { id, seen }: Seen): Promise<{ id: string }> => ctx.db.$transaction((tx) => removeIn(tx, ctx, id, seen))

  async function restoreIn(tx: TenantDb, ctx: Ctx, id: string): Promise<{ id: string }> {
    const { count } = await delegateOf(tx).restore({ where: { id } }).catch((error: { code?: string }) => {
      throw error.code === 'P2002' ? new Refusal('conflict', 'trash.refusals.twin') : error
    })
    if (count === 0) throw new Refusal('not-found', 'trash.refusals.gone')
    await writeHistory(tx, ctx, { deed: `restore-${name}`, entity, id, after: shown(await found(tx, id)) })
    return { id }
  }
  /** What it hangs on may be gone itself: the database says so, at the end. */
  const restore = (ctx: Ctx, { id }: { id: string }): Promise<{ id: string }> =>
    ctx.db.$transaction((tx) => restoreIn(tx, ctx, id)).catch((error: unknown) => {
      throw ['23503', 'P2003'].includes(databaseCode(error) ?? '') ? new Refusal('conflict', 'trash.refusals.parent') : error
    })

  /** The last ones removed, the newest first. */
  const removed = async ({ db }: Ctx, most: number): Promise<RemovedRow[]> => {
    const rows = await delegateOf(db).findRemoved({ where: { deletedAt: { gte: new Date(machineTime().getTime() - trashDays * 86_400_000) } }, orderBy: [{ deletedAt: 'desc' }, { id: 'asc' }], take: most })
    return rows.map((row) => ({ id: row.id, values: shown(row), removedAt: row.deletedAt ?? row.updatedAt, by: row.updatedById ?? null }))
  }

  return { name, entity, fields, heldBy, delegateOf, get, create, update, updateIn, remove, removeIn, restore, restoreIn, removed, rowOf }
}
