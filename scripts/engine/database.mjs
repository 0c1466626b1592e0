// What the migration engine needs of a database beyond Prisma's own adapter for pg.
import crypto from 'node:crypto'
import { PrismaPg } from '@prisma/adapter-pg'
import { bindMigrationAwareSqlAdapterFactory, ColumnTypeEnum } from '@prisma/driver-adapter-utils'
import pg from 'pg'

const TEXT = 25
const CHAR = 18 // "char", one byte: what pg_catalog keeps its flags in
const CATALOG_ONLY = new Set([22, 30, 194, 24, 2205, 2206]) // int2vector, oidvector, pg_node_tree, reg*

/** The adapter refuses catalogue types; shown as text it passes them, and one-byte flags must then be called characters again. */
function readCatalogue(adapter) {
  const client = adapter.underlyingDriver()
  const query = client.query.bind(client)
  let flags = []
  client.query = async (...args) => {
    const result = await query(...args)
    flags = []
    for (const [i, field] of (result?.fields ?? []).entries()) {
      if (field.dataTypeID === CHAR) flags.push(i)
      if (field.dataTypeID === CHAR || CATALOG_ONLY.has(field.dataTypeID)) field.dataTypeID = TEXT
    }
    return result
  }
  const queryRaw = adapter.queryRaw.bind(adapter)
  adapter.queryRaw = async (request) => {
    const result = await queryRaw(request)
    for (const i of flags) result.columnTypes[i] = ColumnTypeEnum.Character
    return result
  }
  return query
}

/**
 * The adapter splits a script at every semicolon, also inside a function: here it goes whole, which
 * PostgreSQL runs as one transaction. The note that this migration finished goes along in it, so that
 * a kill leaves either both or neither.
 */
function runWhole(adapter, query) {
  adapter.executeScript = async (script) => {
    try {
      await query(script + (await finishNote(query, script)))
    } catch (error) {
      adapter.onError(error)
    }
  }
}

async function finishNote(query, script) {
  if (/\bconcurrently\b/i.test(script)) return '' // refuses any transaction
  const { rows } = await query(`SELECT to_regclass('_prisma_migrations') IS NOT NULL AS kept`)
  if (!rows[0].kept) return ''
  const checksum = crypto.createHash('sha256').update(script).digest('hex')
  return `\n;UPDATE _prisma_migrations SET finished_at = now() WHERE checksum = '${checksum}' AND finished_at IS NULL AND rolled_back_at IS NULL`
}

async function connected(factory) {
  const adapter = await factory.connect()
  runWhole(adapter, readCatalogue(adapter))
  return adapter
}

/** Runs one statement on a connection of its own. */
export async function once(url, sql) {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    return await client.query(sql)
  } finally {
    await client.end()
  }
}

/** Connections for the engine; the shadow databases it asks for are made here and dropped by `dropShadows`. */
export function connections({ url, shadowUrl }) {
  const shadows = new Set()
  class Connections extends PrismaPg {
    connect() {
      return connected(new PrismaPg({ connectionString: url }))
    }

    // The adapter's own keeps connectionString, and so would empty the database itself.
    async connectToShadowDb() {
      if (shadowUrl) return connected(new PrismaPg({ connectionString: shadowUrl }))
      const name = `prisma_migrate_shadow_db_${crypto.randomUUID()}`
      await once(url, `CREATE DATABASE "${name}"`)
      const there = new URL(url)
      there.pathname = `/${name}`
      const adapter = await connected(new PrismaPg({ connectionString: there.href }))
      shadows.add({ name, adapter })
      return adapter
    }
  }
  return {
    factory: bindMigrationAwareSqlAdapterFactory(new Connections({ connectionString: url })),
    // The engine does not always close what it opened.
    async dropShadows() {
      for (const shadow of shadows) {
        shadows.delete(shadow)
        await shadow.adapter.dispose().catch(() => {})
        await once(url, `DROP DATABASE IF EXISTS "${shadow.name}" WITH (FORCE)`).catch(() => {})
      }
    },
  }
}
