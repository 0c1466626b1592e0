import 'server-only'
import { createHash } from 'node:crypto'
import type { Readable } from 'node:stream'
import type { Ctx } from '@/lib/platform/context'
import type { TenantDb } from '@/lib/platform/db/tenant.server'
import { Refusal } from '@/lib/platform/errors'
import { writeHistory } from '@/lib/platform/history.server'
import { spooled, watched } from '@/lib/platform/spool.server'
import { storage, storageKey } from '@/lib/platform/storage.server'
import { fileLimits, type AttachInput, type FileKind } from './file'
import { inspected, type Sound } from './inspection.server'
import { demandOwner, isTaken, type Owned } from './owner.server'

type Attached = { id: string }
type Arriving = Pick<AttachInput, 'kind' | 'name' | 'uploadKey'>
type Kept = Sound & { key: string; checksum: string; requestHash: string }

const deed = 'attach-file'

/** Stops at the limit, whatever length was announced. */
const atMost = (kind: FileKind) => (_piece: Buffer, bytes: number) => {
  if (bytes > fileLimits[kind]) throw new Refusal('invalid', 'files.problems.tooLarge', { params: { megabytes: fileLimits[kind] / 1048576 } })
}

async function earlier({ db }: Ctx, uploadKey: string, requestHash: string): Promise<Attached | null> {
  const kept = await db.idempotencyKey.findFirst({ where: { deed, key: uploadKey }, select: { requestHash: true, result: true } })
  if (!kept) return null
  if (kept.requestHash !== requestHash) throw new Refusal('conflict', 'errors.refusals.keyReused')
  return kept.result as Attached
}

async function stored({ organization }: Ctx, sound: Sound): Promise<{ key: string; checksum: string }> {
  const key = storageKey(organization.id, 'files')
  const hash = createHash('sha256')
  try {
    for (const [part, content] of Object.entries(sound.parts)) await storage.put(`${key}/${part}`, watched(content(), (piece) => hash.update(piece)))
    return { key, checksum: hash.digest('hex') }
  } catch (error) {
    await storage.removeAll(key)
    throw error
  }
}

/** The photo that a new one takes the place of. */
async function replaced(tx: TenantDb, { owner, id }: Owned): Promise<string | null> {
  const former = await tx.file.findFirst({ where: { belongsTo: owner.entity, belongsToId: id, belongsToColumn: 'photo' }, select: { id: true, name: true } })
  if (former) await tx.file.deleteMany({ where: { id: former.id } })
  return former?.name ?? null
}

const written = (ctx: Ctx, { owner, id: ownerId }: Owned, { kind, uploadKey }: Arriving, { name, type, bytes, key, checksum, requestHash }: Kept) =>
  ctx.db.$transaction(async (tx) => {
    const former = kind === 'photo' ? await replaced(tx, { owner, id: ownerId }) : null
    const { id } = await tx.file.create({
      // Nothing is public: what is fetched comes through our own door.
      data: { belongsTo: owner.entity, belongsToId: ownerId, belongsToColumn: kind, name, mimeType: type, sizeInBytes: bytes, checksum, privateUrl: key, publicUrl: '' },
      select: { id: true },
    })
    await tx.idempotencyKey.create({ data: { deed, key: uploadKey, requestHash, result: { id } } })
    await writeHistory(tx, ctx, { deed, entity: owner.entity, id: ownerId, ...(former ? { before: { [kind]: former } } : {}), after: { [kind]: name } })
    return { id, key }
  })

/** Writes once more when two came at the same time: the same upload finds what the other one kept, another photo replaces it. */
async function kept(ctx: Ctx, owned: Owned, arriving: Arriving, sound: Kept): Promise<Attached & { key?: string }> {
  try {
    return await written(ctx, owned, arriving, sound)
  } catch (error) {
    if (!isTaken(error)) throw error
  }
  return (await earlier(ctx, arriving.uploadKey, sound.requestHash)) ?? written(ctx, owned, arriving, sound)
}

/** Takes a file in for a record: looks at it, keeps it, and answers the same when it is sent again. */
export async function attachFile(ctx: Ctx, owned: Owned, arriving: Arriving, content: Readable): Promise<Attached> {
  content.on('error', () => undefined) // it may break while we ask whom it is for
  await demandOwner(ctx, owned, 'write')
  const { kind, name, uploadKey } = arriving
  const requestHash = createHash('sha256').update(JSON.stringify([ctx.user.id, owned.owner.entity, owned.id, kind, name])).digest('base64url')
  const former = await earlier(ctx, uploadKey, requestHash)
  if (former) return former
  return spooled(watched(content, atMost(kind)), async (whole) => {
    const sound = await inspected(whole, kind, name)
    const place = await stored(ctx, sound)
    let isKept = false
    try {
      const done = await kept(ctx, owned, arriving, { ...sound, ...place, requestHash })
      isKept = done.key === place.key
      return { id: done.id }
    } finally {
      if (!isKept) await storage.removeAll(place.key)
    }
  })
}
