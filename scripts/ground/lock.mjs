// One ground at a time. A listening socket is the lock: unlike a lock file it is gone
// the moment its process is, however that died, and it can be asked who holds it.
import crypto from 'node:crypto'
import { unlinkSync } from 'node:fs'
import net from 'node:net'
import os from 'node:os'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'

function address(key) {
  const id = `homeroom-${crypto.createHash('sha256').update(key).digest('hex').slice(0, 16)}`
  if (process.platform === 'win32') return `\\\\.\\pipe\\${id}`
  if (process.platform === 'linux') return `\0${id}`
  return path.join(os.tmpdir(), `${id}.sock`)
}

/** Takes the lock, or tells what its holder says: { held: { pid, url? } }. */
export async function takeLock(key) {
  const where = address(key)
  const status = { pid: process.pid }
  for (let attempt = 0; attempt < 3; attempt++) {
    const server = net.createServer((socket) => {
      socket.on('error', () => {})
      socket.end(JSON.stringify(status))
    })
    try {
      await new Promise((resolve, reject) => server.once('error', reject).listen(where, resolve))
      server.unref()
      return { update: (change) => Object.assign(status, change), release: () => new Promise((done) => server.close(done)) }
    } catch (error) {
      if (error.code !== 'EADDRINUSE') throw error
      const held = await ask(where)
      if (held) return { held }
      if (path.isAbsolute(where)) unlinkSync(where)
    }
  }
  return { held: {} }
}

/** Waits its turn for the lock. */
export async function waitForLock(key, progress = () => {}) {
  for (;;) {
    const lock = await takeLock(key)
    if (!lock.held) return lock
    progress(`waiting for process ${lock.held.pid}, which does the same`)
    await sleep(500)
  }
}

function ask(where) {
  return new Promise((resolve) => {
    let text = ''
    const socket = net.connect(where)
    socket.setTimeout(2_000, () => socket.destroy())
    socket.on('data', (part) => (text += part))
    socket.on('error', () => resolve(null))
    socket.on('close', () => {
      try {
        resolve(JSON.parse(text))
      } catch {
        resolve(text ? {} : null)
      }
    })
  })
}
