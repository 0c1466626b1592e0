import 'server-only'
import type { z } from 'zod'
import type { Catalog } from './catalog'
import type { Ctx } from './context'
import type { TenantDb } from './db/tenant.server'
import { containing, countCap, paged, type ListQuery } from './list'
import type { Paged } from './list-view'
import { record, type Clause, type Delegate, type PlainRow, type RecordBase } from './record.server'

/** The verbs of furniture: those of a record, and its list. */
export function plain<Input extends z.ZodObject, Row extends RecordBase & Record<keyof z.output<Input>, unknown>>(
  facts: Catalog<Input>,
  delegateOf: (db: TenantDb) => Delegate<Row>,
  heldBy: readonly string[],
) {
  const verbs = record<z.output<Input>, Row>({ name: facts.name, entity: facts.noun.toLowerCase(), fields: facts.fields }, delegateOf, heldBy)

  async function list({ db }: Ctx, query: ListQuery): Promise<Paged<PlainRow>> {
    const { search } = query
    const matching: Clause = search ? { OR: facts.search.map((name) => ({ [name]: containing(search) })) } : {}
    const page = await paged<Row>(query, {
      countCap,
      count: () => delegateOf(db).count({ where: matching, take: countCap }),
      rows: ({ where, orderBy, take }) => delegateOf(db).findMany({ where: { AND: [matching, where] }, orderBy, take }),
    })
    return { ...page, rows: page.rows.map(verbs.rowOf) }
  }

  return { ...verbs, list }
}

/** The verbs that pages need, of whichever entry. */
export type PlainReading = Pick<ReturnType<typeof plain>, 'list' | 'get' | 'heldBy' | 'removed' | 'restore'>
