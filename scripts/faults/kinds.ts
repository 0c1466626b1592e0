import { setTimeout as sleep } from 'node:timers/promises'
import pg from 'pg'
import type { smallDisk } from './disk'

type Machine = { superuser: () => string; postmaster: () => number; worker: () => number; organizationId: string; disk: ReturnType<typeof smallDisk> }
/** Breaks something and resolves when that is over. */
export type Fault = { name: string; happen: () => Promise<void> }

const asSuperuser = async <T>(url: string, deed: (client: pg.Client) => Promise<T>): Promise<T> => {
  const client = new pg.Client({ connectionString: url })
  client.on('error', () => undefined)
  await client.connect()
  return deed(client).finally(() => client.end().catch(() => undefined))
}

/** What goes wrong in server rooms, one of each kind. */
export function faultsOf({ superuser, postmaster, worker, organizationId, disk }: Machine): Fault[] {
  return [
    {
      name: 'three connections killed',
      happen: () => asSuperuser(superuser(), async (client) => void (await client.query(`SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE usename = 'homeroom_app' ORDER BY random() LIMIT 3`))),
    },
    { name: 'database killed (kill -9)', happen: async () => void process.kill(postmaster(), 'SIGKILL') },
    { name: 'worker killed (kill -9)', happen: async () => void process.kill(worker(), 'SIGKILL') },
    {
      name: 'every day’s summary locked for 60 s',
      happen: () =>
        asSuperuser(superuser(), async (client) => {
          await client.query('BEGIN')
          await client.query('SELECT FROM campus_attendance_summaries WHERE "organizationId" = $1 FOR UPDATE', [organizationId])
          await client.query('SELECT FROM campuses WHERE "organizationId" = $1 FOR UPDATE', [organizationId])
          await sleep(60_000)
          await client.query('ROLLBACK')
        }),
    },
    ...(disk ? [{ name: 'disk full for 20 s', happen: async () => (disk.fill(), await sleep(20_000), disk.empty()) }] : []),
  ]
}

/** Each kind as often as the others, in no order that anybody could count on. */
export function* inTurn(faults: readonly Fault[]): Generator<Fault> {
  for (;;) {
    const bag = [...faults]
    while (bag.length > 0) yield bag.splice(Math.floor(Math.random() * bag.length), 1)[0]!
  }
}
