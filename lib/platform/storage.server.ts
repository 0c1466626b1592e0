import 'server-only'
import { join, resolve } from 'node:path'
import type { Readable } from 'node:stream'
import { diskStorage } from './disk-storage.server'
import { env, needEnv } from './env'

export type StoredObject = { key: string; changedAt: Date }

/** Files by key. Keys are ours, never a user's text: `<organization>/<purpose>/<uuid>`. */
export type Storage = {
  /** A file appears under its key only when it is whole. */
  put(key: string, content: Readable): Promise<{ bytes: number }>
  /** Throws `NoSuchFile` when there is none. */
  get(key: string): Promise<Readable>
  /** The file as a local path, for readers that need to seek (zip archives). */
  local(key: string): Promise<string>
  /** Removes a file; one that is gone already is no error. */
  remove(key: string): Promise<void>
  /** Removes everything below a key. */
  removeAll(prefix: string): Promise<void>
  list(prefix: string): AsyncIterable<StoredObject>
}

let chosen: Promise<Storage> | undefined

/** The local disk, or the S3-compatible store that the settings name; its client is loaded only then. */
const store = () =>
  (chosen ??= env.S3_BUCKET
    ? import('./s3-storage.server').then(({ s3Storage }) =>
        s3Storage({ endpoint: env.S3_ENDPOINT, bucket: needEnv('S3_BUCKET'), region: env.S3_REGION, accessKeyId: needEnv('S3_ACCESS_KEY_ID'), secretAccessKey: needEnv('S3_SECRET_ACCESS_KEY') }),
      )
    : Promise.resolve(diskStorage(resolve(env.DATA_DIR, 'files'))))

export const storage: Storage = {
  put(key, content) {
    content.on('error', () => undefined) // it may break while the store is being found
    return store().then((found) => found.put(key, content))
  },
  get: async (key) => (await store()).get(key),
  local: async (key) => (await store()).local(key),
  remove: async (key) => (await store()).remove(key),
  removeAll: async (prefix) => (await store()).removeAll(prefix),
  async *list(prefix) {
    yield* (await store()).list(prefix)
  },
}

export const storageKey = (organizationId: string, purpose: string) => join(organizationId, purpose, crypto.randomUUID())
