// `schema-engine cli …`: the few questions the Prisma CLI asks outside of its protocol.
import { once } from './database.mjs'

const CODES = { '3D000': 'P1003', '42P04': 'P1009' }

export async function runCommand(command, url) {
  const there = new URL(url)
  const name = decodeURIComponent(there.pathname.slice(1))
  const quoted = `"${name.replaceAll('"', '""')}"`
  there.pathname = '/postgres'
  const work = {
    'can-connect-to-database': () => once(url, 'SELECT 1'),
    'create-database': () => once(there.href, `CREATE DATABASE ${quoted}`),
    'drop-database': () => once(there.href, `DROP DATABASE IF EXISTS ${quoted} WITH (FORCE)`),
  }[command]
  try {
    if (!work) throw new Error(`This schema engine has no command ${command}.`)
    await work()
    return 0
  } catch (error) {
    const fields = { message: error.message, is_panic: false, error_code: CODES[error.code] ?? 'P1001', meta: { database_name: name } }
    console.error(JSON.stringify({ timestamp: new Date().toISOString(), level: 'ERROR', fields, target: 'schema_engine::logger' }))
    return 1
  }
}
