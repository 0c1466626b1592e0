import { expect, test, vi } from 'vitest'
import { aSchool } from '@/prisma/seed/a-school'
import { asOwner } from '@/prisma/seed/organization'
import { tenantOf } from './db/sql.server'
import { startWorker, type Routine } from './jobs.server'

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
