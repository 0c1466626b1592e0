import { beforeAll, expect, test } from 'vitest'
import { fileOwners } from '@/app/api/files/owners'
import { bulkJob, bulkOf } from '@/lib/domain/bulk.server'
import { aPdf, read, sent } from '@/lib/domain/files/a-file'
import { attachFile, listFiles, openFile } from '@/lib/domain/files/public.server'
import { progressOf, startBulk, undoBulk } from '@/lib/platform/bulk.server'
import type { Ctx } from '@/lib/platform/context'
import { listHistory } from '@/lib/platform/history.server'
import { selectedIds } from '@/lib/platform/selection.server'
import { aSchool } from '@/prisma/seed/a-school'
import { anInvoice, paying, seenOf } from './a-bill'
import { invoiceInput, invoiceList } from './invoice'
import { invoiceBulks, invoiceIds, previewInvoiceBulk } from './invoice-bulk.server'
import { draftInvoice, issueInvoice } from './invoice.server'
import { checkLedger } from './ledger.sql.server'
import { paymentFiles } from './payment-files.server'
import { recordPayment } from './payment.server'

let school: Awaited<ReturnType<typeof aSchool>>
let finance: Ctx
let student: string
beforeAll(async () => {
  school = await aSchool()
  finance = await school.as('finance')
  student = school.studentIds[0]!
})

async function drafts(count: number): Promise<string[]> {
  const made: string[] = []
  for (let at = 0; at < count; at += 1) made.push((await draftInvoice(finance, invoiceInput.parse({ studentId: student, issueDate: '2026-01-05', dueDate: '2026-02-05', notes: '', lines: [{ description: 'Trip', amount: '10.00' }] }))).id)
  return made
}

test('chosen drafts are issued together, each with the next number; what is none stays; two workers and a person at once issue each once', async () => {
  const ids = await drafts(102)
  const issued = await anInvoice(finance, student)
  expect(await previewInvoiceBulk(finance, 'issue', [...ids, issued])).toEqual({ total: 103, fitting: 102, amount: 102_000 })
  const first = await seenOf(finance, ids[0]!)
  const act = await startBulk(finance, invoiceBulks.issue, [...ids, issued], {})
  expect(act).toMatchObject({ state: 'doing', waiting: 103 })
  await Promise.all([bulkJob.perform(finance, { id: act.id }), bulkJob.perform(finance, { id: act.id }), issueInvoice(finance, first).catch(() => null)])
  const end = await progressOf(finance, act.id)
  expect([end.state, end.done + end.skipped, end.skipped === 1 || end.skipped === 2]).toEqual(['done', 103, true])
  expect(await school.db.invoice.count({ where: { id: { in: ids }, status: 'issued' } })).toBe(102)
  await expect(undoBulk(finance, bulkOf, { id: act.id })).rejects.toMatchObject({ message: 'table.bulk.stands' })
  expect(await checkLedger(school.db)).toEqual([])
})

test('of what was chosen by the list\'s filters what is unpaid is made void with its reason, and the rest is written off', async () => {
  const [unpaid, partly] = [await anInvoice(finance, school.studentIds[1]!), await anInvoice(finance, school.studentIds[1]!)]
  await recordPayment(finance, paying(school.studentIds[1]!, '30', [[partly, '30']]))
  const chosen = await selectedIds(finance, { matching: `?student=${school.studentIds[1]}` }, invoiceList, invoiceIds)
  expect([...chosen].sort()).toEqual([unpaid, partly].sort())
  expect(await previewInvoiceBulk(finance, 'void', chosen)).toEqual({ total: 2, fitting: 1, amount: 10_000 })
  expect(await startBulk(finance, invoiceBulks.void, chosen, { reason: 'Twice' })).toMatchObject({ state: 'done', done: 1, skipped: 1 })
  expect((await listHistory(finance, 'invoices', unpaid))[0]).toMatchObject({ deed: 'void-invoice', after: { reason: 'Twice' } })
  expect(await startBulk(finance, invoiceBulks['write-off'], chosen, { reason: 'Moved away' })).toMatchObject({ done: 1, skipped: 1 })
  const director = await school.as('director')
  const refused = await startBulk({ ...director, can: () => false }, invoiceBulks.issue, await drafts(1), {})
  expect(refused).toMatchObject({ done: 0, skipped: 1 })
  expect(await checkLedger(school.db)).toEqual([])
})

test('proof hangs on its payment: by the payment\'s right alone it is added and fetched', async () => {
  const { id } = await recordPayment(finance, paying(student, '1', [[await anInvoice(finance, student), '1']]))
  const proof = { kind: 'attachment' as const, name: 'Slip.pdf', uploadKey: crypto.randomUUID() }
  const file = await attachFile(finance, { owner: paymentFiles, id }, proof, sent(aPdf()))
  expect(await listFiles(finance, { owner: paymentFiles, id })).toMatchObject([{ name: 'Slip.pdf' }])
  const director = await school.as('director')
  expect(await read((await openFile(director, fileOwners, { id: file.id, size: 320 })).open())).toEqual(aPdf())
  for (const stranger of [await school.as('teacher'), await (await aSchool()).as('finance')]) await expect(openFile(stranger, fileOwners, { id: file.id, size: 320 })).rejects.toMatchObject({ code: 'not-found' })
  if (!director.can('RECORD_PAYMENTS')) await expect(attachFile(director, { owner: paymentFiles, id }, { ...proof, uploadKey: crypto.randomUUID() }, sent(aPdf()))).rejects.toMatchObject({ code: 'not-found' })
})
