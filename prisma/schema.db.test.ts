import { readFileSync } from 'node:fs'
import { beforeAll, expect, test } from 'vitest'
import { permissions } from '@/lib/platform/permissions'
import { newTables } from './differences'
import { page, reportOf, type Report } from './schema-report'
import { asOwner } from './seed/organization'

let report: Report
beforeAll(async () => {
  report = await asOwner(reportOf)
})

const rows = <Row extends object>(text: string) => asOwner(async (owner) => (await owner.query<Row>(text)).rows)
/** Tables of no organization: one global list, and counters from before there is one. */
const global = ['permissions', 'rate_limits']

test('every table and column of the reference is there, or its absence has a reason', () => {
  expect(report.missing).toEqual([])
  expect(report.unexplained).toEqual([])
  expect(Object.keys(newTables).sort()).toEqual([...report.added].sort())
})

test('docs/schema.md is the page of this database', () => {
  expect(readFileSync('docs/schema.md', 'utf8')).toBe(page(report))
})

test('every table has a tenant that it cannot do without, row-level security that binds its owner too, and a policy', async () => {
  const found = await rows<{ name: string; tenant: string | null; enabled: boolean; forced: boolean; policies: string[] }>(`
    SELECT c.relname AS name, c.relrowsecurity AS enabled, c.relforcerowsecurity AS forced,
      (SELECT CASE WHEN a.attnotnull THEN 'required' ELSE 'optional' END FROM pg_attribute a WHERE a.attrelid = c.oid AND a.attname = 'organizationId') AS tenant,
      ARRAY(SELECT p.polname::text FROM pg_policy p WHERE p.polrelid = c.oid ORDER BY 1) AS policies
    FROM pg_class c WHERE c.relnamespace = 'public'::regnamespace AND c.relkind IN ('r', 'p') AND c.relname <> '_prisma_migrations'`)
  const optional = ['users', 'roles', 'rolesPermissionsPermissions', 'usersCustom_permissionsPermissions', 'one_time_tokens', 'auth_refresh_tokens', 'content_catalog', 'mails', 'second_factors', 'recovery_codes']
  for (const table of found) {
    if (global.includes(table.name)) {
      expect(table.tenant, table.name).toBeNull()
      continue
    }
    expect(table, table.name).toMatchObject({ enabled: true, forced: true, policies: expect.arrayContaining(['tenant']) })
    expect(table.tenant, table.name).toBe(table.name === 'organizations' ? null : optional.includes(table.name) ? 'optional' : 'required')
  }
})

test('every unique key but the primary one is per organization', async () => {
  const found = await rows<{ name: string; definition: string; relation: string }>(`
    SELECT i.relname AS name, pg_get_indexdef(i.oid) AS definition, t.relname AS relation FROM pg_index x
    JOIN pg_class i ON i.oid = x.indexrelid JOIN pg_class t ON t.oid = x.indrelid
    WHERE t.relnamespace = 'public'::regnamespace AND x.indisunique AND NOT x.indisprimary AND t.relname <> '_prisma_migrations'`)
  // Hashes of 256 random bits tell nobody anything; an organization's own import hash names no tenant's data.
  const free = [...global, 'organizations', 'auth_refresh_tokens', 'one_time_tokens']
  const loose = found.filter(({ relation, definition }) => !free.includes(relation) && !definition.includes('"organizationId"'))
  expect(loose).toEqual([])
})

test('every link between tables of tenants carries the organization', async () => {
  const found = await rows<{ name: string; from: string; to: string; columns: string[] }>(`
    SELECT conname AS name, conrelid::regclass::text AS from, confrelid::regclass::text AS to,
      ARRAY(SELECT a.attname::text FROM unnest(conkey) k JOIN pg_attribute a ON a.attrelid = conrelid AND a.attnum = k) AS columns
    FROM pg_constraint WHERE contype = 'f' AND connamespace = 'public'::regnamespace`)
  const outside = ['organizations', 'permissions']
  // A session of the platform's support is turned to an organization in which its person is not.
  const loose = found.filter(({ from, to, columns }) => !outside.includes(to) && from !== 'auth_refresh_tokens' && !columns.includes('organizationId'))
  expect(loose).toEqual([])
})

test('the list of permissions in the code is the list in the database', async () => {
  const stored = await rows<{ name: string }>('SELECT name FROM permissions WHERE "deletedAt" IS NULL')
  expect(stored.map(({ name }) => name).sort()).toEqual([...permissions].sort())
})
