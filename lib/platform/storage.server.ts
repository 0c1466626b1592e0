import 'server-only'
import { createReadStream, createWriteStream } from 'node:fs'
import { mkdir, rename, rm, stat } from 'node:fs/promises'
import { dirname, join, resolve, sep } from 'node:path'
import type { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { env } from './env'

/** Files by key. Keys are ours, never a user's text: `<organization>/<purpose>/<uuid>`. */
export type Storage = {
  put(key: string, content: Readable): Promise<{ bytes: number }>
  get(key: string): Promise<Readable>
  /** The file as a local path, for readers that need to seek (zip archives). */
  local(key: string): Promise<string>
  remove(key: string): Promise<void>
}

const root = () => resolve(env.DATA_DIR, 'files')

function pathOf(key: string): string {
  const path = resolve(root(), key)
  if (!/^[\w./-]+$/.test(key) || !path.startsWith(root() + sep)) throw new Error('A storage key leaves its folder.')
  return path
}

/** Keeps files on the local disk. A file appears under its key only when it is whole. */
const disk: Storage = {
  async put(key, content) {
    const path = pathOf(key)
    const partial = `${path}.${crypto.randomUUID()}.part`
    await mkdir(dirname(path), { recursive: true, mode: 0o700 })
    try {
      await pipeline(content, createWriteStream(partial, { mode: 0o600 }))
      await rename(partial, path)
    } catch (error) {
      await rm(partial, { force: true })
      throw error
    }
    return { bytes: (await stat(path)).size }
  },
  get: async (key) => createReadStream(pathOf(key)),
  local: async (key) => pathOf(key),
  remove: async (key) => rm(pathOf(key), { force: true }),
}

export const storage: Storage = disk
export const storageKey = (organizationId: string, purpose: string) => join(organizationId, purpose, crypto.randomUUID())
