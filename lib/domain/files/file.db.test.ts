import { utimes } from 'node:fs/promises'
import { beforeEach, describe, expect, test } from 'vitest'
import { aSchool } from '@/prisma/seed/a-school'
import { query } from '@/scripts/ground/connection.mjs'
import { guardianFiles, staffFiles, studentFiles } from '@/lib/domain/people/people-files.server'
import { userFiles } from '@/lib/domain/access/user-files.server'
import type { Ctx } from '@/lib/platform/context'
import { storage } from '@/lib/platform/storage.server'
import { aBomb, aPdf, aPicture, read, sent } from './a-file'
import { attachFile } from './attach.server'
import { fileKeptFor, type FileKind } from './file'
import { removeOrphans } from './file-jobs.server'
import { findPhoto, listFiles, openFile, photosOf, removeFile, restoreFile } from './file.server'
import type { Owned } from './owner.server'

let school: Awaited<ReturnType<typeof aSchool>>
let registrar: Ctx
let owned: Owned
const owners = [guardianFiles, staffFiles, studentFiles, userFiles]
const gone = { code: 'not-found' }

const guardianOf = async (studentId: string) => (await school.db.guardian.findFirstOrThrow({ where: { studentId }, select: { id: true } })).id
const attach = (ctx: Ctx, to: Owned, bytes: Uint8Array, { kind = 'attachment', name = 'Bill.pdf', uploadKey = crypto.randomUUID() }: { kind?: FileKind; name?: string; uploadKey?: string } = {}) =>
  attachFile(ctx, to, { kind, name, uploadKey }, sent(bytes))
const removedAt = (id: string, at: Date) => query(process.env.DATABASE_URL!, 'UPDATE file SET "deletedAt" = $2 WHERE id = $1', [id, at])
const opened = async (ctx: Ctx, id: string, size: 96 | 320 = 320) => read((await openFile(ctx, owners, { id, size })).open())
async function kept() {
  let objects = 0
  for await (const _ of storage.list(`${school.organizationId}/files`)) objects++
  return objects
}

beforeEach(async () => {
  school = await aSchool()
  registrar = await school.as('registrar')
  owned = { owner: guardianFiles, id: await guardianOf(school.studentIds[0]!) }
})

describe('a file', () => {
  test('is attached, listed, opened and removed, and the history of its record says so', async () => {
    const { id } = await attach(registrar, owned, aPdf())
    expect(await listFiles(registrar, owned)).toMatchObject([{ id, name: 'Bill.pdf', bytes: aPdf().length, by: `registrar Staff${school.mark}` }])
    expect(await opened(registrar, id)).toEqual(aPdf())
    await removeFile(registrar, owners, { id })
    expect(await listFiles(registrar, owned)).toEqual([])
    await expect(opened(registrar, id)).rejects.toMatchObject(gone)
    await expect(removeFile(registrar, owners, { id })).rejects.toMatchObject(gone)
    const history = await school.db.auditEvent.findMany({ where: { entity: 'guardians', entityId: owned.id }, orderBy: { at: 'asc' } })
    expect(history).toMatchObject([{ deed: 'attach-file', actorId: registrar.user.id, after: { attachment: 'Bill.pdf' } }, { deed: 'remove-file', before: { attachment: 'Bill.pdf' }, after: { attachment: null } }])
  })
  test('sent twice at once, and again later, is one file', async () => {
    const uploadKey = crypto.randomUUID()
    const twice = await Promise.all([attach(registrar, owned, aPdf(), { uploadKey }), attach(registrar, owned, aPdf(), { uploadKey })])
    expect(twice[0]).toEqual(twice[1])
    expect(await attach(registrar, owned, aPdf(), { uploadKey })).toEqual(twice[0])
    expect([(await listFiles(registrar, owned)).length, await kept()]).toEqual([1, 1])
    await expect(attach(registrar, owned, aPdf(), { uploadKey, name: 'Other.pdf' })).rejects.toMatchObject({ code: 'conflict', message: 'errors.refusals.keyReused' })
  })
  test('that is refused, too large or cut off leaves nothing behind', async () => {
    await expect(attach(registrar, owned, aBomb())).rejects.toMatchObject({ message: 'files.problems.tooManyPixels' })
    await expect(attach(registrar, owned, Buffer.alloc(25 * 1024 * 1024 + 1, 'a'), { name: 'a.txt' })).rejects.toMatchObject({ message: 'files.problems.tooLarge' })
    const broken = sent(aPdf())
    broken.destroy(new Error('the line broke'))
    await expect(attachFile(registrar, owned, { kind: 'attachment', name: 'a.pdf', uploadKey: crypto.randomUUID() }, broken)).rejects.toThrow('the line broke')
    expect([(await listFiles(registrar, owned)).length, await kept()]).toEqual([0, 0])
  })
})

describe('who may not see the record', () => {
  test.each<[string, () => Promise<Ctx>, () => Promise<Owned>]>([
    ['without the right', () => school.as('assistant'), async () => owned],
    ['of another campus', () => school.as('director'), async () => ({ owner: guardianFiles, id: await guardianOf(school.otherStudentId) })],
    ['of another class', () => school.as('teacher'), async () => ({ owner: guardianFiles, id: await guardianOf(school.otherStudentId) })],
    ['of another organization', async () => (await aSchool()).as('admin'), async () => owned],
  ])('finds no file of it: %s', async (_, stranger, place) => {
    const [ctx, there] = [await stranger(), await place()]
    const { id } = await attach(registrar, there, aPdf())
    await expect(listFiles(ctx, there)).rejects.toMatchObject(gone)
    await expect(opened(ctx, id)).rejects.toMatchObject(gone)
    await expect(removeFile(ctx, owners, { id })).rejects.toMatchObject(gone)
    await expect(attach(ctx, there, aPdf())).rejects.toMatchObject(gone)
    expect(await listFiles(registrar, there)).toHaveLength(1)
  })
  test('who may only read it opens and neither adds nor removes', async () => {
    const { id } = await attach(registrar, owned, aPdf())
    const teacher = await school.as('teacher')
    expect(await opened(teacher, id)).toEqual(aPdf())
    await expect(attach(teacher, owned, aPdf())).rejects.toMatchObject(gone)
    await expect(removeFile(teacher, owners, { id })).rejects.toMatchObject(gone)
  })
  test('a removed record shows no file, and none is added to it', async () => {
    const { id } = await attach(registrar, owned, aPdf())
    await school.db.guardian.delete({ where: { id: owned.id } })
    await expect(opened(registrar, id)).rejects.toMatchObject(gone)
    await expect(attach(registrar, owned, aPdf())).rejects.toMatchObject(gone)
  })
  test.each(['x', '00000000-0000-7000-8000-000000000000', "' OR 1=1"])('an id of nothing is nothing: %s', async (id) => {
    await expect(opened(registrar, id)).rejects.toMatchObject(gone)
  })
})

describe('what was removed', () => {
  const long = (days: number) => new Date(Date.now() - days * 86_400_000)
  test('is restored whole, by who may, and only while it is kept', async () => {
    const { id } = await attach(registrar, owned, aPdf())
    await expect(restoreFile(registrar, owners, { id })).rejects.toMatchObject(gone)
    await removeFile(registrar, owners, { id })
    for (const stranger of [await school.as('teacher'), await school.as('assistant'), await (await aSchool()).as('admin')]) await expect(restoreFile(stranger, owners, { id })).rejects.toMatchObject(gone)
    await restoreFile(registrar, owners, { id })
    expect(await opened(registrar, id)).toEqual(aPdf())
    await removeFile(registrar, owners, { id })
    await removedAt(id, long(fileKeptFor + 1))
    await expect(restoreFile(registrar, owners, { id })).rejects.toMatchObject({ message: 'files.problems.goneForGood' })
  })
  test('a photo does not come back over a newer one', async () => {
    const [older, newer] = [await attach(registrar, owned, await aPicture(), { kind: 'photo', name: 'a.jpg' }), await attach(registrar, owned, await aPicture(), { kind: 'photo', name: 'b.jpg' })]
    await expect(restoreFile(registrar, owners, { id: older.id })).rejects.toMatchObject({ code: 'conflict', message: 'files.problems.otherPhoto' })
    await removeFile(registrar, owners, { id: newer.id })
    await restoreFile(registrar, owners, { id: older.id })
    expect(await findPhoto(registrar, owned)).toEqual({ id: older.id })
  })
  test('goes for good when nobody can restore it, with what never had a row; all else stays', async () => {
    const [live, young, old] = [await attach(registrar, owned, aPdf()), await attach(registrar, owned, aPdf()), await attach(registrar, owned, await aPicture(), { kind: 'photo', name: 'a.jpg' })]
    const stray = `${school.organizationId}/files/${crypto.randomUUID()}/whole`
    await storage.put(stray, sent('x'))
    for (const { id } of [young, old]) await removeFile(registrar, owners, { id })
    await removedAt(old.id, long(fileKeptFor + 2))
    expect(await kept()).toBe(5)
    await removeOrphans(school.db)
    expect(await kept()).toBe(5)
    for await (const { key } of storage.list(`${school.organizationId}/files`)) await utimes(await storage.local(key), long(40), long(40))
    await removeOrphans(school.db)
    expect(await kept()).toBe(2)
    expect(await opened(registrar, live.id)).toEqual(aPdf())
    await restoreFile(registrar, owners, { id: young.id })
    expect(await opened(registrar, young.id)).toEqual(aPdf())
  })
})

describe('a photo', () => {
  test('is one a record: a new one takes its place, also when two come at once', async () => {
    const picture = await aPicture()
    const first = await attach(registrar, owned, picture, { kind: 'photo', name: 'me.jpg' })
    await Promise.all([attach(registrar, owned, picture, { kind: 'photo', name: 'a.jpg' }), attach(registrar, owned, picture, { kind: 'photo', name: 'b.jpg' })])
    expect(await school.db.file.count({ where: { belongsToId: owned.id, belongsToColumn: 'photo' } })).toBe(1)
    await expect(opened(registrar, first.id)).rejects.toMatchObject(gone)
    const now = await findPhoto(registrar, owned)
    expect((await opened(registrar, now!.id, 96)).subarray(8, 12).toString()).toBe('WEBP')
    expect(await listFiles(registrar, owned)).toEqual([])
  })
  test('of an account is its person’s own, whatever their role, and of nobody else’s', async () => {
    const teacher = await school.as('teacher')
    const own = { owner: userFiles, id: teacher.user.id }
    const { id } = await attach(teacher, own, await aPicture(), { kind: 'photo', name: 'me.png' })
    expect(await photosOf(teacher, userFiles, [teacher.user.id])).toEqual(new Map([[teacher.user.id, expect.stringContaining(id)]]))
    const assistant = await school.as('assistant')
    await expect(attach(assistant, own, await aPicture(), { kind: 'photo', name: 'other.png' })).rejects.toMatchObject(gone)
    await expect(removeFile(assistant, owners, { id })).rejects.toMatchObject(gone)
    await expect(opened(await (await aSchool()).as('admin'), id)).rejects.toMatchObject(gone)
    await removeFile(teacher, owners, { id })
    expect(await findPhoto(teacher, own)).toBeNull()
  })
  test('of several people are found at once, by who may see them', async () => {
    const students = school.studentIds.slice(0, 2).map((id) => ({ owner: studentFiles, id }))
    for (const one of students) await attach(registrar, one, await aPicture(), { kind: 'photo', name: 'me.jpg' })
    const photos = await photosOf(registrar, studentFiles, school.studentIds)
    expect([...photos.keys()].sort()).toEqual(school.studentIds.slice(0, 2).sort())
    expect(photos.get(school.studentIds[0]!)).toMatch(/^\/api\/files\/[0-9a-f-]{36}\?size=96$/)
    expect(await photosOf({ ...registrar, can: () => false }, studentFiles, school.studentIds)).toEqual(new Map())
    expect(await photosOf(await (await aSchool()).as('admin'), studentFiles, school.studentIds)).toEqual(new Map())
  })
})
