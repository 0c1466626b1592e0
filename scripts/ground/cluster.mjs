// A PostgreSQL server of our own: made once, started or found running, stopped in order.
import { execFileSync, spawn, spawnSync } from 'node:child_process'
import { chmodSync, closeSync, existsSync, mkdirSync, openSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { isAlive } from './alive.mjs'
import { connects } from './connection.mjs'
import { diskProblem } from './disk.mjs'
import { databaseUser, own, programs } from './identity.mjs'
import { anyFree } from './port.mjs'
import { findServer, readPidFile, stopServer } from './postmaster.mjs'
import { Problem } from './say.mjs'

const HOST = '127.0.0.1'
const SETTINGS = { listen_addresses: HOST, unix_socket_directories: '', max_connections: 100, shared_buffers: '256MB', random_page_cost: 1.1, jit: 'off', log_min_messages: 'warning' }
/** For databases that are thrown away: nothing waits for the disk. */
export const THROWAWAY = { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off' }

/** { url(database, user, password), port, reused, stop() } of the server whose data lies in home/postgres. */
export async function openCluster({ home, password, settings = {}, progress = () => {} }) {
  const user = databaseUser()
  const bin = await programs(user)
  const place = { user, bin, dir: path.join(home, 'postgres'), log: path.join(home, 'postgres.log'), password, settings }
  if (!(await isMade(place))) {
    progress('making a new cluster')
    makeCluster(home, place)
  }
  demandVersion(place)
  let server = await reusable(place)
  const reused = Boolean(server)
  for (let attempt = 1; !server; attempt++) {
    progress(attempt === 1 ? 'starting' : `starting again (${attempt})`)
    server = await startServer(place, attempt === 4)
  }
  if (!(await connects(urlOf(server.port, 'postgres', 'postgres', password)))) {
    progress('its password is not ours any more, setting it anew')
    await stopServer(server.pid)
    resetPassword(place)
    server = await startServer(place, true)
  }
  return {
    port: server.port,
    get pid() {
      return server.pid
    },
    reused,
    /** Starts it again after it was killed; on the same port, because everybody has its address. */
    restart: async () => void (server = (await reusable(place)) ?? (await startServer(place, true, server.port))),
    url: (database, name = 'postgres', secret = password) => urlOf(server.port, database, name, secret),
    stop: () => stopServer(server.pid),
  }
}

const urlOf = (port, database, name, secret) => `postgresql://${name}:${encodeURIComponent(secret)}@${HOST}:${port}/${database}`

async function isMade({ dir }) {
  if (existsSync(path.join(dir, 'PG_VERSION'))) return true
  if (existsSync(dir) && readdirSync(dir).length > 0) {
    throw new Problem(`${dir} is not empty, and it is not a database either. Move it away, then start again.`)
  }
  return false
}

/** initdb works in a folder of another name, so that a half-made cluster is never taken for a whole one. */
function makeCluster(home, { dir, bin, user, password }) {
  mkdirSync(home, { recursive: true })
  for (const left of readdirSync(home).filter((name) => name.startsWith('postgres.new-'))) {
    rmSync(path.join(home, left), { recursive: true, force: true })
  }
  const fresh = path.join(home, `postgres.new-${process.pid}`)
  const secret = `${fresh}.secret`
  mkdirSync(fresh, { mode: 0o700 })
  own(fresh, user)
  writeFileSync(secret, `${password}\n`, { mode: 0o600 })
  own(secret, user)
  const locale = ['C.utf8', 'C.UTF-8', 'en_US.UTF-8', 'en_US.utf8'].find((name) => locales().includes(name)) ?? 'C'
  const made = spawnSync(
    program(bin, 'initdb'),
    // ICU sorts names the same way on every machine, whatever its C library.
    [`--pgdata=${fresh}`, '--username=postgres', `--pwfile=${secret}`, '--auth=scram-sha-256', '--encoding=UTF8', `--locale=${locale}`, '--locale-provider=icu', '--icu-locale=und', '--lc-messages=C'],
    { ...user, cwd: fresh, encoding: 'utf8', env: { ...process.env, LC_ALL: undefined, LC_MESSAGES: 'C' } },
  )
  rmSync(secret, { force: true })
  if (made.status !== 0) {
    rmSync(fresh, { recursive: true, force: true })
    const said = `${made.stderr ?? ''}${made.error?.message ?? ''}`.trim()
    throw diskProblem({ message: said }, home) ?? new Problem(`A database cluster could not be made in ${home}: ${said}`)
  }
  rmSync(dir, { recursive: true, force: true })
  renameSync(fresh, dir)
}

function locales() {
  try {
    return execFileSync('locale', ['-a'], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }).split(/\r?\n/)
  } catch {
    return []
  }
}

function program(bin, name) {
  const file = path.join(bin, process.platform === 'win32' ? `${name}.exe` : name)
  if (process.platform !== 'win32' && (statSync(file).mode & 0o555) !== 0o555) chmodSync(file, 0o755)
  return file
}

function demandVersion({ dir, bin }) {
  const has = readFileSync(path.join(dir, 'PG_VERSION'), 'utf8').trim()
  const wants = /(\d+)\./.exec(spawnSync(program(bin, 'postgres'), ['--version'], { encoding: 'utf8' }).stdout ?? '')?.[1]
  if (wants && has !== wants) {
    throw new Problem(`The data in ${dir} was written by PostgreSQL ${has}, and this version of Homeroom brings ${wants}. Check out the version you had, run npm run backup, move the data folder away, and npm run restore with this one.`)
  }
}

/** A server left behind by a start that was killed: ours to use when it answers, ours to stop when it does not. */
async function reusable({ dir, password }) {
  const left = findServer(dir)
  if (!left) return null
  for (const until = Date.now() + 20_000; Date.now() < until && isAlive(left.pid); await sleep(50)) {
    const now = readPidFile(dir)
    if (now?.ready && (await connects(urlOf(now.port, 'postgres', 'postgres', password)))) return now
    if (now?.ready) break
  }
  await stopServer(left.pid)
  return null
}

async function startServer(place, last, samePort) {
  const { dir, bin, user, log, settings } = place
  const port = samePort ?? (await anyFree(HOST))
  if (existsSync(log) && statSync(log).size > 10 * 1024 * 1024) renameSync(log, `${log}.old`)
  const from = existsSync(log) ? statSync(log).size : 0
  const out = openSync(log, 'a', 0o600)
  const flags = Object.entries({ ...SETTINGS, ...settings, port }).flatMap(([name, value]) => ['-c', `${name}=${value}`])
  // Its output goes to a file: a pipe to us would kill it with us, in the middle of a write.
  const child = spawn(program(bin, 'postgres'), ['-D', dir, ...flags], { ...user, cwd: dir, detached: true, stdio: ['ignore', out, out], env: { ...process.env, LC_MESSAGES: 'C', NODE_OPTIONS: undefined } })
  closeSync(out)
  child.unref()
  const gone = new Promise((resolve) => child.once('exit', resolve).once('error', resolve))
  let ended = false
  gone.then(() => (ended = true))
  for (const until = Date.now() + 120_000; !ended && Date.now() < until; await sleep(20)) {
    const now = readPidFile(dir)
    if (now?.ready && now.pid === child.pid && now.port === port) return now
  }
  if (!last) {
    await sleep(500)
    return reusable(place)
  }
  const said = readFileSync(log, 'utf8').slice(from).trim().split('\n').slice(-8).join('\n    ')
  throw diskProblem({ message: said }, dir) ?? new Problem(`PostgreSQL did not start. What it said (${log}):\n    ${said}`)
}

/** Needs no password: PostgreSQL's single-user mode belongs to whoever owns the files. */
function resetPassword({ dir, bin, user, password }) {
  const done = spawnSync(program(bin, 'postgres'), ['--single', '-D', dir, 'postgres'], {
    ...user,
    cwd: dir,
    input: `ALTER ROLE postgres PASSWORD '${password.replaceAll("'", "''")}'\n`,
    encoding: 'utf8',
    env: { ...process.env, NODE_OPTIONS: undefined },
  })
  if (done.status !== 0) throw new Problem(`The database's own password could not be set anew: ${done.stderr.trim()}`)
}

