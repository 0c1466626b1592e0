import 'server-only'
import PgBoss from 'pg-boss'
import type { z } from 'zod'
import type { Ctx } from './context'
import { contextOfPerson } from './context-record.server'
import { tenantOf, transactionSql } from './db/sql.server'
import type { TenantDb } from './db/tenant.server'
import { needEnv } from './env'
import { log } from './log.server'

/** pg-boss keeps every kind of work in one queue, so that a new kind needs no change of the database. */
const queue = 'work'

type Envelope = { kind: string; organizationId: string; userId: string; locale: string; payload: unknown }
type Job<Payload> = { kind: string; payload: z.ZodType<Payload>; run: (ctx: Ctx, payload: Payload) => Promise<void> }
export type AnyJob = { kind: string; perform: (ctx: Ctx, payload: unknown) => Promise<void> }

/** Work that outlives its request. `run` may be called again after a crash: it must be idempotent. */
export const defineJob = <Payload>({ kind, payload, run }: Job<Payload>): AnyJob & { payload: z.ZodType<Payload> } => ({
  kind,
  payload,
  perform: (ctx, given) => run(ctx, payload.parse(given)),
})

let sender: Promise<PgBoss> | undefined
const boss = (options: Partial<PgBoss.ConstructorOptions> = {}) =>
  new PgBoss({ connectionString: needEnv('APP_DATABASE_URL'), schema: 'pgboss', migrate: false, max: 2, ...options }).on('error', (error) => log.error({ err: error }, 'The job queue failed.'))
const sending = () => (sender ??= boss({ supervise: false, schedule: false }).start())

/**
 * Leaves work to the worker. Inside a transaction (`tx`) it is left only if the transaction commits.
 */
export async function enqueue<Payload>(ctx: Ctx, job: { kind: string; payload: z.ZodType<Payload> }, payload: Payload, { tx }: { tx?: TenantDb } = {}): Promise<void> {
  const { organizationId } = tenantOf(ctx.db)
  const envelope: Envelope = { kind: job.kind, organizationId, userId: ctx.user.id, locale: ctx.locale, payload: job.payload.parse(payload) }
  const db = tx && { executeSql: async (text: string, values: unknown[]) => ({ rows: await transactionSql(tx, text, values) }) }
  await (await sending()).send(queue, envelope, db ? { db } : {})
}

async function perform(jobs: ReadonlyMap<string, AnyJob>, { id, data }: PgBoss.Job<Envelope>): Promise<void> {
  const job = jobs.get(data.kind)
  const ctx = await contextOfPerson(data.userId, data.organizationId, data.locale)
  if (!job || !ctx) {
    log.error({ id, kind: data.kind }, job ? 'A job whose person is gone.' : 'A job of an unknown kind.')
    throw new Error(`The job ${data.kind} cannot be done.`)
  }
  const started = Date.now()
  await job.perform(ctx, data.payload)
  log.info({ id, kind: data.kind, milliseconds: Date.now() - started }, 'A job is done.')
}

/** Starts working on the queue until it is stopped; a running job is finished first. */
export async function startWorker(jobs: readonly AnyJob[]): Promise<{ stop(): Promise<void> }> {
  const known = new Map(jobs.map((job) => [job.kind, job]))
  const worker = await boss({ max: 4 }).start()
  await worker.work<Envelope>(queue, { pollingIntervalSeconds: 0.5, batchSize: 1 }, async (batch) => {
    for (const job of batch) await perform(known, job)
  })
  return { stop: () => worker.stop({ graceful: true, timeout: 20_000 }) }
}
