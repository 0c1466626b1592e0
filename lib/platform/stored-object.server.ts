import 'server-only'
import type { Disk } from 'flydrive'
import type { StoredObject } from './storage.server'

/** A key that nothing is stored under. */
export class NoSuchFile extends Error {
  constructor(key: string) {
    super(`Nothing is stored under ${key}.`)
    this.name = 'NoSuchFile'
  }
}

/** Keys are ours. One that is not made as ours are would leave its folder. */
export function ownKey(key: string): string {
  if (!/^[\w-]+(\.[\w-]+)*(\/[\w-]+(\.[\w-]+)*)*$/.test(key)) throw new Error('A storage key leaves its folder.')
  return key
}

export async function readStored(disk: Disk, key: string) {
  if (!(await disk.exists(ownKey(key)))) throw new NoSuchFile(key)
  return disk.getStream(key)
}

export async function* listStored(disk: Disk, prefix: string): AsyncGenerator<StoredObject> {
  let paginationToken: string | undefined
  do {
    const page = await disk.listAll(ownKey(prefix), { recursive: true, paginationToken })
    for (const object of page.objects) {
      if (object.isFile) yield { key: object.key, changedAt: (await object.getMetaData()).lastModified }
    }
    paginationToken = page.paginationToken
  } while (paginationToken)
}
