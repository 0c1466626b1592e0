import { afterAll, beforeAll, expect, test } from 'vitest'
import { aSchool } from '@/prisma/seed/a-school'
import { query } from '@/scripts/ground/connection.mjs'
import { needEnv } from '@/lib/platform/env'
import { FencedPool } from './pool.server'
import { scopes, type Scope } from './scope.server'

/** One connection, so that each statement meets what the one before left. */
let pool: FencedPool
let scope: Scope
beforeAll(async () => {
  const { organizationId } = await aSchool()
  scope = { organizationId }
  pool = new FencedPool({ connectionString: needEnv('APP_DATABASE_URL'), max: 1 })
})
afterAll(() => pool.end())

const within = (inside: Scope, text: string, values?: unknown[], name?: string) => scopes.run(inside, () => pool.query({ text, ...(name ? { name } : {}) }, values))
const settings = `SELECT current_setting('app.organization_id', true) AS organization, current_setting('app.gate', true) AS gate`

test('a statement has its scope, with parameters and without, named and not, and the next has none', async () => {
  const seen = async (inside: Scope) => (await within(inside, settings)).rows
  const organization = (scope as { organizationId: string }).organizationId
  expect(await seen(scope)).toEqual([{ organization, gate: expect.toBeOneOf(['', null]) }])
  expect(await seen({ gate: true })).toEqual([{ organization: '', gate: 'on' }])
  expect((await pool.query(settings)).rows).toEqual([{ organization: '', gate: '' }])
  expect((await within(scope, 'SELECT $1::int AS n, count(*)::int AS students FROM students', [7], 'with-values')).rows).toEqual([{ n: 7, students: 6 }])
  expect((await pool.query('SELECT count(*)::int AS students FROM students')).rows).toEqual([{ students: 0 }])
})

test.each([
  ['its text', 'SELECT nothing_of_the_kind', [], '42703'],
  ['its values', 'SELECT $1::uuid', ['no uuid'], '22P02'],
  ['what it does', 'SELECT 1 / $1::int', [0], '22012'],
])('a statement that is wrong by %s fails each time for the same reason and leaves the connection as it was', async (_, text, values, code) => {
  for (const name of [undefined, `wrong-${code}`, `wrong-${code}`]) {
    await expect(within(scope, text, values, name)).rejects.toMatchObject({ code })
    expect((await pool.query(settings)).rows).toEqual([{ organization: '', gate: '' }])
  }
  expect(pool.totalCount).toBe(1)
})

test('a statement that fails half-way leaves nothing, one that succeeds is kept', async () => {
  const rename = (text: string) => within(scope, `UPDATE campuses SET phone = $1 WHERE phone IS DISTINCT FROM $1 AND (${text})`, ['kept'])
  await expect(rename('1 / (length(name) - length(name)) = 0')).rejects.toMatchObject({ code: '22012' })
  expect((await within(scope, `SELECT FROM campuses WHERE phone = 'kept'`)).rowCount).toBe(0)
  const { command, rowCount } = await rename('true')
  expect({ command, rowCount }).toEqual({ command: 'UPDATE', rowCount: 2 })
  expect((await within(scope, `SELECT FROM campuses WHERE phone = 'kept'`)).rowCount).toBe(2)
})

test('only a uuid is an organization', async () => {
  await expect(within({ organizationId: `'; DROP TABLE students; --` }, 'SELECT 1')).rejects.toThrow('uuid')
  expect((await within(scope, 'SELECT count(*)::int AS n FROM students')).rows).toEqual([{ n: 6 }])
})

test('a connection that is killed between two statements of a transaction fails the next one, and ends nothing else', async () => {
  const client = await scopes.run(scope, () => pool.connect())
  await client.query('BEGIN')
  const { rows: [own] } = await client.query<{ pid: number }>('SELECT pg_backend_pid() AS pid')
  await query(needEnv('APP_DATABASE_URL'), 'SELECT pg_terminate_backend($1)', [own!.pid])
  // The news arrives by itself, while nobody asks.
  await expect.poll(() => client.query('SELECT 1').then(() => 'alive', () => 'gone')).toBe('gone')
  client.release(true)
  expect((await pool.query('SELECT 1 AS one')).rows).toEqual([{ one: 1 }])
})
