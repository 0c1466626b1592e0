import 'server-only'
import { Transform, type Readable } from 'node:stream'
import { openPromise, type Entry, type ZipFile } from 'yauzl'
import { diagnostic, RosterUnreadable, type Diagnostic } from './roster-diagnostic'
import { standardName } from './roster-files'

/** Sizes in bytes. What the archive declares is checked before, what really comes out while it comes. */
export const archiveLimits = {
  entries: 100,
  fileBytes: 512 * 1024 * 1024,
  totalBytes: 1024 * 1024 * 1024,
  /** Rosters shrink 10 to 60 times; a bomb a thousand times. Files under `ratioFrom` may shrink as they like. */
  ratio: 250,
  ratioFrom: 4 * 1024 * 1024,
}
export type ArchiveLimits = typeof archiveLimits

/** `name` is the standard's (`users`), `fileName` what the archive calls it. */
export type ArchiveFile = { name: string; fileName: string; bytes: number; open: () => Promise<Readable> }
export type Archive = { files: ArchiveFile[]; diagnostics: Diagnostic[]; close: () => void }

const isNoise = (path: string) => /(^|\/)(__MACOSX\/|\.DS_Store$|Thumbs\.db$|\._)/i.test(path)

const isUnsafe = (path: string) =>
  /^[a-z]:/i.test(path) || path.startsWith('/') || path.includes('\0') || path.split('/').includes('..')

const check = (entry: Entry, path: string, limits: ArchiveLimits): void => {
  const fail = (code: Diagnostic['code'], params?: Diagnostic['params']) => {
    throw new RosterUnreadable(code, { file: path.slice(0, 200), params })
  }
  if (isUnsafe(path)) fail('zip-path')
  if (entry.isEncrypted()) fail('zip-encrypted')
  if (entry.compressionMethod !== 0 && entry.compressionMethod !== 8) fail('zip-method')
  if (entry.uncompressedSize > limits.fileBytes) fail('zip-too-large', { megabytes: Math.floor(limits.fileBytes / 1048576) })
  const ratio = entry.uncompressedSize / Math.max(1, entry.compressedSize)
  if (entry.uncompressedSize > limits.ratioFrom && ratio > limits.ratio) fail('zip-ratio', { ratio: Math.floor(ratio) })
}

/** Counts what comes out of one entry and of the whole archive, and stops at the limits whatever was declared. A file that is read again counts once. */
const counted = (entry: Entry, path: string, limits: ArchiveLimits, spend: (bytes: number) => number): Transform => {
  let bytes = 0
  return new Transform({
    transform(chunk: Buffer, _encoding, done) {
      bytes += chunk.length
      const total = spend(bytes)
      if (bytes > limits.fileBytes || total > limits.totalBytes) {
        done(new RosterUnreadable('zip-too-large', { file: path, params: { megabytes: Math.floor((bytes > limits.fileBytes ? limits.fileBytes : limits.totalBytes) / 1048576) } }))
      } else if (bytes > limits.ratioFrom && bytes / Math.max(1, entry.compressedSize) > limits.ratio) {
        done(new RosterUnreadable('zip-ratio', { file: path, params: { ratio: limits.ratio } }))
      } else done(null, chunk)
    },
  })
}

const openZip = async (path: string): Promise<ZipFile> => {
  try {
    return await openPromise(path, { autoClose: false, decodeStrings: true, validateEntrySizes: true })
  } catch {
    throw new RosterUnreadable('zip-unreadable', { file: '' })
  }
}

/** yauzl refuses unsafe names itself, as an error of the whole archive; say so instead of "damaged". */
const asUnreadable = (error: unknown): RosterUnreadable => {
  if (error instanceof RosterUnreadable) return error
  const text = error instanceof Error ? error.message : ''
  const unsafe = /^(?:absolute path|invalid relative path|invalid characters in fileName): (.*)$/.exec(text)
  return new RosterUnreadable(unsafe ? 'zip-path' : 'zip-damaged', { file: (unsafe?.[1] ?? '').slice(0, 200) })
}

const readDirectory = async (zip: ZipFile, limits: ArchiveLimits) => {
  if (zip.entryCount > limits.entries) {
    throw new RosterUnreadable('zip-too-many-entries', { file: '', params: { entries: zip.entryCount, limit: limits.entries } })
  }
  const entries: { entry: Entry; path: string }[] = []
  let declared = 0
  for await (const entry of zip.eachEntry()) {
    const path = entry.fileName.replaceAll('\\', '/')
    if (path.endsWith('/') && entry.uncompressedSize === 0 && !isUnsafe(path)) continue
    check(entry, path, limits)
    declared += entry.uncompressedSize
    if (declared > limits.totalBytes) throw new RosterUnreadable('zip-too-large', { file: '', params: { megabytes: Math.floor(limits.totalBytes / 1048576) } })
    if (!isNoise(path)) entries.push({ entry, path })
  }
  return entries
}

/** Whose export it is, by the names of its files. */
const systems: readonly { system: string; names: readonly string[] }[] = [
  { system: 'Excel', names: ['[content_types].xml'] },
  { system: 'Clever', names: ['schools.csv', 'students.csv', 'sections.csv'] },
  { system: 'Microsoft School Data Sync', names: ['school.csv', 'section.csv', 'student.csv'] },
  { system: 'Apple School Manager', names: ['locations.csv', 'rosters.csv'] },
  { system: 'Canvas', names: ['accounts.csv', 'sections.csv'] },
]
const systemOf = (paths: readonly string[]): string | null => {
  const names = new Set(paths.map((path) => path.slice(path.lastIndexOf('/') + 1).toLowerCase()))
  return systems.find((one) => one.names.every((name) => names.has(name)))?.system ?? null
}

const folderOf = (path: string) => path.slice(0, path.lastIndexOf('/') + 1)

/**
 * Opens a roster archive from a local file. Nothing is unpacked to disk. Throws `RosterUnreadable` for what is no zip,
 * encrypted, damaged, oversized, or names a path outside of itself.
 */
export const openArchive = async (path: string, limits: ArchiveLimits = archiveLimits): Promise<Archive> => {
  const zip = await openZip(path)
  try {
    const diagnostics: Diagnostic[] = []
    const files: ArchiveFile[] = []
    const out = new Map<string, number>()
    const spend = (path: string) => (bytes: number) => {
      out.set(path, Math.max(bytes, out.get(path) ?? 0))
      return [...out.values()].reduce((sum, one) => sum + one, 0)
    }
    const paths: string[] = []
    for (const { entry, path: inside } of await readDirectory(zip, limits)) {
      paths.push(inside)
      const fileName = inside.slice(inside.lastIndexOf('/') + 1)
      const name = /\.csv$/i.test(fileName) ? standardName(fileName) : null
      if (!name) {
        diagnostics.push(diagnostic('zip-unknown-file', { file: inside }))
        continue
      }
      if (files.some((file) => file.name === name)) throw new RosterUnreadable('zip-duplicate-file', { file: inside, params: { name: `${name}.csv` } })
      if (folderOf(inside) !== '' && files.every((file) => folderOf(file.fileName) === '')) {
        diagnostics.push(diagnostic('zip-folder', { file: folderOf(inside) }))
      }
      if (fileName !== `${name}.csv`) diagnostics.push(diagnostic('file-name-case', { file: inside, params: { name: `${name}.csv` } }))
      const open = async () => {
        try {
          const raw = await zip.openReadStreamPromise(entry)
          const unpacked = counted(entry, inside, limits, spend(inside))
          raw.on('error', (error) => unpacked.destroy(asUnreadable(error)))
          unpacked.on('close', () => raw.destroy())
          return raw.pipe(unpacked)
        } catch (error) {
          throw asUnreadable(error)
        }
      }
      files.push({ name, fileName: inside, bytes: entry.uncompressedSize, open })
    }
    const system = files.some(({ name }) => name === 'orgs' || name === 'users') ? null : systemOf(paths)
    if (system) throw new RosterUnreadable('format-other', { file: '', params: { system } })
    if (files.length === 0) throw new RosterUnreadable('zip-empty', { file: '' })
    return { files, diagnostics, close: () => zip.close() }
  } catch (error) {
    zip.close()
    throw asUnreadable(error)
  }
}
