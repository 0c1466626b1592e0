// What has been done to a database once, noted in that database: a folder can be copied or lost.
import { withClient } from './connection.mjs'

export async function readMark(url, name) {
  return withClient(url, async (client) => {
    const { rows: tables } = await client.query(`SELECT to_regclass('ground.marks') IS NOT NULL AS there`)
    if (!tables[0].there) return null
    const { rows } = await client.query('SELECT value FROM ground.marks WHERE name = $1', [name])
    return rows[0]?.value ?? null
  })
}

export async function writeMark(url, name, value) {
  await withClient(url, async (client) => {
    await client.query('CREATE SCHEMA IF NOT EXISTS ground')
    await client.query('CREATE TABLE IF NOT EXISTS ground.marks (name text PRIMARY KEY, value jsonb NOT NULL, at timestamptz NOT NULL DEFAULT now())')
    await client.query('INSERT INTO ground.marks (name, value) VALUES ($1, $2) ON CONFLICT (name) DO UPDATE SET value = excluded.value, at = now()', [name, JSON.stringify(value)])
  })
}
