import 'server-only'
import PgBoss from 'pg-boss'
import type { z } from 'zod'
import type { Ctx } from './context'
import { contextOfPerson } from './context-record.server'
import { gate } from './db/gate.server'
import { jobLocks } from './db/job-locks.server'
import { tenantOf, transactionSql } from './db/sql.server'
import { forTenant, type TenantDb } from './db/tenant.server'
import { wakeJobs } from './db/wake-jobs.server'
import { needEnv } from './env'
import { log } from './log.server'

/** pg-boss keeps every kind of work in one queue, so that a new kind needs no change of the database. */
const queue = 'work'

type Asked = { kind: string; organizationId: string; userId: string; locale: string; payload: unknown }
type Envelope = Asked | { kind: string; routine: true } | { kind: string; errand: true; payload: unknown }
type Job<Payload> = { kind: string; payload: z.ZodType<Payload>; run: (ctx: Ctx, payload: Payload) => Promise<void> }
type AskedJob = { kind: string; perform: (ctx: Ctx, payload: unknown) => Promise<void> }
/** Work that nobody asks for: done twice a day for each organization, or every so many hours, as nobody. It may be done again at any time: it must be idempotent. */
export type Routine = { kind: string; hours?: number; each: (db: TenantDb) => Promise<void> }
/** Work that no person of an organization asks for as such (a mail, a forgotten password): done as nobody, a few times at most. */
export type Errand = { kind: string; payload: z.ZodType; errand: (payload: unknown) => Promise<void> }
export type AnyJob = AskedJob | Routine | Errand

/** Work that outlives its request. `run` may be called again after a crash: it must be idempotent. If it takes long, it asks `demandOpen` before each step. */
export const defineJob = <Payload>({ kind, payload, run }: Job<Payload>): AskedJob & { payload: z.ZodType<Payload> } => ({
  kind,
  payload,
  perform: (ctx, given) => run(ctx, payload.parse(given)),
})

export const defineErrand = <Payload>({ kind, payload, run }: { kind: string; payload: z.ZodType<Payload>; run: (payload: Payload) => Promise<void> }): Errand => ({ kind, payload, errand: (given) => run(payload.parse(given)) })

let sender: Promise<PgBoss> | undefined
const boss = (options: Partial<PgBoss.ConstructorOptions> = {}) =>
  new PgBoss({ connectionString: needEnv('APP_DATABASE_URL'), schema: 'pgboss', migrate: false, schedule: false, max: 2, ...options }).on('error', (error) => log.error({ err: error }, 'The job queue failed.'))
const sending = () => (sender ??= boss({ supervise: false }).start())
/** A command is over and its database may be stopped. */
export const stopSending = async (): Promise<void> => void (await (await sender)?.stop({ graceful: false }))

/** How pg-boss takes part in a transaction that is open. */
const joining = (tx: TenantDb | undefined) => (tx ? { db: { executeSql: async (text: string, values: unknown[]) => ({ rows: await transactionSql(tx, text, values) }) } } : {})

/**
 * Leaves work to the worker. Inside a transaction (`tx`) it is left only if the transaction commits.
 */
export async function enqueue<Payload>(ctx: Ctx, job: { kind: string; payload: z.ZodType<Payload> }, payload: Payload, { tx }: { tx?: TenantDb } = {}): Promise<void> {
  const { organizationId } = tenantOf(ctx.db)
  const envelope: Asked = { kind: job.kind, organizationId, userId: ctx.user.id, locale: ctx.locale, payload: job.payload.parse(payload) }
  await (await sending()).send(queue, envelope, joining(tx))
}

/** How often an errand is tried again, and after how many seconds first; twice as many each time. */
export const errandRetries = { retryLimit: 5, retryDelay: 30, retryBackoff: true } as const

/** Leaves an errand to the worker; inside a transaction (`tx`) only if it commits. */
export async function leaveErrand<Payload>(job: { kind: string; payload: z.ZodType<Payload> }, payload: Payload, { tx }: { tx?: TenantDb } = {}): Promise<void> {
  const envelope: Envelope = { kind: job.kind, errand: true, payload: job.payload.parse(payload) }
  await (await sending()).send(queue, envelope, { ...errandRetries, ...joining(tx) })
}

async function performRoutine({ kind, each }: Routine): Promise<void> {
  const failed: unknown[] = []
  for (const { id } of await gate().organization.findMany({ where: { deletedAt: null, suspendedAt: null }, select: { id: true }, orderBy: { id: 'asc' } })) {
    if (await isSuspended(id)) continue
    await each(ofOrganization(id)).catch((error: unknown) => {
      log.error({ kind, organization: id, err: error }, 'A routine failed for one organization.')
      failed.push(error)
    })
  }
  if (failed.length > 0) throw new AggregateError(failed, `The routine ${kind} failed for ${failed.length} organizations.`)
}

/** After how many seconds work of a suspended organization looks again; whoever reopens wakes it at once. */
const heldSeconds = 900

/** Work that people left goes on, now that their organization is open again. */
export const resumeWork = async (tx: TenantDb): Promise<void> => void (await wakeJobs(tx, queue, tenantOf(tx).organizationId))

const ofOrganization = (organizationId: string) => forTenant({ organizationId, actorId: null, reach: { kind: 'organization' } })
export const isSuspended = async (id: string) => (await gate().organization.findFirst({ where: { id, suspendedAt: { not: null } }, select: { id: true } })) !== null

/** Work stops between two of its steps, because its organization was suspended meanwhile. It is no failure: it goes on as after a crash. */
export class Suspended extends Error {}

/** Asked before each step of work that takes long. */
export async function demandOpen({ db }: Pick<Ctx, 'db'>): Promise<void> {
  if (await isSuspended(tenantOf(db).organizationId)) throw new Suspended('The organization is suspended.')
}

/** Work of a suspended organization looks again later. */
async function holdBack(asked: Asked): Promise<void> {
  const { kind, organizationId } = asked
  log.info({ kind, organization: organizationId }, 'A job is held: its organization is suspended.')
  await (await sending()).send(queue, asked, { startAfter: heldSeconds })
  // Whoever reopened a moment ago found nothing that waited.
  if (!(await isSuspended(organizationId))) await ofOrganization(organizationId).$transaction(resumeWork)
}

async function performAsked(job: AskedJob, asked: Asked): Promise<void> {
  const { kind, userId, organizationId, locale, payload } = asked
  const ctx = await contextOfPerson(userId, organizationId, locale)
  if (!ctx) {
    if (!(await isSuspended(organizationId))) throw new Error(`The person who asked for ${kind} is gone.`)
    return holdBack(asked)
  }
  try {
    await job.perform(ctx, payload)
  } catch (error) {
    if (!(error instanceof Suspended)) throw error
    await holdBack(asked)
  }
}

async function perform(jobs: ReadonlyMap<string, AnyJob>, { id, data }: PgBoss.Job<Envelope>): Promise<void> {
  const job = jobs.get(data.kind)
  const started = performance.now()
  try {
    if (job && 'each' in job) await performRoutine(job)
    else if (job && 'errand' in job && 'errand' in data) await job.errand(data.payload)
    else if (job && 'perform' in job && 'userId' in data) await performAsked(job, data)
    else throw new Error('A job of an unknown kind.')
  } catch (error) {
    log.error({ id, kind: data.kind, err: error }, 'A job cannot be done.')
    throw error
  }
  log.info({ id, kind: data.kind, milliseconds: Math.round(performance.now() - started) }, 'A job is done.')
}

/**
 * Leaves each routine to the queue, once for all workers in half a day: a second one finds the place taken. pg-boss's own
 * schedule would want a queue of its own, and so DDL; half a day is as long as it remembers a job that is done.
 */
const leaveRoutines = async (worker: PgBoss, jobs: readonly AnyJob[]) => {
  for (const job of jobs) if ('each' in job) await worker.send(queue, { kind: job.kind, routine: true } satisfies Envelope, { singletonKey: job.kind, singletonHours: job.hours ?? 12 })
}

/** How often a worker looks for jobs whose worker is gone. */
const betweenRounds = 15_000

/** Starts working on the queue until it is stopped; a running job is finished first. */
export async function startWorker(jobs: readonly AnyJob[]): Promise<{ stop(): Promise<void> }> {
  const known = new Map(jobs.map((job) => [job.kind, job]))
  const worker = await boss({ max: 4 }).start()
  const locks = jobLocks(queue)
  const mine = new Set<string>()
  const loop = await worker.work<Envelope>(queue, { pollingIntervalSeconds: 0.5, batchSize: 1 }, async (batch) => {
    // The next one is looked for at once: at two in a second, strangers who ask for links could keep everybody's work waiting.
    worker.notifyWorker(loop)
    for (const job of batch) {
      mine.add(job.id)
      await locks.hold(job.id)
      await perform(known, job).finally(() => {
        mine.delete(job.id)
        return locks.release(job.id)
      })
    }
  })
  const takeUp = async () => {
    for (const id of await locks.abandoned(mine)) {
      log.warn({ id }, 'A job whose worker is gone is done again.')
      await worker.fail(queue, id, { reason: 'Its worker is gone.' })
    }
  }
  const round = setInterval(() => void takeUp().catch((error: unknown) => log.error({ err: error }, 'Jobs without a worker could not be taken up.')), betweenRounds)
  const leave = () => leaveRoutines(worker, jobs).catch((error: unknown) => log.error({ err: error }, 'The routines could not be left to the queue.'))
  await leave()
  const hourly = setInterval(() => void leave(), 3_600_000)
  return {
    stop() {
      clearInterval(hourly)
      clearInterval(round)
      return worker.stop({ graceful: true, timeout: 20_000 }).finally(() => locks.end())
    },
  }
}
