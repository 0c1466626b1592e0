import 'server-only'
import type { TenantDb } from '@/lib/platform/db/tenant.server'
import { Refusal } from '@/lib/platform/errors'
import { storage } from '@/lib/platform/storage.server'
import { oldFiles, rememberRemoval } from './roster-batch.sql.server'
import { fileKeptFor, type FoundSet } from './import-batch'

const portion = 100

/**
 * Removes the zips of imports that ended long ago. What they found and changed stays: remarks, difference, undo.
 * The file goes first: cut off in between, it is removed again, which does nothing.
 */
export const removeOldFiles = async (db: TenantDb): Promise<void> => {
  for (;;) {
    const files = await oldFiles(db, fileKeptFor, portion)
    for (const { fileKey } of files) await storage.remove(fileKey)
    await rememberRemoval(db, files.map(({ id }) => id))
    if (files.length < portion) return
  }
}

/** What reads the zip again asks here whether it is still kept. */
export const demandFile = ({ found }: { found: FoundSet }) => {
  if (found.removedAt) throw new Refusal('conflict', 'imports.problems.fileRemoved', { params: { days: fileKeptFor } })
}
