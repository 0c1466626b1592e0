import crypto from 'node:crypto'
import { expect, test } from 'vitest'
import { query } from '../ground/connection.mjs'
import { appliedNames, forgetInterrupted } from '../ground/migrations.mjs'
import { connections } from './database.mjs'

const url = process.env.DATABASE_URL!

async function begin(script: string) {
  const id = crypto.randomUUID()
  await query(url, 'INSERT INTO _prisma_migrations (id, checksum, migration_name, started_at) VALUES ($1, $2, $3, now())', [id, crypto.createHash('sha256').update(script).digest('hex'), `20990101000000_${id.slice(0, 8)}`])
  const opened = await connections({ url, shadowUrl: null }).factory.connect()
  if (!opened.ok) throw new Error('no connection')
  const result = await opened.value.executeScript(script)
  await opened.value.dispose()
  const { rows } = await query(url, `SELECT finished_at IS NOT NULL AS finished, to_regclass('made') IS NOT NULL AS made FROM _prisma_migrations WHERE id = $1`, [id])
  await query(url, 'UPDATE _prisma_migrations SET finished_at = NULL WHERE id = $1', [id])
  return { ok: result.ok, ...rows[0], id }
}

test('a script and the note that it finished come together, or not at all', async () => {
  expect(await begin('CREATE TABLE made (id int); SELECT 1 / 0; -- the end')).toMatchObject({ ok: false, finished: false, made: false })
  expect(await begin('CREATE TABLE made (id int); -- the end')).toMatchObject({ ok: true, finished: true, made: true })
})

test('a migration that began and never finished is set back to run again, a finished one is not', async () => {
  const { id } = await begin('SELECT 1')
  const before = await appliedNames(url)
  await forgetInterrupted(url)
  const { rows } = await query(url, 'SELECT rolled_back_at IS NOT NULL AS back FROM _prisma_migrations WHERE id = $1', [id])
  expect(rows[0].back).toBe(true)
  expect(await appliedNames(url)).toEqual(before)
})
