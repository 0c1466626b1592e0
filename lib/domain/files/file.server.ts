import 'server-only'
import type { Readable } from 'node:stream'
import { z } from 'zod'
import { machineTime } from '@/lib/platform/clock.server'
import type { Ctx } from '@/lib/platform/context'
import { Refusal } from '@/lib/platform/errors'
import { writeHistory } from '@/lib/platform/history.server'
import { storage } from '@/lib/platform/storage.server'
import { fileKeptFor, photoUrl, type PhotoSize } from './file'
import { demandOwner, fileNotFound, isTaken, ownerOf, type FileOwner, type Owned } from './owner.server'

/** A file as a screen shows it. */
export type FileRow = { id: string; name: string; bytes: number; at: Date; by: string | null }

/** The attachments of a record, the newest first. */
export async function listFiles(ctx: Ctx, owned: Owned): Promise<FileRow[]> {
  await demandOwner(ctx, owned, 'read')
  const rows = await ctx.db.file.findMany({
    where: { belongsTo: owned.owner.entity, belongsToId: owned.id, belongsToColumn: 'attachment' },
    orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
    select: { id: true, name: true, sizeInBytes: true, createdAt: true, createdById: true },
  })
  const ids = [...new Set(rows.flatMap(({ createdById }) => createdById ?? []))]
  const people = ids.length > 0 ? await ctx.db.user.findMany({ where: { id: { in: ids } }, select: { id: true, firstName: true, lastName: true, email: true } }) : []
  const nameOf = new Map(people.map(({ id, firstName, lastName, email }) => [id, [firstName, lastName].filter(Boolean).join(' ') || email]))
  return rows.map(({ id, name, sizeInBytes, createdAt, createdById }) => ({ id, name, bytes: sizeInBytes ?? 0, at: createdAt, by: nameOf.get(createdById ?? '') ?? null }))
}

/** The photo of one record, or null. */
export async function findPhoto(ctx: Ctx, { owner, id }: Owned): Promise<{ id: string } | null> {
  await demandOwner(ctx, { owner, id }, 'read')
  return ctx.db.file.findFirst({ where: { belongsTo: owner.entity, belongsToId: id, belongsToColumn: 'photo' }, select: { id: true } })
}

/** The photos of several records at once, by record. The ids come from a list that was read within reach. */
export async function photosOf(ctx: Ctx, owner: FileOwner, ids: readonly string[], size: PhotoSize = 96): Promise<Map<string, string>> {
  const may = ctx.can(owner.read) || ids.every((id) => owner.isOwn?.(ctx, id))
  if (ids.length === 0 || !may) return new Map()
  const rows = await ctx.db.file.findMany({ where: { belongsTo: owner.entity, belongsToColumn: 'photo', belongsToId: { in: [...ids] } }, select: { id: true, belongsToId: true } })
  return new Map(rows.map(({ id, belongsToId }) => [belongsToId ?? '', photoUrl(id, size)]))
}

const isId = (id: string) => z.uuid().safeParse(id).success

/** A file with the record it belongs to, if whoever asks may read or write that. */
async function found(ctx: Ctx, owners: readonly FileOwner[], id: string, need: 'read' | 'write') {
  const row = isId(id) ? await ctx.db.file.findFirst({ where: { id }, select: { id: true, name: true, belongsTo: true, belongsToId: true, belongsToColumn: true, mimeType: true, sizeInBytes: true, privateUrl: true } }) : null
  if (!row?.belongsToId) throw fileNotFound()
  const owned = { owner: ownerOf(owners, row.belongsTo), id: row.belongsToId }
  await demandOwner(ctx, owned, need)
  return { row, owned }
}

export type OpenedFile = { entity: string; recordId: string; name: string; type: string; isPhoto: boolean; bytes: number | null; version: string; open: () => Promise<Readable> }

/** A file to be sent to whoever may read its record. A version never changes: the same means that nothing need be sent. */
export async function openFile(ctx: Ctx, owners: readonly FileOwner[], { id, size }: { id: string; size: PhotoSize }): Promise<OpenedFile> {
  const { row, owned } = await found(ctx, owners, id, 'read')
  const isPhoto = row.belongsToColumn === 'photo'
  const part = isPhoto ? String(size) : 'whole'
  return { entity: owned.owner.entity, recordId: owned.id, name: row.name, type: row.mimeType ?? 'application/octet-stream', isPhoto, bytes: isPhoto ? null : row.sizeInBytes, version: `${row.id}-${part}`, open: () => storage.get(`${row.privateUrl}/${part}`) }
}

/** Takes a file from its record. Its content stays for as long as it can be restored. */
export async function removeFile(ctx: Ctx, owners: readonly FileOwner[], { id }: { id: string }): Promise<{ id: string }> {
  const { row, owned } = await found(ctx, owners, id, 'write')
  return ctx.db.$transaction(async (tx) => {
    const { count } = await tx.file.deleteMany({ where: { id } })
    if (count === 0) throw fileNotFound()
    await writeHistory(tx, ctx, { deed: 'remove-file', entity: owned.owner.entity, id: owned.id, before: { [row.belongsToColumn]: row.name }, after: { [row.belongsToColumn]: null } })
    return { id }
  })
}

/** Gives a removed file back to its record, for as long as its content is kept. */
export async function restoreFile(ctx: Ctx, owners: readonly FileOwner[], { id }: { id: string }): Promise<{ id: string }> {
  const since = new Date(machineTime().getTime() - fileKeptFor * 86_400_000)
  const removed = isId(id) ? await ctx.db.file.findRemoved({ where: { id, deletedAt: { gte: since } }, select: { name: true, belongsTo: true, belongsToId: true, belongsToColumn: true } }) : []
  const [row] = removed
  if (!row?.belongsToId) throw new Refusal('not-found', 'files.problems.goneForGood', { params: { days: fileKeptFor } })
  const owned = { owner: ownerOf(owners, row.belongsTo), id: row.belongsToId }
  await demandOwner(ctx, owned, 'write')
  const restored = ctx.db.$transaction(async (tx) => {
    const { count } = await tx.file.restore({ where: { id } })
    if (count === 0) throw fileNotFound()
    await writeHistory(tx, ctx, { deed: 'restore-file', entity: owned.owner.entity, id: owned.id, after: { [row.belongsToColumn]: row.name } })
    return { id }
  })
  return restored.catch((error: unknown) => {
    throw isTaken(error) ? new Refusal('conflict', 'files.problems.otherPhoto') : error
  })
}
