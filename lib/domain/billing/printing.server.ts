import 'server-only'
import { join } from 'node:path'
import { z } from 'zod'
import { machineTime } from '@/lib/platform/clock.server'
import type { Ctx } from '@/lib/platform/context'
import { tenantOf } from '@/lib/platform/db/sql.server'
import type { TenantDb } from '@/lib/platform/db/tenant.server'
import { Refusal } from '@/lib/platform/errors'
import { isRefused } from '@/lib/platform/failure.server'
import { defineJob, demandOpen, enqueue, Suspended, type Routine } from '@/lib/platform/jobs.server'
import { printPapers } from '@/lib/platform/paper.server'
import { storage } from '@/lib/platform/storage.server'
import { sender, styleOf } from './paper.server'
import { paperWords } from './paper-words.server'
import { mostLetters, printingKeptFor, printingStates, type Printing, type printingInput } from './printing'
import { findDebtors, findLetters, invoicePapers, statementPapers } from './printing-letters.server'

const shown = { id: true, state: true, total: true, done: true, createdAt: true } as const
type Stored = { id: string; state: string; total: number; done: number; createdAt: Date }
const printingOf = ({ state, createdAt, ...row }: Stored): Printing => ({ ...row, state: z.enum(printingStates).parse(state), at: createdAt.toISOString() })

const gone = () => new Refusal('not-found', 'billing.printing.gone')
const keptSince = () => new Date(machineTime().getTime() - printingKeptFor * 86_400_000)
const keyOf = (db: TenantDb, id: string) => join(tenantOf(db).organizationId, 'printings', id)
const isTaken = (error: unknown) => error instanceof Error && 'code' in error && error.code === 'P2002'

/** What was asked for by this person lately, the newest first; a PDF is the own one of whoever asked. */
const mine = (ctx: Ctx, runIds: readonly string[] | null) =>
  ctx.db.printing.findMany({ where: { createdById: ctx.user.id, createdAt: { gte: keptSince() }, ...(runIds ? { runId: { in: [...runIds] } } : { runId: null }) }, orderBy: [{ createdAt: 'desc' }, { id: 'desc' }], take: 200, select: { ...shown, runId: true } })

/** The last printing of each run. */
export async function printingsOf(ctx: Ctx, runIds: readonly string[]): Promise<Record<string, Printing>> {
  const found: Record<string, Printing> = {}
  for (const { runId, ...row } of runIds.length > 0 ? await mine(ctx, runIds) : []) if (runId) found[runId] ??= printingOf(row)
  return found
}

/** The last printing of statements. */
export async function lastStatements(ctx: Ctx): Promise<Printing | null> {
  const [row] = await mine(ctx, null)
  return row ? printingOf(row) : null
}

/** Leaves many letters to the worker; whoever asks again meanwhile gets the ones that are under way. */
export async function startPrinting(ctx: Ctx, { runId }: z.output<typeof printingInput>): Promise<Printing> {
  const { db } = ctx
  if (runId && !(await db.invoiceRun.findFirst({ where: { id: runId }, select: { id: true } }))) throw new Refusal('not-found', 'errors.refusals.notFound')
  const wanted = runId ? await findLetters(db, runId) : await findDebtors(db, (ctx.campus ? [ctx.campus] : ctx.campuses).map(({ id }) => id))
  if (wanted.ids.length === 0) throw new Refusal('conflict', 'billing.printing.nothing')
  if (wanted.ids.length > mostLetters) throw new Refusal('invalid', 'billing.printing.tooMany', { params: { most: mostLetters } })
  const started = db.$transaction(async (tx) => {
    const row = await tx.printing.create({ data: { runId, campuses: wanted.campusIds, total: wanted.ids.length }, select: shown })
    await enqueue(ctx, printingJob, { id: row.id }, { tx })
    return row
  })
  return printingOf(await started.catch(async (error: unknown) => {
    const underWay = isTaken(error) ? await db.printing.findFirst({ where: { createdById: ctx.user.id, runId, state: { in: ['waiting', 'doing'] } }, select: shown }) : null
    if (!underWay) throw error
    return underWay
  }))
}

/** Draws the letters, with the rights that whoever asked has now. Begun again, it begins from the first one: the file appears when it is whole. */
export async function performPrinting(ctx: Ctx, { id }: { id: string }): Promise<void> {
  const { db } = ctx
  const row = await db.printing.findFirst({ where: { id, state: { not: 'done' } }, select: { runId: true, campuses: true } })
  if (!row) return
  await db.printing.updateMany({ where: { id }, data: { state: 'doing', done: 0 } })
  try {
    if (!ctx.can('READ_INVOICES')) throw new Refusal('forbidden', 'errors.refusals.forbidden')
    const [words, { ids }] = [await paperWords(ctx), row.runId ? await findLetters(db, row.runId) : await findDebtors(db, row.campuses)]
    const reached = async (done: number) => {
      await demandOpen(ctx)
      await db.printing.updateMany({ where: { id }, data: { done, total: Math.max(done, ids.length) } })
    }
    const letters = row.runId ? invoicePapers(ctx, ids, words, reached) : statementPapers(ctx, ids, words, reached)
    const from = sender(ctx)
    const about = { title: words.t(row.runId ? 'invoices.title' : 'billing.statement.title'), author: ctx.organization.name }
    await storage.put(keyOf(db, id), printPapers((async function* () {
      for await (const { campusId, content } of letters) yield from(campusId, content)
    })(), styleOf(ctx, words, undefined), about))
    await db.printing.updateMany({ where: { id }, data: { state: 'done' } })
  } catch (error) {
    await db.printing.updateMany({ where: { id }, data: { state: error instanceof Suspended ? 'waiting' : 'failed' } })
    if (!isRefused(error)) throw error
  }
}

export const printingJob = defineJob({ kind: 'printing', payload: z.object({ id: z.uuid() }), run: performPrinting })

async function own(ctx: Ctx, id: string) {
  const row = z.uuid().safeParse(id).success ? await ctx.db.printing.findFirst({ where: { id, createdById: ctx.user.id, createdAt: { gte: keptSince() } }, select: { ...shown, campuses: true } }) : null
  // Whoever has lost a campus since has lost its letters with it.
  if (!row || !row.campuses.every((campusId) => ctx.campuses.some((campus) => campus.id === campusId))) throw gone()
  const { campuses: _, ...printing } = row
  return printing
}

export const getPrinting = async (ctx: Ctx, id: string): Promise<Printing> => printingOf(await own(ctx, id))

/** The PDF, to whoever asked for it and still may see what is in it. */
export async function openPrinting(ctx: Ctx, id: string) {
  const { state, createdAt } = await own(ctx, id)
  if (state !== 'done') throw gone()
  return { name: `${createdAt.toISOString().slice(0, 10)}.pdf`, content: await storage.get(keyOf(ctx.db, id)) }
}

/** Takes away what has been kept for long enough, and files whose row was never made. */
export const printingRoutine: Routine = {
  kind: 'remove-printings',
  async each(db) {
    const since = keptSince()
    await db.printing.deleteMany({ where: { createdAt: { lt: since } } })
    for await (const { key, changedAt } of storage.list(`${tenantOf(db).organizationId}/printings`)) if (changedAt < since) await storage.remove(key)
  },
}
