import { readFileSync, statSync } from 'node:fs'
import { setTimeout as sleep } from 'node:timers/promises'
import pg from 'pg'
import type { Page } from './load'

export type Statements = { work: number; transactions: number }

/** What goes along in the round trip of another statement. */
const opensScope = (text: string) => /^(BEGIN|SELECT set_config)\b/i.test(text)
const isFrame = (text: string) => opensScope(text) || /^(SET LOCAL|COMMIT|ROLLBACK)\b/i.test(text)

/**
 * The statements of one request, counted by PostgreSQL itself: for the time of that request it logs each one it is sent.
 * `superuser` may switch that on for connections that are open already.
 */
export async function statementsOf({ enter }: Page, superuser: string, logFile: string): Promise<Statements> {
  const ask = await enter()
  const admin = new pg.Client({ connectionString: superuser })
  await admin.connect()
  const settle = async (text: string) => {
    await admin.query(text)
    await admin.query('SELECT pg_reload_conf()')
    await sleep(500)
  }
  await settle(`ALTER SYSTEM SET log_statement = 'all'`)
  const from = statSync(logFile).size
  const answer = await ask()
  await answer.arrayBuffer()
  await sleep(500)
  const log = readFileSync(logFile).subarray(from).toString()
  await settle('ALTER SYSTEM RESET log_statement')
  await admin.end()
  if (answer.status !== 200) throw new Error(`The request whose statements are counted answered ${answer.status}`)
  const sent = [...log.matchAll(/LOG: {2}(?:statement|execute [^:]+): +(.*)/g)].map(([, text]) => text!.trim())
  return { work: sent.filter((text) => !isFrame(text)).length, transactions: sent.filter(opensScope).length }
}
