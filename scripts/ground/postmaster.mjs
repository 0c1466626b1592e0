// Finds, judges and stops a PostgreSQL server by the pid file in its data folder.
import { execFileSync } from 'node:child_process'
import { readFileSync, rmSync } from 'node:fs'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { isAlive } from './alive.mjs'

export function readPidFile(dir) {
  try {
    const lines = readFileSync(path.join(dir, 'postmaster.pid'), 'utf8').split('\n')
    const pid = Number(lines[0])
    return Number.isInteger(pid) && pid > 0 ? { pid, port: Number(lines[3]), ready: lines[7]?.trim() === 'ready' } : { pid: 0 }
  } catch (error) {
    if (error.code === 'ENOENT') return null
    throw error
  }
}

function commandLine(pid) {
  try {
    if (process.platform === 'linux') return readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ')
    return execFileSync('ps', ['-p', String(pid), '-o', 'args='], { encoding: 'utf8' })
  } catch {
    return ''
  }
}

/** A number in a pid file may long belong to somebody else's process. */
export function isServerOf(dir, pid, read = commandLine) {
  if (!pid || !isAlive(pid)) return false
  if (process.platform === 'win32') return true
  const line = read(pid)
  return line.includes('postgres') && line.includes(dir)
}

/** Clears a pid file whose server is gone; returns the server that still runs, or null. */
export function findServer(dir) {
  const found = readPidFile(dir)
  if (!found) return null
  if (isServerOf(dir, found.pid)) return found
  rmSync(path.join(dir, 'postmaster.pid'), { force: true })
  return null
}

/** Fast shutdown, then immediate, then none asked: PostgreSQL recovers from its log either way. */
export async function stopServer(pid) {
  for (const [signal, patience] of [['SIGINT', 15_000], ['SIGQUIT', 5_000], ['SIGKILL', 5_000]]) {
    try {
      process.kill(pid, signal)
    } catch (error) {
      if (error.code === 'ESRCH') return
      throw error
    }
    for (const until = Date.now() + patience; Date.now() < until; await sleep(25)) {
      if (!isAlive(pid)) return
    }
  }
}
