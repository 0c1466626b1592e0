import 'server-only'
import { mkdir, rename } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { Disk } from 'flydrive'
import { FSDriver } from 'flydrive/drivers/fs'
import { spooled } from './spool.server'
import type { Storage } from './storage.server'
import { listStored, ownKey, readStored } from './stored-object.server'

/** Keeps files on the local disk. */
export function diskStorage(root: string): Storage {
  const disk = new Disk(new FSDriver({ location: root, visibility: 'private' }))
  const pathOf = (key: string) => join(root, ownKey(key))
  return {
    // flydrive writes in place and moves by copying; a rename is what makes a file appear whole.
    put: (key, content) =>
      spooled(content, async ({ path, bytes }) => {
        await mkdir(dirname(pathOf(key)), { recursive: true, mode: 0o700 })
        await rename(path, pathOf(key))
        return { bytes }
      }),
    get: (key) => readStored(disk, key),
    local: async (key) => pathOf(key),
    remove: (key) => disk.delete(ownKey(key)),
    removeAll: (prefix) => disk.deleteAll(ownKey(prefix)),
    list: (prefix) => listStored(disk, prefix),
  }
}
