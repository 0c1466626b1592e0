import { beforeAll, expect, test, vi } from 'vitest'
import { bulkJob, bulkOf } from '@/lib/domain/bulk.server'
import { progressOf, startBulk, undoBulk } from '@/lib/platform/bulk.server'
import type { Ctx } from '@/lib/platform/context'
import { listHistory } from '@/lib/platform/history.server'
import { startWorker } from '@/lib/platform/jobs.server'
import { previewChange } from '@/lib/platform/record-bulk.server'
import { selectedIds } from '@/lib/platform/selection.server'
import { aSchool } from '@/prisma/seed/a-school'
import { guardianChange, guardianInput, guardianList } from './guardian'
import { getGuardian, guardianBulks, guardianIds, guardians } from './guardian.server'

let school: Awaited<ReturnType<typeof aSchool>>
let registrar: Ctx
beforeAll(async () => {
  school = await aSchool()
  registrar = await school.as('registrar')
})

const some = (count: number, fullName: string, more: object = {}) =>
  Promise.all(Array.from({ length: count }, async (_, i) => (await guardians.create(registrar, guardianInput.parse({ fullName: `${fullName} ${i}`, relationship: 'mother', studentId: school.studentIds[0], phone: '', email: '', address: '', primaryContact: false, ...more }))).id))
const addresses = async (ids: readonly string[]) => (await registrar.db.guardian.findMany({ where: { id: { in: [...ids] } }, select: { address: true }, orderBy: { id: 'asc' } })).map(({ address }) => address)
const toHill = { field: 'address', value: 'Hill 1' }

test('a change is shown before it is made, made with a history, and taken back from what nobody touched since', async () => {
  const ids = await some(3, 'Change')
  const [first, second] = ids
  await guardians.update(registrar, { ...guardianInput.parse({ fullName: 'Already', relationship: 'mother', studentId: school.studentIds[0], phone: '', email: '', address: 'Hill 1', primaryContact: false }), id: first!, seen: (await getGuardian(registrar, first!)).seen })
  expect(await previewChange(registrar, guardians, ids, toHill)).toMatchObject({ total: 3, changing: 2, first: [{ values: { address: null } }, { values: { address: null } }] })
  const done = await startBulk(registrar, guardianBulks.change, ids, toHill)
  expect(done).toMatchObject({ state: 'done', total: 3, waiting: 0, done: 2, skipped: 1 })
  expect(await addresses(ids)).toEqual(['Hill 1', 'Hill 1', 'Hill 1'])
  expect((await listHistory(registrar, 'guardians', second!))[0]).toMatchObject({ deed: 'update-guardian', before: { address: null }, after: { address: 'Hill 1' } })

  const { seen, values } = await getGuardian(registrar, second!)
  await guardians.update(registrar, { ...guardianInput.parse({ ...values, phone: '5' }), id: second!, seen })
  expect(await undoBulk(registrar, bulkOf, { id: done.id })).toMatchObject({ state: 'undone', total: 2, done: 1, skipped: 1 })
  expect((await addresses(ids)).sort()).toEqual(['Hill 1', 'Hill 1', null])
  await expect(undoBulk(registrar, bulkOf, { id: done.id })).rejects.toMatchObject({ code: 'conflict' })
})

test('many are removed and come back; a part of the list is chosen by its filters', async () => {
  await some(4, 'Filtered Herd')
  const matching = await selectedIds(registrar, { matching: '?q=filtered+herd' }, guardianList, guardianIds)
  expect(matching).toHaveLength(4)
  const done = await startBulk(registrar, guardianBulks.remove, matching, {})
  expect(done).toMatchObject({ done: 4, skipped: 0 })
  expect(await registrar.db.guardian.count({ where: { id: { in: [...matching] } } })).toBe(0)
  expect(await undoBulk(registrar, bulkOf, { id: done.id })).toMatchObject({ state: 'undone', done: 4 })
  expect(await registrar.db.guardian.count({ where: { id: { in: [...matching] } } })).toBe(4)
})

test('more than a hundred are left to the worker; two workers at once, and one that died on the way, do each record once', async () => {
  const ids = await some(120, 'Crowd')
  const started = await startBulk(registrar, guardianBulks.change, ids, toHill)
  expect(started).toMatchObject({ state: 'doing', total: 120, waiting: 120 })
  // What a worker that was killed leaves: some done, the rest waiting.
  await Promise.all([bulkJob.perform(registrar, { id: started.id }), bulkJob.perform(registrar, { id: started.id })])
  expect(await progressOf(registrar, started.id)).toMatchObject({ state: 'done', waiting: 0, done: 120, skipped: 0 })
  const events = await registrar.db.auditEvent.count({ where: { deed: 'update-guardian', entityId: { in: ids } } })
  expect(events).toBe(120)
  const worker = await startWorker([bulkJob])
  expect(await undoBulk(registrar, bulkOf, { id: started.id })).toMatchObject({ state: 'undoing' })
  await vi.waitUntil(async () => (await progressOf(registrar, started.id)).state === 'undone', { timeout: 120_000 })
  await worker.stop()
  expect(new Set(await addresses(ids))).toEqual(new Set([null]))
})

test('whoever may not, cannot: another campus, another person, a right taken away', async () => {
  const ids = await some(2, 'Guarded', { studentId: school.otherStudentId })
  const director = await school.as('director')
  expect(await startBulk(director, guardianBulks.change, ids, toHill)).toMatchObject({ done: 0, skipped: 2 })
  expect(await startBulk(await school.as('teacher'), guardianBulks.change, ids, toHill)).toMatchObject({ done: 0, skipped: 2 })
  expect(await addresses(ids)).toEqual([null, null])
  const done = await startBulk(registrar, guardianBulks.change, ids, toHill)
  await expect(undoBulk(director, bulkOf, { id: done.id })).rejects.toMatchObject({ code: 'not-found' })
  await expect(undoBulk({ ...registrar, can: () => false }, bulkOf, { id: done.id })).rejects.toMatchObject({ code: 'forbidden' })
})

test.each([['relationship', 'friend'], ['address', 'x'.repeat(501)], ['fullName', 'Eve'], ['organizationId', 'x'], ['primaryContact', 'yes']])('%s cannot be set to %s', (field, value) => {
  expect(guardianChange.safeParse({ field, value }).success).toBe(false)
})
