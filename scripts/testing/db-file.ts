import { afterAll, inject } from 'vitest'
import { query, quote, withClient, within } from '../ground/connection.mjs'
import { APP, closeToStrangers, OWNER } from '../ground/roles.mjs'
import { schoolDay } from './days.mjs'

// Before any module of the test is loaded: a fresh copy of the migrated database, for this file alone.
const { admin, owner, app, dataDir } = inject('databases')
const name = `t_${crypto.randomUUID().replaceAll('-', '')}`

await withClient(admin, async (client) => {
  await client.query(`CREATE DATABASE ${quote(name)} OWNER ${OWNER} TEMPLATE homeroom`)
  await closeToStrangers(client, name, APP)
})
process.env.DATABASE_URL = within(owner, { database: name })
process.env.APP_DATABASE_URL = within(app, { database: name })
process.env.DATA_DIR = `${dataDir}/${name}`
process.env.NEXTAUTH_URL = 'http://localhost:3000'
process.env.NEXTAUTH_SECRET = 'only-for-tests-only-for-tests-only'
process.env.ENCRYPTION_KEY = Buffer.alloc(32, 'db').toString('base64')
process.env.SECOND_FACTOR = 'optional'
process.env.LOG_LEVEL = 'error'
// Its schools are in UTC. A test that is about another day says `setClock`.
process.env.CLOCK = `${schoolDay}Z`

afterAll(async () => {
  await query(admin, `DROP DATABASE IF EXISTS ${quote(name)} WITH (FORCE)`)
})
