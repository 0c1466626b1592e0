import 'server-only'
import { z } from 'zod'
import type { BulkProgress } from './bulk'
import type { Ctx } from './context'
import type { TenantDb } from './db/tenant.server'
import { Refusal } from './errors'
import { isRefused } from './failure.server'
import { demandOpen, enqueue } from './jobs.server'
import { log } from './log.server'
import type { Permission } from './permissions'
import type { PlainValue } from './record.server'

/** How a record was, and whatever its undo must know. */
export type Before = Record<string, PlainValue>

export type Bulk<Input = unknown> = {
  /** The name under which it is stored. */
  deed: string
  needs: Permission
  input: z.ZodType<Input>
  /** Does it to one record, in a transaction with its history; null when nothing has to change. */
  apply: (tx: TenantDb, ctx: Ctx, id: string, input: Input) => Promise<Before | null>
  /** Takes it back from one record, or refuses because the record has changed since. Without it the deed stands. */
  undo?: (tx: TenantDb, ctx: Ctx, id: string, before: Before) => Promise<void>
  /** How many are done within the request, where a single one is much work already. */
  atOnce?: number
}

/** Up to so many records are done within the request; more are left to the worker. */
const mostInRequest = 100
const isMuch = ({ atOnce = mostInRequest }: Pick<Bulk, 'atOnce'>, count: number) => count > atOnce
/** One record may bring many others along, each with a line in the history. */
const patience = { timeout: 60_000 }
const batch = 100

/** The work that is left; `lib/domain/bulk.server.ts` knows every deed and does it. */
export const bulkWork = { kind: 'bulk.work', payload: z.object({ id: z.uuid() }) }

const states = z.enum(['doing', 'done', 'undoing', 'undone'])
const beforeShape = z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()]))
type Act = { id: string; deed: string; state: string; input: unknown }
type Row = { id: string; recordId: string; before: unknown }

/** One record: whoever takes its row does the deed, so that two workers never do it twice. */
async function doOne<Input>(ctx: Ctx, bulk: Bulk<Input>, act: Act, { id, recordId, before }: Row): Promise<void> {
  const { from, to, refused } = act.state === 'undoing' ? { from: 'done', to: 'undone', refused: 'kept' } : { from: 'waiting', to: 'done', refused: 'refused' }
  const settle = (db: TenantDb, state: string) => db.bulkActRecord.updateMany({ where: { id, state: from }, data: { state } })
  try {
    await ctx.db.$transaction(async (tx) => {
      if ((await settle(tx, to)).count === 0) return
      if (!ctx.can(bulk.needs)) throw new Refusal('forbidden', 'errors.refusals.forbidden')
      if (act.state === 'undoing') return bulk.undo?.(tx, ctx, recordId, beforeShape.parse(before))
      const was = await bulk.apply(tx, ctx, recordId, bulk.input.parse(act.input))
      await tx.bulkActRecord.updateMany({ where: { id }, data: was ? { before: was } : { state: 'same' } })
    }, patience)
  } catch (error) {
    if (!isRefused(error)) throw error
    await settle(ctx.db, refused)
  }
}

/** Goes on with a deed wherever it stands, in the order in which the records were given and back in the opposite one; one that is at its end already stays so. */
export async function carryOn<Input>(ctx: Ctx, bulk: Bulk<Input>, act: Act): Promise<void> {
  const { db } = ctx
  if (act.state !== 'doing' && act.state !== 'undoing') return
  const [from, order] = act.state === 'undoing' ? (['done', 'desc'] as const) : (['waiting', 'asc'] as const)
  for (;;) {
    const rows = await db.bulkActRecord.findMany({ where: { actId: act.id, state: from }, orderBy: [{ place: order }, { id: order }], take: batch, select: { id: true, recordId: true, before: true } })
    if (rows.length === 0) break
    for (const row of rows) {
      await demandOpen(ctx)
      await doOne(ctx, bulk, act, row)
    }
  }
  await db.bulkAct.updateMany({ where: { id: act.id, state: act.state }, data: { state: act.state === 'undoing' ? 'undone' : 'done' } })
}

/** A deed that broke off within the request is left to the worker, which goes on where it stands. */
async function doNow<Input>(ctx: Ctx, bulk: Bulk<Input>, act: Act): Promise<void> {
  try {
    await carryOn(ctx, bulk, act)
  } catch (error) {
    log.error({ act: act.id, err: error }, 'A deed on several records broke off.')
    await enqueue(ctx, bulkWork, { id: act.id })
  }
}

/** Does something to each of `ids`, at once or, if they are many, by the worker; the answer says how far it is. */
export async function startBulk<Input>(ctx: Ctx, bulk: Bulk<Input>, ids: readonly string[], input: z.input<z.ZodType<Input>>): Promise<BulkProgress> {
  const act = await ctx.db.$transaction(async (tx) => {
    const created = await tx.bulkAct.create({ data: { deed: bulk.deed, input: z.json().parse(input) ?? {} }, select: actColumns })
    await tx.bulkActRecord.createMany({ data: ids.map((recordId, place) => ({ actId: created.id, recordId, place })) })
    if (isMuch(bulk, ids.length)) await enqueue(ctx, bulkWork, { id: created.id }, { tx })
    return created
  })
  if (!isMuch(bulk, ids.length)) await doNow(ctx, bulk, act)
  return progressOf(ctx, act.id)
}

/** Takes back what a deed did, from every record that has not changed since. Only who did it may. */
export async function undoBulk(ctx: Ctx, bulkOf: (deed: string) => Bulk | undefined, { id }: { id: string }): Promise<BulkProgress> {
  const act = await findAct(ctx, id)
  const bulk = bulkOf(act.deed)
  if (!bulk || !ctx.can(bulk.needs)) throw new Refusal('forbidden', 'errors.refusals.forbidden')
  if (!bulk.undo) throw new Refusal('conflict', 'table.bulk.stands')
  const many = isMuch(bulk, await ctx.db.bulkActRecord.count({ where: { actId: id, state: 'done' } }))
  const undoing = { ...act, state: 'undoing' }
  await ctx.db.$transaction(async (tx) => {
    const { count } = await tx.bulkAct.updateMany({ where: { id, state: 'done' }, data: { state: 'undoing' } })
    if (count === 0) throw new Refusal('conflict', 'table.bulk.undoneAlready')
    if (many) await enqueue(ctx, bulkWork, { id }, { tx })
  })
  if (!many) await doNow(ctx, bulk, undoing)
  return progressOf(ctx, id)
}

const actColumns = { id: true, deed: true, state: true, input: true } as const

/** A deed of the person who asks; anybody else's is not there. */
export async function findAct({ db, user }: Ctx, id: string): Promise<Act> {
  const act = z.uuid().safeParse(id).success ? await db.bulkAct.findFirst({ where: { id, createdById: user.id }, select: actColumns }) : null
  if (!act) throw new Refusal('not-found', 'errors.refusals.notFound')
  return act
}

export async function progressOf(ctx: Ctx, id: string): Promise<BulkProgress> {
  const { state } = await findAct(ctx, id)
  const groups = await ctx.db.bulkActRecord.groupBy({ by: ['state'], where: { actId: id }, _count: { _all: true } })
  const of = (...named: string[]) => groups.filter((group) => named.includes(group.state)).reduce((sum, { _count }) => sum + _count._all, 0)
  const isUndo = state.startsWith('undo')
  return {
    id, state: states.parse(state),
    total: isUndo ? of('done', 'undone', 'kept') : of('waiting', 'done', 'same', 'refused'),
    waiting: isUndo ? of('done') : of('waiting'),
    done: isUndo ? of('undone') : of('done'),
    skipped: isUndo ? of('kept') : of('same', 'refused'),
  }
}
