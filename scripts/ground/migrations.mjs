import { existsSync, readdirSync } from 'node:fs'
import { query, withClient } from './connection.mjs'
import { at } from './paths.mjs'
import { bin, run } from './run.mjs'
import { Problem } from './say.mjs'

// The key of the lock that Prisma itself holds while it migrates.
const PRISMA_LOCK = 72_707_369

export function migrationNames(dir = at('prisma/migrations')) {
  if (!existsSync(dir)) return []
  return readdirSync(dir, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && existsSync(`${dir}/${entry.name}/migration.sql`))
    .map((entry) => entry.name)
    .sort()
}

export async function appliedNames(url) {
  try {
    const { rows } = await query(url, 'SELECT migration_name AS name FROM _prisma_migrations WHERE finished_at IS NOT NULL AND rolled_back_at IS NULL ORDER BY migration_name')
    return rows.map((row) => row.name)
  } catch (error) {
    if (error.code === '42P01') return []
    throw error
  }
}

/**
 * Brings the database to this version's schema; nearly free when it is there already.
 * @param {string} url
 * @param {(text: string) => void} progress
 */
export async function migrate(url, progress = () => {}) {
  const wanted = migrationNames()
  const applied = await appliedNames(url)
  const unknown = applied.filter((name) => !wanted.includes(name))
  if (unknown.length > 0) {
    throw new Problem(`The database was migrated by a newer version of Homeroom (${unknown[0]} is not known here). Check out that version; the data is untouched.`)
  }
  const pending = wanted.filter((name) => !applied.includes(name))
  if (pending.length === 0) return { applied: 0, total: wanted.length }
  progress(`${pending.length} to apply`)
  await forgetInterrupted(url)
  await run(process.execPath, [bin.prisma, 'migrate', 'deploy'], {
    env: { DATABASE_URL: url },
    what: 'Migrating the database',
    onLine: (line) => /Applying migration/.test(line) && progress(line.trim()),
  })
  return { applied: pending.length, total: wanted.length }
}

/**
 * Our engine commits a migration together with the note that it finished. So one that has begun
 * and not finished was rolled back whole, by an error or by a kill, and may simply run again.
 */
export async function forgetInterrupted(url) {
  await withClient(url, async (client) => {
    const { rows } = await client.query(`SELECT to_regclass('_prisma_migrations') IS NOT NULL AS there`)
    if (!rows[0].there) return
    await client.query('BEGIN')
    await client.query('SELECT pg_advisory_xact_lock($1)', [PRISMA_LOCK])
    await client.query('UPDATE _prisma_migrations SET rolled_back_at = now() WHERE finished_at IS NULL AND rolled_back_at IS NULL')
    await client.query('COMMIT')
  })
}
