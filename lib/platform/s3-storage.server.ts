import 'server-only'
import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { rename, rm, utimes } from 'node:fs/promises'
import { join } from 'node:path'
import { Disk } from 'flydrive'
import { S3Driver } from 'flydrive/drivers/s3'
import { machineTime } from './clock.server'
import { Refusal } from './errors'
import { log } from './log.server'
import { spooled, spoolFolder, sweepSpool } from './spool.server'
import type { Storage } from './storage.server'
import { listStored, ownKey, readStored } from './stored-object.server'

type S3Settings = { endpoint?: string; bucket: string; region: string; accessKeyId: string; secretAccessKey: string }

/** Where the local copy of an object lies. */
const copyOf = (key: string) => join(spoolFolder(), `copy-${createHash('sha256').update(ownKey(key)).digest('hex')}.part`)

/** What the store itself could not do is for the log; the person reads that it cannot be reached. */
async function reached<T>(deed: () => Promise<T>): Promise<T> {
  try {
    return await deed()
  } catch (error) {
    if (error instanceof Error && 'code' in error && String(error.code).startsWith('E_CANNOT_')) {
      log.error({ err: error, cause: error.cause }, 'The file store refused or was not reached.')
      throw new Refusal('unavailable', 'errors.refusals.storeAway')
    }
    throw error
  }
}

/** Keeps files in a bucket of Amazon S3 or of anything that speaks like it (MinIO, Ceph, R2, Garage). */
export function s3Storage({ endpoint, bucket, region, accessKeyId, secretAccessKey }: S3Settings): Storage {
  const disk = new Disk(
    new S3Driver({
      bucket, region, credentials: { accessKeyId, secretAccessKey },
      // Stores of one's own seldom have a name for each bucket, nor Amazon's own checksums and lists of who may.
      ...(endpoint ? { endpoint, forcePathStyle: true } : {}),
      visibility: 'private', supportsACL: false,
      requestChecksumCalculation: 'WHEN_REQUIRED', responseChecksumValidation: 'WHEN_REQUIRED',
      requestHandler: { connectionTimeout: 5_000, socketTimeout: 60_000 },
    }),
  )
  const get = (key: string) => reached(() => readStored(disk, key))
  return {
    // The store wants to know the length beforehand, and cannot be asked twice with a stream that is used up.
    put: (key, content) =>
      spooled(content, async ({ path, bytes }) => {
        await reached(() => disk.putStream(ownKey(key), createReadStream(path), { contentLength: bytes }))
        await rm(copyOf(key), { force: true })
        return { bytes }
      }),
    get,
    async local(key) {
      await sweepSpool()
      const [path, read] = [copyOf(key), machineTime()]
      const kept = await utimes(path, read, read).then(() => true, () => false)
      if (!kept) await spooled(await get(key), ({ path: part }) => rename(part, path))
      return path
    },
    async remove(key) {
      await rm(copyOf(key), { force: true })
      await reached(() => disk.delete(ownKey(key)))
    },
    removeAll: (prefix) => reached(() => disk.deleteAll(`${ownKey(prefix)}/`)),
    list: (prefix) => listStored(disk, prefix),
  }
}

