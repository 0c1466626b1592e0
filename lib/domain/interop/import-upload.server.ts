import 'server-only'
import { Readable } from 'node:stream'
import { z } from 'zod'
import { machineTime } from '@/lib/platform/clock.server'
import type { Ctx } from '@/lib/platform/context'
import { tenantOf } from '@/lib/platform/db/sql.server'
import type { TenantDb } from '@/lib/platform/db/tenant.server'
import { Refusal } from '@/lib/platform/errors'
import { watched } from '@/lib/platform/spool.server'
import { storage } from '@/lib/platform/storage.server'
import { NoSuchFile } from '@/lib/platform/stored-object.server'
import { partSize, uploadLimit } from './import-batch'
import { receiveRoster } from './import-batch.server'
import { demandImporter } from './import-record.server'

export const partInput = z.object({
  upload: z.uuid(),
  part: z.coerce.number().int().min(0).max(Math.ceil(uploadLimit / partSize) - 1),
  last: z.enum(['0', '1']).transform((text) => text === '1'),
  name: z.string().max(500),
})

/** Parts wait under their sender's own name: nobody can add to somebody else's upload. */
const partKey = (ctx: Ctx, upload: string, part: number) => `${ctx.organization.id}/uploads/${ctx.user.id}/${upload}-${part}`

const tooLarge = () => new Refusal('invalid', 'imports.problems.tooLarge', { params: { megabytes: uploadLimit / 1048576 } })

const lost = (error: unknown) => {
  if (!(error instanceof NoSuchFile)) throw error
  throw new Refusal('invalid', 'imports.problems.partLost')
}

async function* joined(ctx: Ctx, upload: string, parts: number): AsyncGenerator<Buffer> {
  try {
    for (let part = 0; part < parts; part++) yield* (await storage.get(partKey(ctx, upload, part))) as AsyncIterable<Buffer>
  } catch (error) {
    lost(error)
  }
}

const begun = (ctx: Ctx, upload: string) =>
  ctx.db.importBatch.findFirst({ where: { createdById: ctx.user.id, found: { path: ['upload'], equals: upload } }, select: { id: true } })

/**
 * Takes one part of an upload. In parts, because everything a proxy sees is held in memory and cut off at ten megabytes.
 * The last part answers with the import that was begun, also when it is sent again because its answer got lost, or twice
 * at once: a unique key lets one of them begin. Any other part that is sent again replaces itself.
 */
export const receivePart = async (ctx: Ctx, { upload, part, last, name }: z.output<typeof partInput>, content: Readable): Promise<{ id: string | null }> => {
  content.on('error', () => undefined) // it may break before anything reads it
  demandImporter(ctx, 'RUN_IMPORTS')
  const former = last ? await begun(ctx, upload) : null
  if (former) return former
  await storage.put(partKey(ctx, upload, part), watched(content, (_, bytes) => {
    if (bytes > partSize) throw tooLarge()
  }))
  if (!last) return { id: null }
  try {
    return await receiveRoster(ctx, { fileName: name, content: Readable.from(joined(ctx, upload, part + 1)), upload })
  } catch (error) {
    const other = await begun(ctx, upload)
    if (other) return other
    throw error
  } finally {
    for (let old = 0; old <= part; old++) await storage.remove(partKey(ctx, upload, old))
  }
}

const day = 86_400_000

/** Removes parts of uploads that nobody ended: given up, refused or cut off. */
export const removeOldParts = async (db: TenantDb): Promise<void> => {
  for await (const { key, changedAt } of storage.list(`${tenantOf(db).organizationId}/uploads`)) {
    if (changedAt.getTime() < machineTime().getTime() - day) await storage.remove(key)
  }
}
