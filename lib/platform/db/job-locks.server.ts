import 'server-only'
import pg from 'pg'
import { needEnv } from '@/lib/platform/env'
import { log } from '@/lib/platform/log.server'

const take = 'SELECT pg_try_advisory_lock(hashtextextended($1, 0)) AS taken'
const drop = 'SELECT pg_advisory_unlock(hashtextextended($1, 0))'
/** Under way for longer than it takes to lock them. */
const underWay = `SELECT id FROM pgboss.job WHERE name = $1 AND state = 'active' AND started_on < now() - interval '10 seconds'`

/**
 * Who does a job holds a lock of the database in its name. A worker that was killed loses its connection and so its
 * locks: a job that is under way and unlocked has nobody. These statements belong to the queue and know no tenant.
 */
export function jobLocks(queue: string) {
  let client: Promise<pg.Client> | null = null

  async function connect(): Promise<pg.Client> {
    const fresh = new pg.Client({ connectionString: needEnv('APP_DATABASE_URL'), keepAlive: true, connectionTimeoutMillis: 8_000 })
    fresh.on('error', (error) => {
      log.error({ err: error }, 'The connection that holds the locks of jobs broke; the next job makes another.')
      client = null
    })
    await fresh.connect()
    return fresh
  }
  const connected = () =>
    (client ??= connect().catch((error: unknown) => {
      client = null
      throw error
    }))

  return {
    hold: async (id: string) => (await connected()).query(take, [id]),
    release: async (id: string) => (await connected()).query(drop, [id]),
    /** Jobs that nobody does, though they are under way; `mine` are those of this worker. */
    async abandoned(mine: ReadonlySet<string>): Promise<string[]> {
      const asked = await connected()
      const { rows } = await asked.query<{ id: string }>(underWay, [queue])
      const left: string[] = []
      for (const { id } of rows) {
        if (mine.has(id) || !(await asked.query<{ taken: boolean }>(take, [id])).rows[0]?.taken) continue
        left.push(id)
        await asked.query(drop, [id])
      }
      return left
    },
    end: async () => (await client)?.end(),
  }
}
