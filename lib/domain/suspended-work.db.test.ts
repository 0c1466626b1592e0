import { buffer } from 'node:stream/consumers'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { aPlan } from '@/lib/domain/billing/a-bill'
import { startRun } from '@/lib/domain/billing/invoice-run.server'
import { getPrinting, openPrinting, startPrinting } from '@/lib/domain/billing/printing.server'
import { aRoster, asUpload } from '@/lib/domain/interop/a-roster'
import { receiveRoster, startApply, startUndo } from '@/lib/domain/interop/import-batch.server'
import { checkRoster } from '@/lib/domain/interop/import-check.server'
import { getImport } from '@/lib/domain/interop/import-record.server'
import { jobs } from '@/lib/domain/jobs.server'
import { guardianBulks } from '@/lib/domain/people/guardian.server'
import { progressOf, startBulk } from '@/lib/platform/bulk.server'
import { resumeWork, startWorker } from '@/lib/platform/jobs.server'
import { toDate } from '@/lib/platform/time'
import { aSchool } from '@/prisma/seed/a-school'
import { asOwner } from '@/prisma/seed/organization'

let worker: Awaited<ReturnType<typeof startWorker>>
let school: Awaited<ReturnType<typeof aSchool>>
beforeAll(async () => {
  school = await aSchool()
  worker = await startWorker(jobs)
}, 60_000)
afterAll(() => worker.stop())

const suspend = `CREATE FUNCTION suspend_now() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
  UPDATE organizations SET suspended_at = now() WHERE id = NEW."organizationId" AND suspended_at IS NULL;
  RETURN NULL;
END $$`

/** Suspends the organization at the very moment at which its work has come so far, and waits until the work is held. */
async function heldAt(moment: string, begin: () => Promise<unknown>): Promise<void> {
  await asOwner(async (owner) => {
    await owner.query(`${suspend}; CREATE TRIGGER suspend_now AFTER ${moment} EXECUTE FUNCTION suspend_now()`)
    try {
      await begin()
      const held = () => owner.query(`SELECT FROM pgboss.job WHERE state = 'created' AND start_after > now() AND data->>'organizationId' = $1`, [school.organizationId])
      await vi.waitUntil(async () => (await held()).rowCount === 1, { timeout: 60_000, interval: 100 })
    } finally {
      await owner.query('DROP FUNCTION suspend_now CASCADE')
    }
  })
}

async function reopen(): Promise<void> {
  await school.db.$transaction(async (tx) => {
    await tx.organization.update({ where: { id: school.organizationId }, data: { suspendedAt: null }, select: { id: true } })
    await resumeWork(tx)
  })
}
const until = (isDone: () => Promise<boolean>) => vi.waitUntil(isDone, { timeout: 60_000, interval: 100 })

test('a bulk act stops after the record at which its organization is suspended, and goes on with the next one when it reopens', async () => {
  const registrar = await school.as('registrar')
  const made = await school.db.guardian.createManyAndReturn({ data: Array.from({ length: 101 }, (_, n) => ({ fullName: `Held ${n}`, relationship: 'mother' as const, studentId: school.studentIds[0]! })), select: { id: true } })
  const ids = made.map(({ id }) => id)
  let act = ''
  await heldAt(`INSERT ON audit_events FOR EACH ROW WHEN (NEW.deed = 'update-guardian')`, async () => void (act = (await startBulk(registrar, guardianBulks.change, ids, { field: 'address', value: 'Hill 1' })).id))
  const changed = () => school.db.guardian.count({ where: { id: { in: ids }, address: 'Hill 1' } })
  expect(await changed()).toBe(1)
  expect(await progressOf(registrar, act)).toMatchObject({ state: 'doing', done: 1, waiting: 100, skipped: 0 })
  await reopen()
  await until(async () => (await progressOf(registrar, act)).state === 'done')
  expect(await changed()).toBe(101)
  expect(await school.db.auditEvent.count({ where: { deed: 'update-guardian', entityId: { in: ids } } })).toBe(101)
}, 120_000)

test('an invoice run keeps the part that is whole and makes the rest when it reopens; its letters are drawn from the first one then', async () => {
  const finance = await school.as('finance')
  const made = await school.db.student.createManyAndReturn({ data: Array.from({ length: 600 }, (_, n) => ({ studentNumber: `H-${n}`, firstName: `F${n}`, lastName: 'Held', campusId: school.north.id })), select: { id: true } })
  await school.db.classEnrollment.createMany({ data: made.map(({ id }) => ({ classId: school.classId, studentId: id, enrolledOn: toDate('2020-01-01') })) })
  const { id: feePlanId } = await aPlan(finance, school)
  let run = ''
  await heldAt('INSERT ON invoices FOR EACH ROW', async () => void (run = (await startRun(finance, { feePlanId, period: '2026-01-01', campusId: null, issueDate: '2026-01-05', dueDate: '2026-02-01', idempotencyKey: crypto.randomUUID() })).id))
  const state = () => school.db.invoiceRun.findFirstOrThrow({ where: { id: run }, select: { state: true, made: true, wanted: true } })
  const { wanted, ...half } = await state()
  expect(half).toEqual({ state: 'doing', made: 500 })
  await reopen()
  await until(async () => (await state()).state === 'done')
  expect(await state()).toMatchObject({ made: wanted })
  expect(new Set((await school.db.invoice.findMany({ where: { runId: run }, orderBy: { id: 'asc' }, select: { studentId: true } })).map(({ studentId }) => studentId)).size).toBe(wanted)

  let asked = ''
  await heldAt(`UPDATE ON printings FOR EACH ROW WHEN (NEW.done > 0)`, async () => void (asked = (await startPrinting(finance, { runId: run })).id))
  expect(await getPrinting(finance, asked)).toMatchObject({ state: 'waiting', done: 100 })
  await expect(openPrinting(finance, asked)).rejects.toMatchObject({ code: 'not-found' })
  await reopen()
  await until(async () => (await getPrinting(finance, asked)).state === 'done')
  const pdf = await buffer((await openPrinting(finance, asked)).content)
  expect(pdf.toString('latin1').match(/\/Type \/Page\b/g)).toHaveLength(wanted)
}, 120_000)

test('an import is applied and taken back wholly or not at all, before its organization is suspended or after it reopens', async () => {
  const admin = await school.as('admin')
  const { id } = await receiveRoster(admin, asUpload(aRoster()))
  await checkRoster(admin, id)
  const state = async () => (await getImport(admin, id)).state
  const moment = (of: string) => `UPDATE ON import_batches FOR EACH ROW WHEN (NEW.state = '${of}' AND NEW.total <> OLD.total)`
  const came = () => school.db.student.count({ where: { sourcedId: 'p1' } })
  await heldAt(moment('applying'), () => startApply(admin, { id, departuresMeant: true }))
  expect([await state(), await came(), (await getImport(admin, id)).problem]).toEqual(['applying', 0, null])
  await reopen()
  await until(async () => (await state()) === 'applied')
  expect(await came()).toBe(1)
  await heldAt(moment('undoing'), () => startUndo(admin, { id, leaveChanged: false }))
  expect([await state(), await came()]).toEqual(['undoing', 1])
  await reopen()
  await until(async () => (await state()) === 'undone')
  expect(await came()).toBe(0)
}, 120_000)

