import 'server-only'
import { z } from 'zod'
import type { Catalog, Field, Seen } from './catalog'
import type { Ctx } from './context'
import type { TenantDb } from './db/tenant.server'
import { Refusal } from './errors'
import { countCap, paged, type ListQuery, type Paged } from './list'
import { fromDate, toDate } from './time'

type Clause = { [key: string]: unknown }
type Stored = { [key: string]: string | number | boolean | Date | null }
type Base = { id: string; updatedAt: Date }

/** The calls that furniture makes of a model; every delegate of the tenant's client has them. */
interface Delegate<Row extends Base> {
  findMany(args: { where: Clause; orderBy: Clause[]; take: number }): Promise<Row[]>
  findFirst(args: { where: Clause }): Promise<Row | null>
  count(args: { where: Clause; take?: number }): Promise<number>
  create(args: { data: Clause }): Promise<Row>
  updateMany(args: { where: Clause; data: Stored }): Promise<{ count: number }>
  deleteMany(args: { where: Clause }): Promise<{ count: number }>
}

export type PlainValue = string | number | boolean | null
/** A record as a screen shows it: its fields, with dates as `YYYY-MM-DD`, and the state that was seen. */
export type PlainRow = { id: string; seen: string; values: Record<string, PlainValue> }

const valuesOf = (record: object) => new Map<string, unknown>(Object.entries(record))

function shownValue(value: unknown): PlainValue {
  if (value instanceof Date) return fromDate(value)
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? value : null
}

function storedValue({ kind }: Field, value: unknown) {
  const shown = shownValue(value)
  return kind === 'date' && typeof shown === 'string' ? toDate(shown) : shown
}

/**
 * The verbs of furniture. `heldBy` names the relations that keep a record: a soft delete moves no row, so
 * the database's foreign keys do not stop it.
 */
export function plain<Input extends z.ZodObject, Row extends Base & Record<keyof z.output<Input>, unknown>>(
  facts: Catalog<Input>,
  delegateOf: (db: TenantDb) => Delegate<Row>,
  heldBy: readonly string[],
) {
  const fields = Object.entries(facts.fields)
  const shown = (row: object) => {
    const values = valuesOf(row)
    return Object.fromEntries(fields.map(([name]) => [name, shownValue(values.get(name))]))
  }
  const stored = (input: object): Stored => {
    const values = valuesOf(input)
    return Object.fromEntries(fields.map(([name, field]) => [name, storedValue(field, values.get(name))]))
  }
  const rowOf = (row: Row): PlainRow => ({ id: row.id, seen: row.updatedAt.toISOString(), values: shown(row) })
  const notFound = () => new Refusal('not-found', 'errors.refusals.notFound')
  const changed = () => new Refusal('conflict', 'setup.refusals.changed')

  async function found(db: TenantDb, id: string): Promise<Row> {
    const row = z.uuid().safeParse(id).success ? await delegateOf(db).findFirst({ where: { id } }) : null
    if (!row) throw notFound()
    return row
  }

  const write = (db: TenantDb, { user }: Ctx, verb: 'create' | 'update' | 'remove', change: { id: string; before?: object; after?: object }) =>
    db.auditEvent.create({
      data: {
        actorId: user.id,
        deed: `${verb}-${facts.name}`,
        entity: facts.noun.toLowerCase(),
        entityId: change.id,
        ...(change.before ? { before: shown(change.before) } : {}),
        ...(change.after ? { after: shown(change.after) } : {}),
      },
      select: { id: true },
    })

  async function list({ db }: Ctx, query: ListQuery): Promise<Paged<PlainRow>> {
    const { search } = query
    const matching: Clause = search ? { OR: facts.search.map((name) => ({ [name]: { contains: search, mode: 'insensitive' } })) } : {}
    const page = await paged<Row>(query, {
      countCap,
      count: () => delegateOf(db).count({ where: matching, take: countCap }),
      rows: ({ where, orderBy, take }) => delegateOf(db).findMany({ where: { AND: [matching, where] }, orderBy, take }),
    })
    return { ...page, rows: page.rows.map(rowOf) }
  }

  const get = async ({ db }: Ctx, id: string): Promise<PlainRow> => rowOf(await found(db, id))

  const create = (ctx: Ctx, input: z.output<Input>): Promise<{ id: string }> =>
    ctx.db.$transaction(async (tx) => {
      const row = await delegateOf(tx).create({ data: stored(input) })
      await write(tx, ctx, 'create', { id: row.id, after: row })
      return { id: row.id }
    })

  const update = (ctx: Ctx, input: z.output<Input> & Seen): Promise<{ id: string }> =>
    ctx.db.$transaction(async (tx) => {
      const { id, seen } = input
      const before = await found(tx, id)
      const { count } = await delegateOf(tx).updateMany({ where: { id, updatedAt: new Date(seen) }, data: stored(input) })
      if (count === 0) throw changed()
      await write(tx, ctx, 'update', { id, before, after: await found(tx, id) })
      return { id }
    })

  const remove = (ctx: Ctx, { id, seen }: Seen): Promise<{ id: string }> =>
    ctx.db.$transaction(async (tx) => {
      // Who sees a part of the organization cannot know that nothing elsewhere uses the record.
      if (ctx.role.reach !== 'organization') throw new Refusal('forbidden', 'errors.refusals.forbidden')
      const before = await found(tx, id)
      const free = Object.fromEntries(heldBy.map((relation) => [relation, { none: {} }]))
      const { count } = await delegateOf(tx).deleteMany({ where: { id, updatedAt: new Date(seen), ...free } })
      if (count === 0) {
        for (const relation of heldBy) {
          if (await delegateOf(tx).count({ where: { id, [relation]: { some: {} } } })) throw new Refusal('conflict', `setup.refusals.heldBy.${relation}`)
        }
        throw changed()
      }
      await write(tx, ctx, 'remove', { id, before })
      return { id }
    })

  return { heldBy, list, get, create, update, remove }
}

/** The verbs that pages need, of whichever entry. */
export type PlainReading = Pick<ReturnType<typeof plain>, 'list' | 'get' | 'heldBy'>
