import { existsSync, readdirSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import S3rver from 's3rver'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { diskStorage } from './disk-storage.server'
import { s3Storage } from './s3-storage.server'
import { spoolFolder, sweepSpool } from './spool.server'
import type { Storage } from './storage.server'
import { NoSuchFile } from './stored-object.server'

// The settings are read as the first module that needs them is loaded.
const home = await vi.hoisted(async () => {
  const [{ mkdtempSync: made }, os, path] = [await import('node:fs'), await import('node:os'), await import('node:path')]
  process.env.LOG_LEVEL = 'silent'
  return (process.env.DATA_DIR = made(path.join(os.tmpdir(), 'storage-')))
})
const server = new S3rver({ port: 0, address: '127.0.0.1', silent: true, directory: join(home, 'bucket'), configureBuckets: [{ name: 'school', configs: [] }] })
const stores: Record<string, Storage> = {}
const bucketAt = (address: string, accessKeyId = 'S3RVER') => s3Storage({ endpoint: address, bucket: 'school', region: 'us-east-1', accessKeyId, secretAccessKey: 'S3RVER' })
let endpoint: string

beforeAll(async () => {
  const { port } = await server.run()
  endpoint = `http://127.0.0.1:${port}`
  stores.disk = diskStorage(join(home, 'files'))
  stores.bucket = bucketAt(endpoint)
})
afterAll(async () => {
  await server.close()
  rmSync(home, { recursive: true })
})

const pieces = Array.from({ length: 40 }, (_, i) => Buffer.alloc(65_536, i))
const stream = () => Readable.from(pieces, { objectMode: false })
async function keysOf(store: Storage, prefix: string) {
  const keys: string[] = []
  for await (const { key } of store.list(prefix)) keys.push(key)
  return keys.sort()
}
const waiting = () => readdirSync(spoolFolder()).filter((name) => !name.startsWith('copy-'))

describe.each(['disk', 'bucket'])('files in the %s', (name) => {
  const store = () => stores[name]!
  test('come back as they went in, also as a local file, and leave nothing waiting', async () => {
    expect(await store().put('org/files/one/whole', stream())).toEqual({ bytes: 40 * 65_536 })
    expect((await buffer(await store().get('org/files/one/whole'))).equals(Buffer.concat(pieces))).toBe(true)
    expect(readFileSync(await store().local('org/files/one/whole')).equals(Buffer.concat(pieces))).toBe(true)
    expect(waiting()).toEqual([])
  })
  test('are replaced, listed with their time, and removed one by one or together', async () => {
    for (const key of ['org/files/two/96', 'org/files/two/320', 'org/files/three/whole', 'other/files/four/whole']) await store().put(key, Readable.from(['old'], { objectMode: false }))
    await store().local('org/files/three/whole')
    await store().put('org/files/three/whole', Readable.from(['new'], { objectMode: false }))
    expect(readFileSync(await store().local('org/files/three/whole'), 'utf8')).toBe('new')
    await store().remove('org/files/one/whole')
    await store().remove('org/files/one/whole')
    expect(await keysOf(store(), 'org/files')).toEqual(['org/files/three/whole', 'org/files/two/320', 'org/files/two/96'])
    for await (const { changedAt } of store().list('org/files')) expect(Math.abs(Date.now() - changedAt.getTime())).toBeLessThan(600_000)
    await store().removeAll('org/files/two')
    expect(await keysOf(store(), 'org/files')).toEqual(['org/files/three/whole'])
    expect(await keysOf(store(), 'nobody')).toEqual([])
  })
  test('that are not there say so, and no key leaves its folder', async () => {
    await expect(store().get('org/files/nothing')).rejects.toBeInstanceOf(NoSuchFile)
    for (const key of ['../x', 'org/../../x', '/etc/passwd', 'a//b', 'a/./b', 'a\\b', '']) {
      await expect(async () => store().put(key, stream()), key).rejects.toThrow('leaves its folder')
      await expect(async () => store().removeAll(key), key).rejects.toThrow('leaves its folder')
    }
  })
  test('do not appear when they break off on the way', async () => {
    const breaking = Readable.from((async function* () {
      yield pieces[0]
      throw new Error('the line broke')
    })(), { objectMode: false })
    await expect(store().put('org/files/broken/whole', breaking)).rejects.toThrow('the line broke')
    await expect(store().get('org/files/broken/whole')).rejects.toBeInstanceOf(NoSuchFile)
    expect(waiting()).toEqual([])
  })
})

test('a store that cannot be reached, or does not know us, is a sentence for the person', async () => {
  const away = { code: 'unavailable', message: 'errors.refusals.storeAway' }
  for (const store of [bucketAt('http://127.0.0.1:9'), bucketAt(endpoint, 'stranger')]) {
    await expect(store.put('org/files/away/whole', stream())).rejects.toMatchObject(away)
    await expect(store.get('org/files/three/whole')).rejects.toMatchObject(away)
  }
})

test('what a crash left waiting goes after a day, and a copy that was read today stays', async () => {
  const made = (name: string, hours: number) => {
    const path = join(spoolFolder(), name)
    writeFileSync(path, 'x')
    const then = new Date(Date.now() - hours * 3_600_000)
    utimesSync(path, then, then)
    return path
  }
  const [old, young, copy] = [made('a.part', 25), made('b.part', 23), made('copy-c.part', 25)]
  await sweepSpool()
  expect([old, young, copy].map((path) => existsSync(path))).toEqual([false, true, false])
})
