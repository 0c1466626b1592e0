import { buffer } from 'node:stream/consumers'
import { beforeAll, expect, test } from 'vitest'
import type { Ctx } from '@/lib/platform/context'
import { aSchool } from '@/prisma/seed/a-school'
import { query } from '@/scripts/ground/connection.mjs'
import { aPlan, anInvoice } from './a-bill'
import { performRun, startRun } from './invoice-run.server'
import { getPrinting, lastStatements, openPrinting, performPrinting, printingRoutine, printingsOf, startPrinting } from './printing.server'

let school: Awaited<ReturnType<typeof aSchool>>
let finance: Ctx
beforeAll(async () => {
  school = await aSchool()
  finance = await school.as('finance')
})
const pagesOf = (pdf: Buffer) => pdf.toString('latin1').match(/\/Type \/Page\b/g)?.length
const gone = { message: 'billing.printing.gone' }

test('the invoices of a run are drawn as one PDF for whoever asked, who alone may have it, for as long as it is kept', async () => {
  const { id: feePlanId } = await aPlan(finance, school)
  const run = await startRun(finance, { feePlanId, period: '2026-01-01', campusId: null, issueDate: '2026-01-05', dueDate: '2026-02-01', idempotencyKey: crypto.randomUUID() })
  await performRun(finance, run)
  const asked = await startPrinting(finance, { runId: run.id })
  expect(asked).toMatchObject({ state: 'waiting', done: 0 })
  expect((await startPrinting(finance, { runId: run.id })).id).toBe(asked.id)
  await expect(openPrinting(finance, asked.id)).rejects.toMatchObject(gone)
  // The second one comes after a worker that died: it begins again.
  await Promise.all([performPrinting(finance, asked), performPrinting(finance, asked)])
  expect(await getPrinting(finance, asked.id)).toMatchObject({ state: 'done', done: asked.total, total: asked.total })
  expect((await printingsOf(finance, [run.id]))[run.id]?.id).toBe(asked.id)
  expect(pagesOf(await buffer((await openPrinting(finance, asked.id)).content))).toBe(asked.total)
  const [director, stranger] = [await school.as('director'), await (await aSchool()).as('finance')]
  for (const other of [director, stranger]) await expect(openPrinting(other, asked.id)).rejects.toMatchObject(gone)
  // Whoever has lost a campus has lost its letters.
  await expect(openPrinting({ ...finance, campuses: [] }, asked.id)).rejects.toMatchObject(gone)
  await query(process.env.DATABASE_URL!, `UPDATE printings SET "createdAt" = now() - interval '4 days' WHERE id = $1`, [asked.id])
  await expect(openPrinting(finance, asked.id)).rejects.toMatchObject(gone)
  await printingRoutine.each(school.db)
  expect(await school.db.printing.count({ where: { id: asked.id } })).toBe(0)
})

test('each family that owes gets one statement, at the campuses of whoever asks; without the right nothing is drawn', async () => {
  await anInvoice(finance, school.otherStudentId)
  const director = await school.as('director')
  const asked = await startPrinting(director, { runId: null })
  await performPrinting({ ...director, can: () => false }, asked)
  expect(await getPrinting(director, asked.id)).toMatchObject({ state: 'failed' })
  await performPrinting(director, asked)
  expect(await lastStatements(director)).toMatchObject({ state: 'done' })
  expect((await startPrinting(finance, { runId: null })).total).toBe(asked.total + 1)
  await expect(startPrinting(director, { runId: crypto.randomUUID() })).rejects.toMatchObject({ code: 'not-found' })
})
