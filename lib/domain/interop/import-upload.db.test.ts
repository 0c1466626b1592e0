import { utimes } from 'node:fs/promises'
import { Readable } from 'node:stream'
import { text } from 'node:stream/consumers'
import { beforeEach, describe, expect, test, vi } from 'vitest'
import { aSchool } from '@/prisma/seed/a-school'
import type { Ctx } from '@/lib/platform/context'
import { storage } from '@/lib/platform/storage.server'
import { aRoster, asUpload, asZip, edited } from './a-roster'
import { checked, everything, imported } from './an-import.server'
import { applyRoster } from './import-apply.server'
import { fileNameInput, partSize } from './import-batch'
import { receiveRoster, startApply, startUndo } from './import-batch.server'
import { checkRoster } from './import-check.server'
import { openRejects } from './import-reading.server'
import { getImport } from './import-record.server'
import { undoRoster } from './import-undo.server'
import { receivePart, removeOldParts } from './import-upload.server'

let school: Awaited<ReturnType<typeof aSchool>>
let ctx: Ctx
beforeEach(async () => {
  school = await aSchool()
  ctx = await school.as('admin')
})

const part = (who: Ctx, upload: string, number: number, bytes: Uint8Array, last: boolean) => receivePart(who, { upload, part: number, last, name: 'x.zip' }, Readable.from([bytes]))

describe('an upload', () => {
  test('whose last answer got lost finds the import it began, and only its own', async () => {
    const [upload, zip] = [crypto.randomUUID(), asZip(aRoster())]
    expect(await part(ctx, upload, 0, zip.subarray(0, 500), false)).toEqual({ id: null })
    const { id } = await part(ctx, upload, 1, zip.subarray(500), true)
    expect(await part(ctx, upload, 1, zip.subarray(500), true)).toEqual({ id })
    expect(await ctx.db.importBatch.count()).toBe(1)
    expect(await part(await school.as('registrar'), upload, 0, zip, true)).not.toEqual({ id })
  })
  test('whose last part comes three times at once begins one import', async () => {
    const [upload, zip] = [crypto.randomUUID(), asZip(aRoster())]
    await part(ctx, upload, 0, zip.subarray(0, 500), false)
    const answers = await Promise.all([1, 2, 3].map(() => part(ctx, upload, 1, zip.subarray(500), true)))
    expect(new Set(answers.map(({ id }) => id)).size).toBe(1)
    expect(await ctx.db.importBatch.count()).toBe(1)
  })
  test('that nobody ended is removed after a day, and not before', async () => {
    const [upload, zip] = [crypto.randomUUID(), asZip(aRoster())]
    await part(ctx, upload, 0, zip.subarray(0, 500), false)
    const keys = async () => {
      const found: string[] = []
      for await (const { key } of storage.list(`${ctx.organization.id}/uploads`)) found.push(key)
      return found
    }
    const kept = async () => (await keys()).length
    await removeOldParts(ctx.db)
    expect(await kept()).toBe(1)
    const path = await storage.local((await keys())[0]!)
    await utimes(path, new Date(0), new Date(0))
    await removeOldParts(ctx.db)
    expect(await kept()).toBe(0)
    await removeOldParts(await (await aSchool()).as('admin').then(({ db }) => db))
  })
  test('that breaks on its way, or is too large, is refused and stops nobody', async () => {
    const broken = Readable.from((async function* () {
      yield Buffer.from('PK')
      throw new Error('the line went dead')
    })())
    await expect(receivePart(ctx, { upload: crypto.randomUUID(), part: 0, last: true, name: 'x.zip' }, broken)).rejects.toThrow('the line went dead')
    const dead = Readable.from([Buffer.from('PK')])
    dead.destroy(new Error('gone before it began'))
    await expect(receivePart(ctx, { upload: crypto.randomUUID(), part: 0, last: true, name: 'x.zip' }, dead)).rejects.toThrow()
    await expect(part(ctx, crypto.randomUUID(), 0, Buffer.alloc(partSize + 1), false)).rejects.toMatchObject({ message: 'imports.problems.tooLarge' })
    await expect(part(ctx, crypto.randomUUID(), 0, Buffer.from('no zip at all'), true)).rejects.toMatchObject({ message: 'imports.diagnostics.zip-unreadable' })
    expect(await ctx.db.importBatch.count()).toBe(0)
  })
  test('with a part missing is refused in words', async () => {
    await expect(part(ctx, crypto.randomUUID(), 1, asZip(aRoster()), true)).rejects.toMatchObject({ code: 'invalid', message: 'imports.problems.partLost' })
    expect(await ctx.db.importBatch.count()).toBe(0)
  })
  test('keeps the letters of its name, however a Mac writes them', () => {
    expect(fileNameInput.parse('C:\\x\\An\u0303o 2026.zip')).toBe('A\u00f1o 2026.zip')
    expect(fileNameInput.parse('\u0939\u093f.zip')).toBe('\u0939\u093f.zip')
  })
})

describe('a check', () => {
  test.each([['a NUL', 'Pow\0er'], ['half a letter', `${'x'.repeat(119)}\u{1f600}`]])('is not stopped by %s in the name of the system or of a column', async (_, name) => {
    const batch = await checked(ctx, edited(edited(aRoster(), 'manifest.csv', ['oneroster.version,1.1', `oneroster.version,1.1\r\nsource.systemName,${name}`]), 'users.csv', ['password', `${name}${'x'.repeat(80)}\u{1f600}`]))
    expect(batch).toMatchObject({ state: 'checked', summary: { blocked: false, counts: { students: { new: 2 } } } })
  })
  test('of a set without a row has nothing against it and changes nothing', async () => {
    expect(await checked(ctx, { 'manifest.csv': aRoster()['manifest.csv']! })).toMatchObject({ state: 'checked', summary: { blocked: false, remarks: { error: 0 }, counts: {} } })
  })
  test('writes what stops a set into its rejects, weight in words', async () => {
    const { id, summary } = await checked(ctx, edited(aRoster(), 'users.csv', ['Sam,Student', '"Sam,Student'], ['Sol,Student,,N2', 'Sol,Student",,N2']))
    expect(summary.blocked).toBe(true)
    expect(await text((await openRejects(ctx, id)).content)).toContain('Error,users.csv,4,')
  })
})

test('a full disk is said, and nothing is half done', async () => {
  const { id } = await receiveRoster(ctx, asUpload(aRoster()))
  const full = vi.spyOn(storage, 'put').mockRejectedValue(Object.assign(new Error('no space left on device'), { code: 'ENOSPC' }))
  await checkRoster(ctx, id)
  full.mockRestore()
  expect(await getImport(ctx, id)).toMatchObject({ state: 'failed', problem: 'imports.problems.diskFull' })
  expect(await ctx.db.student.count({ where: { sourcedId: { not: null } } })).toBe(0)
})

describe('a right that was taken away after the yes', () => {
  const less = (right: string): Ctx => ({ ...ctx, can: (permission) => permission !== right && ctx.can(permission) })
  const refused = (state: string) => ({ state, problem: 'imports.problems.rightLost' })
  test('is missed when the work begins: nothing is written or taken back', async () => {
    const before = await everything(ctx)
    const { id } = await checked(ctx, aRoster())
    await startApply(ctx, { id, departuresMeant: false })
    await applyRoster(less('RUN_IMPORTS'), id)
    expect(await getImport(ctx, id)).toMatchObject(refused('checked'))
    expect(await everything(ctx)).toEqual(before)
    const done = await imported(ctx, aRoster())
    const after = await everything(ctx)
    await startUndo(ctx, { id: done.id, leaveChanged: false })
    await undoRoster(less('UNDO_IMPORTS'), done.id)
    expect(await getImport(ctx, done.id)).toMatchObject(refused('applied'))
    expect(await everything(ctx)).toEqual(after)
  })
})
