import { expect, test, vi } from 'vitest'
import { z } from 'zod'
import { aSchool } from '@/prisma/seed/a-school'
import { asOwner } from '@/prisma/seed/organization'
import { tenantOf } from './db/sql.server'
import { defineErrand, defineJob, enqueue, leaveErrand, startWorker, type Routine } from './jobs.server'

test('a routine is done for each organization as that organization, once, however many workers come; one that fails keeps no other from it', async () => {
  // The one that fails comes first.
  const ids = [(await aSchool()).organizationId, (await aSchool()).organizationId].sort()
  const seen: { organization: string; actor: string | null; students: number }[] = []
  const routine: Routine = {
    kind: 'test.routine',
    async each(db) {
      const { organizationId, actorId } = tenantOf(db)
      seen.push({ organization: organizationId, actor: actorId, students: await db.student.count() })
      if (organizationId === ids[0]) throw new Error('this one is broken')
    },
  }
  const workers = [await startWorker([routine]), await startWorker([routine])]
  await vi.waitUntil(() => seen.length >= 2, { timeout: 120_000 })
  await Promise.all(workers.map((worker) => worker.stop()))
  for (const organization of ids) expect(seen).toContainEqual({ organization, actor: null, students: 6 })
  const left = await asOwner(async (owner) => (await owner.query(`SELECT FROM pgboss.job WHERE data->>'kind' = 'test.routine'`)).rowCount)
  expect(left).toBe(1)
})

test('what waits is done one after the other without a pause between', async () => {
  const at: number[] = []
  const errand = defineErrand({ kind: 'test.many', payload: z.object({}), run: async () => void at.push(performance.now()) })
  for (let n = 0; n < 30; n++) await leaveErrand(errand, {})
  const worker = await startWorker([errand])
  await vi.waitUntil(() => at.length === 30, { timeout: 60_000 })
  await worker.stop()
  // At a look in half a second it would be fifteen.
  expect(at.at(-1)! - at[0]!).toBeLessThan(7_500)
})

test('a job whose worker was killed is done again within a minute; one that is under way is left to its worker', async () => {
  const admin = await (await aSchool()).as('admin')
  const done: string[] = []
  let goOn: () => void = () => undefined
  const waiting = new Promise<void>((resolve) => (goOn = resolve))
  const job = defineJob({ kind: 'test.killed', payload: z.object({ name: z.string() }), run: async (_, { name }) => {
    if (name === 'long') await waiting
    done.push(name)
  } })
  await enqueue(admin, job, { name: 'killed' })
  // What a killed worker leaves: a job that is under way, and no connection that holds its lock.
  const age = `UPDATE pgboss.job SET state = 'active', started_on = now() - interval '20 seconds' WHERE data->'payload'->>'name' = $1`
  await asOwner((owner) => owner.query(age, ['killed']))
  const worker = await startWorker([job])
  await enqueue(admin, job, { name: 'long' })
  const isUnderWay = () => asOwner(async (owner) => (await owner.query(`SELECT FROM pgboss.job WHERE state = 'active' AND data->'payload'->>'name' = 'long'`)).rowCount === 1)
  await vi.waitUntil(isUnderWay, { timeout: 60_000, interval: 100 })
  await asOwner((owner) => owner.query(age, ['long']))
  const second = await startWorker([job])
  await vi.waitUntil(() => done.includes('killed'), { timeout: 60_000, interval: 100 })
  expect(done).toEqual(['killed'])
  goOn()
  await vi.waitUntil(() => done.includes('long'), { timeout: 60_000 })
  await Promise.all([worker.stop(), second.stop()])
  expect(done).toEqual(['killed', 'long'])
}, 200_000)
