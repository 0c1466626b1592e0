import { Readable } from 'node:stream'
import { text } from 'node:stream/consumers'
import { beforeEach, describe, expect, test } from 'vitest'
import { aSchool } from '@/prisma/seed/a-school'
import type { Ctx } from '@/lib/platform/context'
import { aRoster, asZip, edited } from './a-roster'
import { checked, everything, imported } from './an-import.server'
import { applyRoster } from './import-apply.server'
import { fileNameInput } from './import-batch'
import { startApply, startUndo } from './import-batch.server'
import { openRejects } from './import-reading.server'
import { getImport } from './import-record.server'
import { undoRoster } from './import-undo.server'
import { receivePart } from './import-upload.server'

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
