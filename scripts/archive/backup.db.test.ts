import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { aSchool } from '@/prisma/seed/a-school'
import { query, quote, withClient, within } from '../ground/connection.mjs'
import { backUp } from './backup'
import { restore } from './restore'
import { copied, tablesOf } from './tables'

const { admin, owner, dataDir } = inject('databases')
const source = process.env.DATABASE_URL!
const home = mkdtempSync(path.join(dataDir, 'backup-'))
const files = path.join(home, 'files')
const archive = path.join(home, 'all.tar')
const made: string[] = []

async function emptyDatabase() {
  const name = `r_${crypto.randomUUID().replaceAll('-', '')}`
  await query(admin, `CREATE DATABASE ${quote(name)} OWNER homeroom_owner TEMPLATE homeroom`)
  made.push(name)
  return within(owner, { database: name })
}

/** Every row of every table, as text, in an order of its own. */
const everything = (url: string) =>
  withClient(url, async (client) => {
    const content: Record<string, string[]> = {}
    for (const table of await tablesOf(client)) {
      const { rows } = await client.query(`SELECT row_to_json(t)::text AS line FROM (SELECT ${table.columns.map(quote).join(', ')} FROM ${quote(table.name)}) t ORDER BY 1`)
      content[copied(table)] = rows.map(({ line }) => line)
    }
    return content
  })

const links = async (url: string) =>
  (await query(url, `SELECT conrelid::regclass::text || ' ' || conname || ' ' || pg_get_constraintdef(oid) || ' ' || convalidated AS line FROM pg_constraint WHERE connamespace = 'public'::regnamespace ORDER BY 1`)).rows
const triggers = async (url: string) => (await query(url, `SELECT tgname || tgrelid::regclass::text || tgenabled::text AS line FROM pg_trigger WHERE NOT tgisinternal ORDER BY 1`)).rows

beforeAll(async () => {
  await aSchool({ mark: 'first\tcolumn\nsecond \\N line' })
  await aSchool({ mark: 'second' })
  mkdirSync(path.join(files, 'org/letters'), { recursive: true })
  writeFileSync(path.join(files, 'org/letters/one'), Buffer.alloc(70_000, 'letter'))
  writeFileSync(path.join(files, 'org/letters/empty'), '')
  await backUp({ url: source, files }, archive)
})
afterAll(async () => {
  for (const name of made) await query(admin, `DROP DATABASE IF EXISTS ${quote(name)} WITH (FORCE)`)
  rmSync(home, { recursive: true })
})

test('what was saved comes back: every row, key, trigger and file', async () => {
  const url = await emptyDatabase()
  const there = path.join(home, 'there')
  const content = await restore(archive, { url, files: there })
  expect(Object.keys(content.tables.find(({ name }) => name === 'students')!.organizations)).toHaveLength(2)
  expect(await everything(url)).toEqual(await everything(source))
  expect(await links(url)).toEqual(await links(source))
  expect(await triggers(url)).toEqual(await triggers(source))
  expect(readFileSync(path.join(there, 'org/letters/one')).equals(Buffer.alloc(70_000, 'letter'))).toBe(true)
  expect(readFileSync(path.join(there, 'org/letters/empty'))).toHaveLength(0)
})

test('a database that holds anything is not overwritten', async () => {
  const before = await everything(source)
  await expect(restore(archive, { url: source, files })).rejects.toThrow(/not empty \(there are rows in \w+\)/)
  expect(await everything(source)).toEqual(before)
})

test('a damaged or a cut backup restores nothing', async () => {
  const whole = readFileSync(archive)
  const at = whole.indexOf('tables/students.copy.gz') + 512 + 40
  for (const bytes of [Buffer.concat([whole.subarray(0, at), Buffer.from([whole[at]! ^ 1]), whole.subarray(at + 1)]), whole.subarray(0, at)]) {
    const url = await emptyDatabase()
    const broken = path.join(home, 'broken.tar')
    writeFileSync(broken, bytes)
    const before = await everything(url)
    await expect(restore(broken, { url, files: path.join(home, 'nowhere') })).rejects.toThrow('is damaged: ')
    expect(await everything(url)).toEqual(before)
    expect(await links(url)).toEqual(await links(source))
  }
})

test('a role that cannot see every row may neither save nor restore', async () => {
  const url = process.env.APP_DATABASE_URL!
  await expect(backUp({ url, files }, path.join(home, 'partial.tar'))).rejects.toThrow(/ALTER ROLE "homeroom_app" BYPASSRLS/)
  await expect(restore(archive, { url, files })).rejects.toThrow(/BYPASSRLS/)
})
