import crypto from 'node:crypto'
import { Transform } from 'node:stream'
import type { Client } from 'pg'
import { Problem } from '../ground/say.mjs'
import { quote } from '../ground/connection.mjs'

export type Table = { name: string; columns: string[]; byOrganization: string | null }

/** Every table of the school's own; generated columns come back by themselves. */
export async function tablesOf(client: Client): Promise<Table[]> {
  const { rows } = await client.query<{ name: string; columns: string[] }>(`
    SELECT c.relname AS name, array_agg(a.attname::text ORDER BY a.attnum) AS columns
    FROM pg_class c
    JOIN pg_namespace n ON n.oid = c.relnamespace AND n.nspname = 'public'
    JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped AND a.attgenerated = ''
    WHERE c.relkind = 'r' AND c.relname <> '_prisma_migrations'
    GROUP BY c.relname ORDER BY c.relname`)
  return rows.map((row) => ({ ...row, byOrganization: row.name === 'organizations' ? 'id' : (row.columns.find((column) => column === 'organizationId') ?? null) }))
}

/** Row-level security is forced on the owner too; a role under it would save or restore less than there is, in silence. */
export async function demandAllRows(client: Client) {
  const { rows } = await client.query<{ name: string; sees: boolean }>('SELECT rolname AS name, rolsuper OR rolbypassrls AS sees FROM pg_roles WHERE rolname = current_user')
  if (!rows[0]?.sees) {
    throw new Problem(`The role ${rows[0]?.name} of DATABASE_URL is bound by row-level security and would not see every row. As an administrator of this PostgreSQL run once: ALTER ROLE ${quote(rows[0]?.name ?? '')} BYPASSRLS; then run the same command again.`)
  }
}

export async function countsByOrganization(client: Client, { name, byOrganization }: Table): Promise<Record<string, number>> {
  if (!byOrganization) return {}
  const column = quote(byOrganization)
  const { rows } = await client.query<{ id: string; rows: number }>(`SELECT coalesce(${column}::text, '') AS id, count(*)::int AS rows FROM ${quote(name)} GROUP BY 1 ORDER BY 1`)
  return Object.fromEntries(rows.map((row) => [row.id, row.rows]))
}

export const copied = ({ name, columns }: { name: string; columns: string[] }) => `${quote(name)} (${columns.map(quote).join(', ')})`

const NEWLINE = 10

/** Passes bytes on, counting rows (PostgreSQL's copy format escapes every other newline) and hashing. */
export function meter() {
  const hash = crypto.createHash('sha256')
  const seen = { rows: 0, bytes: 0, sha256: '' }
  const stream = new Transform({
    transform(part: Buffer, _, done) {
      hash.update(part)
      seen.bytes += part.length
      for (let at = part.indexOf(NEWLINE); at >= 0; at = part.indexOf(NEWLINE, at + 1)) seen.rows++
      done(null, part)
    },
    flush(done) {
      seen.sha256 = hash.digest('hex')
      done()
    },
  })
  return { stream, seen }
}
