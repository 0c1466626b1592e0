import { createReadStream, createWriteStream } from 'node:fs'
import { mkdir, rename } from 'node:fs/promises'
import path from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { createGunzip } from 'node:zlib'
import type { Client } from 'pg'
import { from } from 'pg-copy-streams'
import { quote, withClient } from '../ground/connection.mjs'
import { migrationNames } from '../ground/migrations.mjs'
import { Problem } from '../ground/say.mjs'
import { MANIFEST, manifest, memberOfFile, memberOfTable, type Manifest } from './manifest'
import { copied, countsByOrganization, demandAllRows, meter, tablesOf } from './tables'
import { unpacked } from './tar'

type Target = { url: string; files: string }
type Progress = (text: string) => void

/** Fills an empty, migrated database from a backup: whole and verified, or not at all. */
export async function restore(file: string, { url, files }: Target, progress: Progress = () => {}): Promise<Manifest> {
  const members = unpacked(createReadStream(file))
  const content = await readManifest(members)
  return withClient(url, async (client) => {
    await demandAllRows(client)
    await demandEmpty(client)
    await client.query('BEGIN')
    const relink = await unlink(client)
    for await (const member of members) {
      const table = content.tables.find(({ name }) => memberOfTable(name) === member.name)
      const kept = content.files.find(({ key }) => memberOfFile(key) === member.name)
      progress(table?.name ?? 'files')
      if (table) await loadTable(client, table, member.content)
      if (kept) await loadFile(files, kept, member.content)
    }
    progress('checking every reference')
    await relink()
    progress('counting')
    await verify(client, content)
    await client.query('COMMIT')
    await client.query('ANALYZE')
    return content
  })
}

async function readManifest(members: ReturnType<typeof unpacked>): Promise<Manifest> {
  const { value: first, done } = await members.next()
  if (done || first.name !== MANIFEST) throw new Problem('This file is not a backup of Homeroom: it does not begin with manifest.json.')
  const parts: Buffer[] = []
  for await (const part of first.content) parts.push(part)
  const read = manifest.safeParse(JSON.parse(Buffer.concat(parts).toString('utf8')))
  if (!read.success) throw new Problem(`This backup cannot be read by this version of Homeroom: ${read.error.issues[0]?.path.join('.')} ${read.error.issues[0]?.message}.`)
  const here = migrationNames()
  const strange = read.data.migrations.find((name) => !here.includes(name))
  if (strange) throw new Problem(`This backup was made by a newer version of Homeroom (it knows the migration ${strange}). Check out that version, then restore.`)
  const missing = here.find((name) => !read.data.migrations.includes(name))
  if (missing) throw new Problem(`This backup was made by an older version of Homeroom (before the migration ${missing}). Check out that version, restore there, then come back to this one: the next start migrates the data.`)
  return read.data
}

/** What migrations themselves put in (the list of permissions) belongs to nobody and is replaced. */
async function demandEmpty(client: Client) {
  for (const table of await tablesOf(client)) {
    if (!table.byOrganization && table.name !== 'users') continue
    const where = table.byOrganization ? `WHERE ${quote(table.byOrganization)} IS NOT NULL` : ''
    const { rowCount } = await client.query(`SELECT 1 FROM ${quote(table.name)} ${where} LIMIT 1`)
    if (rowCount) {
      throw new Problem(`The database is not empty (there are rows in ${table.name}), and a restore never overwrites. Restore into a new one: set DATABASE_URL to an empty database, or stop Homeroom and move .data away.`)
    }
  }
}

/** Takes foreign keys and triggers off, so that tables load in any order; the returned function puts them back, which checks every row. */
async function unlink(client: Client) {
  const tables = await tablesOf(client)
  const { rows: links } = await client.query<{ home: string; name: string; rule: string }>(`
    SELECT conrelid::regclass::text AS home, conname AS name, pg_get_constraintdef(oid) AS rule
    FROM pg_constraint WHERE contype = 'f' AND connamespace = 'public'::regnamespace AND conparentid = 0`)
  for (const { home, name } of links) await client.query(`ALTER TABLE ${home} DROP CONSTRAINT ${quote(name)}`)
  for (const { name } of tables) await client.query(`ALTER TABLE ${quote(name)} DISABLE TRIGGER USER`)
  await client.query(`TRUNCATE ${tables.map(({ name }) => quote(name)).join(', ')}`)
  return async () => {
    for (const { name } of tables) await client.query(`ALTER TABLE ${quote(name)} ENABLE TRIGGER USER`)
    for (const { home, name, rule } of links) await client.query(`ALTER TABLE ${home} ADD CONSTRAINT ${quote(name)} ${rule}`)
  }
}

async function loadTable(client: Client, table: Manifest['tables'][number], content: AsyncGenerator<Buffer>) {
  const { stream, seen } = meter()
  const damaged = new Problem(`The backup is damaged: the rows of ${table.name} are not those that were saved. Nothing was restored.`)
  await pipeline(Readable.from(content), createGunzip(), stream, client.query(from(`COPY ${copied(table)} FROM STDIN`))).catch((error: NodeJS.ErrnoException) => {
    throw error.code?.startsWith('Z_') ? damaged : error
  })
  if (seen.sha256 !== table.sha256) throw damaged
}

async function loadFile(folder: string, { key, sha256 }: Manifest['files'][number], content: AsyncGenerator<Buffer>) {
  const target = path.join(folder, key)
  const { stream, seen } = meter()
  await mkdir(path.dirname(target), { recursive: true, mode: 0o700 })
  await pipeline(Readable.from(content), stream, createWriteStream(`${target}.part`, { mode: 0o600 }))
  if (seen.sha256 !== sha256) throw new Problem(`The backup is damaged: the file ${key} is not the one that was saved. No row was restored.`)
  await rename(`${target}.part`, target)
}

async function verify(client: Client, content: Manifest) {
  const tables = await tablesOf(client)
  for (const saved of content.tables) {
    const table = tables.find(({ name }) => name === saved.name)
    const { rows } = await client.query<{ rows: number }>(`SELECT count(*)::int AS rows FROM ${quote(saved.name)}`)
    const counted = table ? await countsByOrganization(client, table) : {}
    const same = rows[0]?.rows === saved.rows && JSON.stringify(counted) === JSON.stringify(saved.organizations)
    if (!same) throw new Problem(`${saved.name} has ${rows[0]?.rows} rows after the restore, and ${saved.rows} were saved. Nothing was restored.`)
  }
}
