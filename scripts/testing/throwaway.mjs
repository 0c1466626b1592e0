// A PostgreSQL cluster for tests alone: in a temporary folder, on a free port, gone afterwards.
import crypto from 'node:crypto'
import { mkdirSync, readdirSync, rmSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { isAlive } from '../ground/alive.mjs'
import { openCluster, THROWAWAY } from '../ground/cluster.mjs'
import { canReach, databaseUser } from '../ground/identity.mjs'
import { migrate } from '../ground/migrations.mjs'
import { findServer, stopServer } from '../ground/postmaster.mjs'
import { prepareOwnCluster } from '../ground/roles.mjs'

const PREFIX = 'homeroom-test-'

function temporary() {
  return [os.tmpdir(), '/tmp', '/var/tmp'].find((dir) => canReach(dir, databaseUser())) ?? os.tmpdir()
}

/** Test runs that were killed leave a server and its folder behind. */
async function sweep() {
  for (const name of readdirSync(temporary()).filter((entry) => entry.startsWith(PREFIX))) {
    const home = path.join(temporary(), name)
    if (isAlive(Number(name.slice(PREFIX.length).split('-')[0]))) continue
    try {
      const left = findServer(path.join(home, 'postgres'))
      if (left) await stopServer(left.pid)
      rmSync(home, { recursive: true, force: true })
    } catch (error) {
      // another user's
      if (error.code !== 'EACCES' && error.code !== 'EPERM') throw error
    }
  }
}

/**
 * { home, urls: { owner, app }, cluster, remove() } with a migrated, empty database; `settings` for one that must survive being killed.
 * @param {(text: string) => void} [progress]
 * @param {{ settings?: object, under?: string }} [more]
 */
export async function throwawayCluster(progress = () => {}, { settings = THROWAWAY, under = temporary() } = {}) {
  await sweep()
  const home = path.join(under, `${PREFIX}${process.pid}-${crypto.randomBytes(3).toString('hex')}`)
  mkdirSync(home, { mode: 0o755 })
  const secret = () => crypto.randomBytes(12).toString('hex')
  const kept = { postgresPassword: secret(), ownerPassword: secret(), appPassword: secret() }
  const cluster = await openCluster({ home, password: kept.postgresPassword, settings, progress })
  const remove = async () => {
    await cluster.stop()
    // Whoever was killed in a test may still be writing its last into it.
    rmSync(home, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 })
  }
  try {
    const urls = await prepareOwnCluster(cluster, kept)
    await migrate(urls.owner, progress)
    return { home, urls, cluster, kept, remove }
  } catch (error) {
    await remove()
    throw error
  }
}
