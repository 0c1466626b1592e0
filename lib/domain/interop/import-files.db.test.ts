import { existsSync } from 'node:fs'
import { beforeEach, expect, test } from 'vitest'
import { aSchool } from '@/prisma/seed/a-school'
import type { Ctx } from '@/lib/platform/context'
import { storage } from '@/lib/platform/storage.server'
import { aRoster } from './a-roster'
import { checked, everything, imported, undone } from './an-import.server'
import { fileKeptFor, type ImportState } from './import-batch'
import { recheckRoster, startApply } from './import-batch.server'
import { removeOldFiles } from './import-files.server'
import { openRejects, readDifference } from './import-reading.server'
import { getImport, type ImportRecord } from './import-record.server'

let ctx: Ctx
beforeEach(async () => {
  ctx = await (await aSchool()).as('admin')
})

const day = 86_400_000
const isKept = async ({ fileKey }: ImportRecord) => existsSync(await storage.local(fileKey))
const endedAgo = (of: Ctx, { id }: ImportRecord, days: number, state?: ImportState) =>
  of.db.importBatch.updateMany({ where: { id }, data: { finishedAt: new Date(Date.now() - days * day), ...(state ? { state } : {}) } })

test('the zip of an import goes when it ended long ago, in its organization alone, and what it found stays', async () => {
  const [old, young] = [await imported(ctx, aRoster()), await checked(ctx, aRoster())]
  const stranger = await (await aSchool()).as('admin')
  const theirs = await checked(stranger, aRoster())
  const before = await everything(ctx)
  await endedAgo(ctx, old, fileKeptFor + 1)
  await endedAgo(ctx, young, fileKeptFor - 1)
  await endedAgo(stranger, theirs, fileKeptFor + 1)
  await removeOldFiles(ctx.db)
  expect([await isKept(old), await isKept(young), await isKept(theirs)]).toEqual([false, true, true])
  expect((await readDifference(ctx, old.id, { entity: 'students', kind: 'new', page: 1 })).rows).toHaveLength(2)
  expect((await openRejects(ctx, old.id)).name).toContain('rejects')
  expect(await everything(ctx)).toEqual(before)

  const { removedAt } = (await getImport(ctx, old.id)).found
  await removeOldFiles(ctx.db)
  expect((await getImport(ctx, old.id)).found.removedAt).toBe(removedAt)
  expect((await undone(ctx, old.id)).state).toBe('undone')
})

test('an import that is at work keeps its file, however long', async () => {
  const one = await checked(ctx, aRoster())
  for (const state of ['uploaded', 'checking', 'applying', 'undoing'] as const) {
    await endedAgo(ctx, one, fileKeptFor + 1, state)
    await removeOldFiles(ctx.db)
    expect(await isKept(one), state).toBe(true)
  }
})

test('what needs the zip again says that it is gone', async () => {
  const one = await checked(ctx, aRoster())
  await endedAgo(ctx, one, fileKeptFor + 1)
  await removeOldFiles(ctx.db)
  const gone = { code: 'conflict', message: 'imports.problems.fileRemoved' }
  await expect(startApply(ctx, { id: one.id, departuresMeant: false })).rejects.toMatchObject(gone)
  await expect(recheckRoster(ctx, { id: one.id, answers: {} })).rejects.toMatchObject(gone)
})
