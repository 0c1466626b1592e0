import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { Readable } from 'node:stream'
import { expect, onTestFinished, test, vi } from 'vitest'
import { aSchool } from '@/prisma/seed/a-school'
import { districtZip } from '@/prisma/seed/one-roster-district'
import { asOwner } from '@/prisma/seed/organization'
import type { Ctx } from '@/lib/platform/context'
import { childEnv, typescript } from '@/scripts/ground/run.mjs'
import { everything } from './an-import.server'
import { applyRoster } from './import-apply.server'
import { silentFor } from './import-batch'
import { receiveRoster, resumeImport, startApply } from './import-batch.server'
import { checkRoster } from './import-check.server'
import { getImport } from './import-record.server'

const district = { schools: 2, students: 300, staff: 30, subjects: 2, guardianShare: 0.5, seed: 3 }

const toApply = async (ctx: Ctx) => {
  const { id } = await receiveRoster(ctx, { fileName: 'district.zip', content: Readable.from(districtZip(district)) })
  await checkRoster(ctx, id)
  await startApply(ctx, { id, departuresMeant: false })
  return id
}

/** A worker as it runs beside the web server, to be killed like one. */
const aWorker = () => {
  const worker = spawn(process.execPath, typescript('scripts/worker.ts'), { env: childEnv() as NodeJS.ProcessEnv, stdio: 'inherit' })
  onTestFinished(() => void worker.kill('SIGKILL'))
  return worker
}

/** Imported rows with every id replaced by the sender's (their hash is made of ids as well), so that two organizations can be compared. */
const imprint = async (ctx: Ctx) => {
  const all = Object.entries(await everything(ctx)) as [string, ({ id: string; sourcedId?: string | null; code?: string } & Record<string, unknown>)[]][]
  const names = new Map(all.flatMap(([entity, rows]) => rows.map((row) => [row.id, `${entity}:${row.sourcedId ?? row.code}`] as const)))
  const own = new Set(['organizationId', 'createdById', 'updatedById', 'createdAt', 'updatedAt', 'importHash'])
  return all.map(([entity, rows]) => [entity, rows.filter(({ sourcedId, code }) => sourcedId ?? (entity === 'grades' && code?.length === 2))
    .map((row) => JSON.stringify(Object.entries(row).filter(([key]) => !own.has(key)).map(([key, value]) => [key, typeof value === 'string' ? (names.get(value) ?? value) : value]))).sort()])
}

test('a worker that is killed while it writes leaves nothing behind, and the next one ends what it began', async () => {
  const [ctx, twin] = [await (await aSchool({ mark: 'here' })).as('admin'), await (await aSchool({ mark: 'here' })).as('admin')]
  const undisturbed = await toApply(twin)
  await applyRoster(twin, undisturbed)
  const before = await everything(ctx)
  const id = await toApply(ctx)

  await asOwner(async (owner) => {
    // Enrolments come last: who waits to write them has written everybody else, and is in the middle for as long as we like.
    await owner.query('BEGIN; LOCK TABLE class_enrollments IN SHARE MODE')
    const waiting = async () => (await owner.query(`SELECT pid FROM pg_locks WHERE relation = 'class_enrollments'::regclass AND mode = 'RowExclusiveLock' AND NOT granted`)).rowCount
    const worker = aWorker()
    await vi.waitUntil(waiting, { timeout: 180_000, interval: 50 })
    worker.kill('SIGKILL')
    expect(await once(worker, 'exit')).toEqual([null, 'SIGKILL'])
    expect(await everything(ctx)).toEqual(before)
    await owner.query('ROLLBACK')
    await vi.waitUntil(async () => !(await owner.query(`SELECT FROM pg_locks WHERE locktype = 'advisory' AND database = (SELECT oid FROM pg_database WHERE datname = current_database())`)).rowCount, { timeout: 180_000 })
  })
  expect(await everything(ctx)).toEqual(before)
  expect(await getImport(ctx, id)).toMatchObject({ state: 'applying', problem: null })
  expect(await ctx.db.importChange.count()).toBe(0)

  vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + silentFor + 1_000 })
  await resumeImport(ctx, id).finally(() => vi.useRealTimers())
  aWorker()
  await vi.waitUntil(async () => (await getImport(ctx, id)).state !== 'applying', { timeout: 180_000, interval: 100 })
  const [done, expected] = [await getImport(ctx, id), await getImport(twin, undisturbed)]
  expect(done.state).toBe('applied')
  expect(done.summary.counts).toEqual(expected.summary.counts)
  expect(await imprint(ctx)).toEqual(await imprint(twin))
  expect(await ctx.db.importChange.count()).toBe(await twin.db.importChange.count())
}, 600_000)
