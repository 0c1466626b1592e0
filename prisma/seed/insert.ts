import type pg from 'pg'
import { asOwner } from './organization'

export type Row = Record<string, unknown>
/** Inserts rows and returns what `returning` names, in the order of the rows. Columns are the first row's. */
export type Insert = <Made extends object = { id: string }>(table: string, rows: readonly Row[], returning?: string) => Promise<Made[]>

const chunk = 5_000

/** One transaction within an organization, as the owner: for filling tables that no verb fills yet. */
export function fill<T>(organizationId: string, run: (insert: Insert, client: pg.Client) => Promise<T>): Promise<T> {
  return asOwner(async (client) => {
    await client.query('BEGIN')
    await client.query("SELECT set_config('app.organization_id', $1, true)", [organizationId])
    const insert: Insert = async <Made extends object>(table: string, rows: readonly Row[], returning = 'id') => {
      const columns = Object.keys(rows[0] ?? {}).map((name) => `"${name}"`).join(', ')
      const made: Made[] = []
      for (let at = 0; at < rows.length; at += chunk) {
        const text = `INSERT INTO ${table} (${columns}) SELECT ${columns} FROM jsonb_populate_recordset(NULL::${table}, $1::jsonb) RETURNING ${returning}`
        made.push(...(await client.query(text, [JSON.stringify(rows.slice(at, at + chunk))])).rows)
      }
      return made
    }
    const done = await run(insert, client)
    await client.query('COMMIT')
    return done
  })
}

/** The same luck every time (mulberry32): a demo that differs between runs cannot be described. */
export function dice(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296
  }
}
