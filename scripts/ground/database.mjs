import { prepareForeignServer, prepareOwnCluster } from './roles.mjs'
import { openCluster } from './cluster.mjs'
import { demandDataDir } from './disk.mjs'
import { databaseUser, dataHome } from './identity.mjs'
import { takeLock } from './lock.mjs'
import { dataDir } from './paths.mjs'
import { namesOf } from './connection.mjs'
import { Problem } from './say.mjs'
import { secrets } from './secrets.mjs'
import { watch } from './watch.mjs'

/** The database of this installation: { owner, app, ours, remark, stop() }. `stop` stops only what this call started. `watch` starts our own again when it is killed. */
export async function openDatabase(progress = () => {}) {
  await demandDataDir()
  const kept = secrets()
  const given = process.env.DATABASE_URL
  if (!given && process.env.APP_DATABASE_URL) {
    throw new Problem('The setting DATABASE_URL is missing beside APP_DATABASE_URL: it names the owner, who migrates, for example postgresql://owner:secret@localhost:5432/homeroom.')
  }
  if (given) {
    const urls = await prepareForeignServer(given, process.env.APP_DATABASE_URL, kept)
    return { ...urls, ours: false, remark: [namesOf(given).host, urls.remark].filter(Boolean).join(', '), stop: async () => {}, watch: () => () => {} }
  }
  const home = dataHome(dataDir(), databaseUser())
  const cluster = await openCluster({ home, password: kept.postgresPassword, progress })
  const urls = await prepareOwnCluster(cluster, kept)
  return { ...urls, ours: true, reused: cluster.reused, remark: `port ${cluster.port}${cluster.reused ? ', found running' : ''}${home === dataDir() ? '' : `, data in ${home}`}`, stop: cluster.stop, watch: (onEnd) => watch(cluster, onEnd) }
}

/**
 * Gives the database back after a single command: a server that ran before goes on running, and so does
 * one that a start, which came meanwhile, uses as well.
 */
export async function release(database) {
  if (database.reused) return
  const lock = await takeLock(dataDir())
  if (lock.held) return
  await database.stop()
  await lock.release()
}
