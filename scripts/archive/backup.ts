import { createReadStream, createWriteStream, existsSync } from 'node:fs'
import { mkdir, mkdtemp, open, readdir, rename, rm, stat } from 'node:fs/promises'
import path from 'node:path'
import { finished, pipeline } from 'node:stream/promises'
import { Readable } from 'node:stream'
import { createGzip } from 'node:zlib'
import type { Client } from 'pg'
import { to } from 'pg-copy-streams'
import { withClient } from '../ground/connection.mjs'
import { appliedNames } from '../ground/migrations.mjs'
import { MANIFEST, memberOfFile, memberOfTable, type Manifest } from './manifest'
import { copied, countsByOrganization, demandAllRows, meter, tablesOf, type Table } from './tables'
import { packed, type Member } from './tar'

type Source = { url: string; files: string }
type Progress = (text: string) => void

/** Writes everything an installation holds into one file, which appears under its name only when it is whole. */
export async function backUp({ url, files }: Source, target: string, progress: Progress = () => {}): Promise<Manifest> {
  await mkdir(path.dirname(target), { recursive: true })
  const spool = await mkdtemp(`${target}.`)
  try {
    const tables = await withClient(url, (client) => saveTables(client, spool, progress))
    const kept = await listFiles(files, progress)
    const content: Manifest = { format: 'homeroom-backup', version: 1, at: new Date().toISOString(), migrations: await appliedNames(url), tables, files: kept }
    progress('putting it together')
    await write(target, await members(content, spool, files))
    return content
  } finally {
    await rm(spool, { recursive: true, force: true })
  }
}

/** One snapshot for all tables: what is written meanwhile is in the next backup. */
async function saveTables(client: Client, spool: string, progress: Progress) {
  await demandAllRows(client)
  await client.query('BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY')
  const saved: Manifest['tables'] = []
  for (const table of await tablesOf(client)) {
    progress(table.name)
    saved.push(await saveTable(client, table, spool))
  }
  await client.query('COMMIT')
  return saved
}

async function saveTable(client: Client, table: Table, spool: string) {
  const { stream, seen } = meter()
  const file = path.join(spool, `${table.name}.gz`)
  await pipeline(client.query(to(`COPY ${copied(table)} TO STDOUT`)), stream, createGzip({ level: 6 }), createWriteStream(file, { mode: 0o600 }))
  return { name: table.name, columns: table.columns, rows: seen.rows, sha256: seen.sha256, organizations: await countsByOrganization(client, table) }
}

async function listFiles(folder: string, progress: Progress): Promise<Manifest['files']> {
  if (!existsSync(folder)) return []
  const entries = await readdir(folder, { recursive: true, withFileTypes: true })
  const names = entries.filter((entry) => entry.isFile() && !entry.name.endsWith('.part')).map((entry) => path.relative(folder, path.join(entry.parentPath, entry.name)))
  const listed: Manifest['files'] = []
  for (const [i, name] of names.sort().entries()) {
    progress(`file ${i + 1} of ${names.length}`)
    const { stream, seen } = meter()
    createReadStream(path.join(folder, name)).pipe(stream).resume()
    await finished(stream)
    listed.push({ key: name.split(path.sep).join('/'), bytes: seen.bytes, sha256: seen.sha256 })
  }
  return listed
}

async function members(content: Manifest, spool: string, files: string): Promise<Member[]> {
  const first = Buffer.from(`${JSON.stringify(content, null, 1)}\n`)
  const tables = content.tables.map(async ({ name }) => {
    const file = path.join(spool, `${name}.gz`)
    return { name: memberOfTable(name), size: (await stat(file)).size, content: { file } }
  })
  return [
    { name: MANIFEST, size: first.length, content: first },
    ...(await Promise.all(tables)),
    ...content.files.map(({ key, bytes }) => ({ name: memberOfFile(key), size: bytes, content: { file: path.join(files, key) } })),
  ]
}

async function write(target: string, list: Member[]) {
  const half = `${target}.part`
  await pipeline(Readable.from(packed(list)), createWriteStream(half, { mode: 0o600 }))
  const handle = await open(half)
  await handle.sync()
  await handle.close()
  await rename(half, target)
}
